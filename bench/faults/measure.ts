import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { StoreLocation } from '../../src/store/index.ts';
import { connect } from '../../src/store/open.ts';
import { startReplica } from '../../test/store/replicas.ts';
import type { Replica } from '../../test/store/replicas.ts';

/** What happens to a database, and how it ends. */
export interface Fault {
  readonly name: string;
  readonly location: StoreLocation;
  readonly replicas: number;
  readonly harm: (replicas: readonly Replica[]) => void | Promise<void>;
  readonly heal: () => void;
}

/** How many events are sent in how many seconds. */
export interface Load {
  readonly seconds: number;
  readonly rate: number;
}

export const STORAGE_HEAD = [
  'fault',
  'sent',
  'answered',
  'failed',
  'answered twice',
  'counts lost',
  'median',
  'slowest',
  'back after',
] as const;

/** A row under `STORAGE_HEAD`: a third of the way the database is harmed, at two thirds healed. */
export async function measure(
  { name, location, replicas: count, harm, heal }: Fault,
  { seconds, rate }: Load,
): Promise<readonly string[]> {
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(location)));
  await empty(location);
  const alive = new Set(replicas);
  const total = seconds * rate;
  const pending: Promise<void>[] = [];
  const times: number[] = [];
  const tally = { answered: 0, failed: 0, twice: 0, firsts: 0 };
  const began = performance.now();
  let healed = 0;
  let recovered = 0;

  const ask = async (number: number) => {
    const sent = { event: `${name} ${number}`, conversation: `c${number % 20}`, text: 'open' };
    const start = performance.now();
    const answers = await Promise.all(
      [...alive].map((replica) =>
        replica.send(sent).then(
          ({ first }) => first,
          () => undefined,
        ),
      ),
    );
    times.push(performance.now() - start);
    const firsts = answers.filter((first) => first === true).length;
    tally.firsts += firsts;
    tally.answered += Number(firsts > 0);
    tally.twice += Number(firsts > 1);
    tally.failed += Number(firsts === 0);
  };
  const watch = async () => {
    healed = performance.now();
    for (;;) {
      const healths = await Promise.all([...alive].map((replica) => replica.health()));
      if (healths.every(({ degraded, queued }) => !degraded && queued === 0)) break;
      await sleep(20);
    }
    recovered = performance.now();
  };
  let watching: Promise<void> | undefined;
  for (let number = 0; number < total; number += 1) {
    await sleep(Math.max(0, began + (number * 1_000) / rate - performance.now()));
    if (number === Math.floor(total / 3)) {
      void Promise.resolve(harm(replicas));
      if (name.includes('replica')) alive.delete(replicas[0] as Replica);
    }
    if (number === Math.floor((2 * total) / 3)) {
      heal();
      watching = watch();
    }
    pending.push(ask(number));
  }
  await Promise.all(pending);
  await watching;
  await Promise.all([...alive].map((replica) => replica.stop()));
  const lost = tally.firsts - (await countedIn(location));
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  const back = `${((recovered - healed) / 1_000).toFixed(1)} s`;
  return [name, total, tally.answered, tally.failed, tally.twice, lost, at(0.5), at(1), back].map(String);
}

async function empty(location: StoreLocation): Promise<void> {
  const connection = await connect(location);
  await sql`delete from counts`.execute(connection.db);
  await connection.close();
}

async function countedIn(location: StoreLocation): Promise<number> {
  const { db, close } = await connect(location);
  const rows = await db.selectFrom('counts').select('number').execute();
  await close();
  return rows.reduce((sum, { number }) => sum + number, 0);
}
