import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreLocation } from '../../src/store/index.ts';
import { until } from '../until.ts';
import { CHECKLIST } from '../adapters/web/serve.ts';
import { createPlaces, KINDS } from '../store/databases.ts';
import { freePort } from '../store/postgres.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { less, metric, part, sentIn, stored, sum } from './numbers/numbers.ts';
import type { Step, Tally } from './numbers/numbers.ts';
import { LIMIT, SLACK } from './numbers/slack.ts';
import { TEAMS } from './numbers/teams.ts';
import { WEB } from './numbers/web.ts';
import { startWorld } from './world/index.ts';
import type { World } from './world/index.ts';

/**
 * The real bot with all channels, driven over their protocols: after each step the metrics hold exactly what the steps
 * say, and at the end metrics, database and what was sent agree.
 */
jest.setTimeout(60_000);

const TERMINAL: readonly Step[] = [
  {
    name: 'a question and the choice of a button',
    run: async ({ type, written }) => {
      type('hoe vaak neem ik pauze?');
      type('1');
      await until(() => written().includes('Wanneer moet ik bereikbaar zijn?\n'), 'both answers');
      return [];
    },
    counts: { 'question answer': 1, 'button answer': 1 },
    sent: 0,
  },
];
const CHANNELS = { web: WEB, slack: SLACK, teams: TEAMS, terminal: TERMINAL } as const;
const STEPS = Object.entries(CHANNELS).flatMap(([channel, steps]) =>
  steps.map((step) => ({ channel, ...step })),
);

const SCRIPT = join(import.meta.dirname, '../../src/cli/data.ts');
const placeOf = createPlaces();

/** What the metrics say, and what Slack and Teams were given to show. */
interface Numbers {
  readonly events: Tally;
  readonly sent: Tally;
}

/** The counts without the names of types: what was answered, in any way. */
const answered = (events: Tally) =>
  part(events, (key) => /^(\w+) (?:question|button) (?!limited|failed)(\w+)$/.exec(key)?.slice(1).join(' '));

describe.each(KINDS)('the numbers of a bot with its state in %s', (kind) => {
  let world: World;
  let knowledge = '';
  let place: StoreLocation;
  let metricsPort = 0;
  let settings: Record<string, string> = {};
  let expected: Numbers = { events: {}, sent: {} };

  beforeAll(async () => {
    knowledge = mkdtempSync(join(tmpdir(), 'numbers-'));
    cpSync(FIXTURES, knowledge, { recursive: true });
    writeFileSync(join(knowledge, 'thuiswerken/zelfcheck.yaml'), CHECKLIST);
    place = await placeOf(kind);
    metricsPort = await freePort();
    settings = place.kind === 'sqlite' ? { DATA_DIR: place.directory } : { DATABASE_URL: place.url };
    world = await startWorld(
      { ...settings, KNOWLEDGE_DIR: knowledge, RATE_LIMIT: String(LIMIT), METRICS_PORT: String(metricsPort) },
      undefined,
      undefined,
      'pipe',
    );
  });
  afterAll(async () => {
    await world.stop();
    rmSync(knowledge, { recursive: true });
  });
  const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const numbers = async (): Promise<Numbers> => ({
    events: metric(await metrics(), 'events_total'),
    sent: sentIn(world),
  });

  it.each(STEPS)('$channel: $name', async ({ channel, run, counts, sent, statuses }) => {
    const before = await numbers();
    const answers = await run(world);
    expect(answers.map(({ status }) => status)).toEqual(statuses ?? answers.map(() => 200));
    const pages = answers.map(({ text }) => text.match(/<article/g)?.length ?? 0);
    if (channel === 'web') expect(pages.reduce((total, count) => total + count, 0)).toBe(sent);
    const counted = part(counts, (name) => `${channel} ${name}`);
    const sentNow: Tally = channel === 'web' || sent === 0 ? {} : { [channel]: sent };
    expected = { events: sum(expected.events, counted), sent: sum(expected.sent, sentNow) };
    const wanted = { events: counted, sent: sentNow };
    const added = async () => {
      const { events, sent: calls } = await numbers();
      return { events: less(events, before.events), sent: less(calls, before.sent) };
    };
    // What is answered behind an acknowledgement takes a moment.
    const isDone = async () => JSON.stringify(await added()) === JSON.stringify(wanted);
    await until(isDone, 'the numbers').catch(() => undefined);
    expect(await added()).toEqual(wanted);
  });

  it('are the same in metrics, database, export and what was sent', async () => {
    expect(await numbers()).toEqual(expected);
    const text = await metrics();
    const { events } = expected;
    expect(metric(text, 'duplicates_total')).toEqual(
      part(events, (key) => /^(\w+) \w+ duplicate$/.exec(key)?.[1]),
    );
    expect(metric(text, 'rate_limited_total')).toEqual(
      part(events, (key) => /^(\w+) \w+ limited$/.exec(key)?.[1]),
    );
    const byChannel = (tally: Tally) => part(tally, (key) => key.split(' ', 1)[0]);
    expect(metric(text, 'answer_seconds_count')).toEqual(byChannel(answered(events)));

    // Stopping ends what runs and writes what waits.
    expect(await world.stop()).toBe(0);
    expect(sentIn(world)).toEqual(expected.sent);
    const votes = part(events, (key) => /^(\w+ vote) counted$/.exec(key)?.[1]);
    expect(await stored(place)).toEqual(sum(answered(events), votes));

    const args = [SCRIPT, 'export', '--by', 'channel,outcome'];
    const exported = JSON.parse(
      execFileSync(process.execPath, args, { env: { ...process.env, ...settings }, encoding: 'utf8' }),
    ) as Record<'counts' | 'votes', readonly Record<string, string | number>[]>;
    const shown = (number: number) => (number < 5 ? '<5' : number);
    expect(
      Object.fromEntries(
        exported.counts.map(({ channel, outcome, number }) => [`${channel} ${outcome}`, number]),
      ),
    ).toEqual(
      Object.fromEntries(Object.entries(answered(events)).map(([key, number]) => [key, shown(number)])),
    );
    expect([...new Set(exported.votes.map(({ channel }) => channel))].sort()).toEqual(
      Object.keys(byChannel(votes)),
    );
  });
});
