import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Response, TaskName, Tasks, ThreadData } from './tasks.ts';
import { transferableIn } from './transferable.ts';

/** A worker thread that does tasks one after the other. It starts at the first task, and again after a stop. */
export interface Thread {
  /** Rejects with `Interrupted` when the thread is stopped, and with an `Error` when the task fails. */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
  ) => Promise<Tasks[Name]['output']>;
  /** Interrupts all tasks. */
  readonly stop: () => Promise<void>;
}

/** A task was given up, because something newer made it useless. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** Creates a thread for the tasks of `Tasks`. */
export function createThread(workerData: ThreadData): Thread {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const rejectAll = (error: Error) => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };
  const start = (): Worker => {
    // Beside this file, with the same extension.
    const path = join(import.meta.dirname, `worker${extname(import.meta.filename)}`);
    const started = new Worker(path, { workerData });
    const forget = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      rejectAll(error);
    };
    started.on('message', (response: Response) => {
      const { resolve, reject } = waiting.get(response.id) ?? {};
      waiting.delete(response.id);
      if ('error' in response) reject?.(new Error(response.error));
      else resolve?.(response.output as never);
    });
    started.on('error', forget);
    started.on('exit', () => {
      forget(new Interrupted('the thread ended'));
    });
    // Whoever uses the workbench keeps the process alive: its server.
    started.unref();
    return started;
  };
  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, name, input }, transferableIn(input));
      }),
    stop: async () => {
      const stopped = worker;
      worker = undefined;
      rejectAll(new Interrupted('the thread was stopped'));
      await stopped?.terminate();
    },
  };
}
