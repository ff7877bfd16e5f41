import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';
import { quantile } from './timing.ts';

/** One run of load on one server. */
export interface Run {
  /** Requests that got 200, per second. */
  readonly rate: number;
  /** Milliseconds until each response. */
  readonly times: readonly number[];
  /** CPU time of the server per request, its answer included, in µs. */
  readonly cpu: number;
  /** Answers that the platform received. */
  readonly answered: number;
  /** Requests that got another status than 200. */
  readonly failed: number;
}

/** What a run sends. */
export interface Load {
  readonly connections: number;
  /** Called before each request. */
  readonly hasMore: () => boolean;
  /** Sends one request; resolves to its status. */
  readonly send: () => Promise<number>;
  /** Number of answers that the platform has received so far. */
  readonly answers: () => number;
}

/** Sends requests over all connections while there are more, then waits until no more answers arrive. */
export async function runLoad(
  server: Pick<ServerProcess, 'cpu'>,
  { connections, hasMore, send, answers }: Load,
): Promise<Run> {
  const [answersBefore, cpuBefore] = [answers(), await server.cpu()];
  const times: number[] = [];
  let failed = 0;
  const begin = performance.now();
  const worker = async () => {
    while (hasMore()) {
      const start = performance.now();
      if ((await send()) !== 200) failed += 1;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const rate = ((times.length - failed) * 1_000) / (performance.now() - begin);
  for (let last = -1; last !== answers();) {
    last = answers();
    await sleep(300);
  }
  const cpu = ((await server.cpu()) - cpuBefore) / times.length;
  return { rate, times, cpu, answered: answers() - answersBefore, failed };
}

/** A line for each server with the medians of its runs; `what` is sent, and the first server is the baseline. */
export function describeRuns(what: string, runsOf: ReadonlyMap<string, readonly Run[]>): string {
  const median = (runs: readonly Run[], pick: (run: Run) => number) => quantile(runs.map(pick), 0.5);
  const rates = [...runsOf.values()].map((runs) => median(runs, ({ rate }) => rate));
  const lines = [...runsOf].map(([server, runs], index) => {
    const times = runs.flatMap((run) => run.times);
    const sum = (pick: (run: Run) => number) => runs.reduce((total, run) => total + pick(run), 0);
    const rate = rates[index] ?? 0;
    return [
      server.padEnd(6),
      `${rate.toFixed(0)} ${what}/s`.padStart(16),
      `x${(rate / (rates[0] ?? 1)).toFixed(2)}`,
      `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`.padStart(28),
      `${(median(runs, ({ cpu }) => cpu) / 1_000).toFixed(2)} ms of CPU`.padStart(18),
      `${((100 * sum(({ answered }) => answered)) / times.length).toFixed(0)} % answered, ${sum(({ failed }) => failed)} not 200`,
    ].join('  ');
  });
  return `${lines.join('\n')}\n`;
}
