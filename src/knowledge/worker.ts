import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Knowledge, TextDeclarations } from '../core/index.ts';

/** What the worker thread is started with. */
export interface WorkerData {
  readonly directory: string;
  /** See `loadKnowledge`. */
  readonly channelTexts: TextDeclarations;
  /** Directory of the model cache. */
  readonly modelCache?: string | undefined;
}

/** What the worker thread answers. */
export type Outcome = Loaded | Refused;
/** Knowledge without a problem. */
export interface Loaded {
  readonly kind: 'loaded';
  readonly knowledge: Knowledge;
  /** The trained model with its cache key; absent for knowledge that needs none. */
  readonly model: { readonly key: string; readonly bytes: Uint8Array } | undefined;
}
interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly string[];
}

/** Six times what the largest knowledge measured takes. */
const WORKER_TIMEOUT_MS = 180_000;

/** Knowledge that is being checked in a worker thread. */
export interface Loading {
  /** Rejects when the thread dies, is stopped or takes too long. */
  readonly outcome: Promise<Outcome>;
  readonly stop: () => void;
}

/** Checks knowledge and trains its model in a worker thread. */
export function loadInWorker({ directory, channelTexts, modelCache }: WorkerData): Loading {
  // Beside this file, with the same extension: `.ts` in the sources, `.js` in the bundle.
  const path = join(import.meta.dirname, `reload-worker${extname(import.meta.filename)}`);
  const worker = new Worker(path, { workerData: { directory, channelTexts, modelCache } });
  const stop = () => void worker.terminate();
  const outcome = new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('preparing the knowledge took too long'));
      stop();
    }, WORKER_TIMEOUT_MS);
    worker.once('message', (message: Outcome) => {
      resolve(message);
      stop();
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the knowledge could not be prepared'));
    });
  });
  // Whoever stops it does not wait for it.
  outcome.catch(() => undefined);
  return { outcome, stop };
}
