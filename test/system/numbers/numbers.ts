import { connect } from '../../../src/store/open.ts';
import type { StoreLocation } from '../../../src/store/index.ts';
import type { Answer, World } from '../world/index.ts';

/** How often something happened: `question answer`, `vote counted`. */
export type Tally = Readonly<Record<string, number>>;

/** Something that happens in one channel, and all that it is counted for. */
export interface Step {
  readonly name: string;
  readonly run: (world: World) => Promise<readonly Answer[]>;
  /** Of the answers, when not all are 200. */
  readonly statuses?: readonly number[];
  readonly counts: Tally;
  /** Messages and views that Slack or Teams get, or answers in what the page gets back. */
  readonly sent: number;
}

/** Does something a number of times, one after the other. */
export async function times<T>(count: number, run: (place: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let place = 0; place < count; place += 1) results.push(await run(place));
  return results;
}

export function sum(...tallies: readonly Tally[]): Tally {
  const total = new Map<string, number>();
  for (const [name, number] of tallies.flatMap((tally) => Object.entries(tally)))
    total.set(name, (total.get(name) ?? 0) + number);
  return Object.fromEntries(
    [...total].filter(([, number]) => number > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What came on top of what was there before. */
export function less(after: Tally, before: Tally): Tally {
  return sum(after, Object.fromEntries(Object.entries(before).map(([name, number]) => [name, -number])));
}

/** The parts of a tally whose name fits, under another name. */
export function part(tally: Tally, name: (key: string) => string | undefined): Tally {
  const parts = Object.entries(tally).map(([key, number]) => {
    const as = name(key);
    return as === undefined ? {} : { [as]: number };
  });
  return sum(...parts);
}

/** A metric of the bot's own by the values of its labels, with spaces between; without what is 0. */
export function metric(text: string, name: string): Tally {
  const lines = [...text.matchAll(new RegExp(`^handreiking_${name}\\{(.*)\\} (\\d+)$`, 'gm'))];
  return sum(
    ...lines.map(([, labels = '', number]) => {
      const values = [...labels.matchAll(/="([^"]*)"/g)].map(([, value]) => value);
      return { [values.join(' ')]: Number(number) };
    }),
  );
}

/** The rows of counts and votes, as the bot left them: `web answer`, `web vote`. */
export async function stored(place: StoreLocation): Promise<Tally> {
  const { db, close } = await connect(place);
  const counts = await db.selectFrom('counts').selectAll().execute();
  const votes = await db.selectFrom('votes').selectAll().execute();
  await close();
  return sum(
    ...counts.map(({ channel, outcome, number }) => ({ [`${channel} ${outcome}`]: number })),
    ...votes.map(({ channel, number }) => ({ [`${channel} vote`]: number })),
  );
}

const SLACK_SHOWS = /^\/api\/(chat\.postMessage|views\.(open|publish|push|update))$/;

/** What Slack and Teams were given to show. */
export function sentIn({ reached }: World): Tally {
  const channels = reached.flatMap(({ host, path }) => {
    if (host === 'smba.trafficmanager.net') return ['teams'];
    return host === 'hooks.slack.com' || (host === 'slack.com' && SLACK_SHOWS.test(path)) ? ['slack'] : [];
  });
  return sum(...channels.map((channel) => ({ [channel]: 1 })));
}
