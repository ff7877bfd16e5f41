import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Place } from '../src/store/index.ts';
import { connect } from '../src/store/open.ts';
import { startReplica } from '../test/store/replicas.ts';
import type { Replica } from '../test/store/replicas.ts';
import { quantile } from './timing.ts';

/** A fault to inject while replicas answer. */
export interface Fault {
  readonly name: string;
  readonly place: Place;
  readonly replicas: number;
  /** The first replica is gone after the injection. */
  readonly killsFirst?: true;
  readonly inject: (replicas: readonly Replica[]) => void | Promise<void>;
  readonly repair: () => void;
}

/** How long events are sent, and how many a second. */
export interface Load {
  readonly seconds: number;
  readonly rate: number;
}

/** Headings of the cells that `runFault` returns. */
export const FAULT_HEAD = [
  'fault',
  'sent',
  'answered',
  'failed',
  'answered twice',
  'counts lost',
  'median',
  'slowest',
  'back after',
];

/**
 * Sends events at a steady rate, each to all replicas at once; injects the fault after a third of them and repairs it
 * after two thirds. Returns the cells of one row under `FAULT_HEAD`.
 */
export async function runFault(fault: Fault, { seconds, rate }: Load): Promise<string[]> {
  const { name, place } = fault;
  const replicas = await Promise.all(Array.from({ length: fault.replicas }, () => startReplica(place)));
  await deleteCounts(place);
  const alive = new Set(replicas);
  const total = seconds * rate;
  const pending: Promise<void>[] = [];
  const times: number[] = [];
  const tally = { answered: 0, failed: 0, twice: 0, answers: 0 };

  const send = async (number: number) => {
    const event = { event: `${name} ${number}`, conversation: `c${number % 20}`, text: 'open' };
    const start = performance.now();
    const outcomes = await Promise.allSettled([...alive].map((replica) => replica.send(event)));
    times.push(performance.now() - start);
    const answers = outcomes.filter((one) => one.status === 'fulfilled' && one.value.first).length;
    tally.answers += answers;
    tally.answered += Number(answers > 0);
    tally.twice += Number(answers > 1);
    tally.failed += Number(answers === 0);
  };
  /** Milliseconds until every replica has its store back and has written what it had queued. */
  const recover = async () => {
    const repaired = performance.now();
    for (;;) {
      const healths = await Promise.all([...alive].map((replica) => replica.health()));
      if (healths.every(({ degraded, queued }) => !degraded && queued === 0)) break;
      await sleep(20);
    }
    return performance.now() - repaired;
  };
  let recovery: Promise<number> | undefined;
  const began = performance.now();
  for (let number = 0; number < total; number += 1) {
    await sleep(Math.max(0, began + (number * 1_000) / rate - performance.now()));
    if (number === Math.floor(total / 3)) {
      void Promise.resolve(fault.inject(replicas));
      if (fault.killsFirst === true) alive.delete(replicas[0] as Replica);
    }
    if (number === Math.floor((2 * total) / 3)) {
      fault.repair();
      recovery = recover();
    }
    pending.push(send(number));
  }
  await Promise.all(pending);
  const backAfter = `${(((await recovery) ?? 0) / 1_000).toFixed(1)} s`;
  await Promise.all([...alive].map((replica) => replica.stop()));
  const lost = tally.answers - (await countedIn(place));
  const [median = '', slowest = ''] = [0.5, 1].map((part) => `${quantile(times, part).toFixed(0)} ms`);
  const { answered, failed, twice } = tally;
  return [name, total, answered, failed, twice, lost, median, slowest, backAfter].map(String);
}

async function deleteCounts(place: Place): Promise<void> {
  const connection = await connect(place);
  await sql`delete from counts`.execute(connection.db);
  await connection.close();
}

async function countedIn(place: Place): Promise<number> {
  const { db, close } = await connect(place);
  const rows = await db.selectFrom('counts').select('number').execute();
  await close();
  return rows.reduce((sum, { number }) => sum + number, 0);
}
