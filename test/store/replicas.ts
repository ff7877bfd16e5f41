import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { StoreLocation, StoreHealth } from '../../src/store/index.ts';
import type { Timeouts } from '../../src/store/resilient.ts';

/** What is asked of a replica; see `replica.ts`. */
export interface Sent {
  readonly event: string;
  readonly conversation: string;
  readonly text: string;
}
export interface Answered {
  readonly first: boolean;
  readonly previous?: string;
}

export interface Replica {
  readonly send: (sent: Sent) => Promise<Answered>;
  /** All at the same time. */
  readonly sendAll: (sent: readonly Sent[]) => Promise<readonly Answered[]>;
  readonly health: () => Promise<StoreHealth>;
  /** What it told operators. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Starts a replica on a store. */
export async function startReplica(place: StoreLocation, timeouts: Partial<Timeouts> = {}): Promise<Replica> {
  const logged: Readonly<Record<string, unknown>>[] = [];
  const child = fork(
    join(import.meta.dirname, 'replica.ts'),
    [JSON.stringify(place), JSON.stringify(timeouts)],
    { execArgv: [] },
  );
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { port?: number; log?: Readonly<Record<string, unknown>> }) => {
      if (message.port !== undefined) resolve(message.port);
      if (message.log !== undefined) logged.push(message.log);
    });
    child.once('exit', (code) => {
      reject(new Error(`the replica ended with ${code ?? 'a signal'}`));
    });
  });
  const base = `http://127.0.0.1:${port}/`;
  const sendAll = async (sent: readonly Sent[]) => {
    const response = await fetch(base, { method: 'POST', body: JSON.stringify(sent) });
    return (await response.json()) as readonly Answered[];
  };
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return {
    logged,
    sendAll,
    send: async (sent) => {
      const [answered] = await sendAll([sent]);
      return answered ?? { first: false };
    },
    health: async () => (await (await fetch(base)).json()) as StoreHealth,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Does all of it, so many at a time. */
export async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, place: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let place = next++; place < items.length; place = next++) {
      const item = items[place];
      if (item !== undefined) results[place] = await work(item, place);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  return results;
}
