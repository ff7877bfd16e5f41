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

/** Checks knowledge and trains its model in a worker thread. Rejects when the thread dies or takes too long. */
export function loadInWorker({ directory, channelTexts, modelCache }: WorkerData): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // Beside this file, with the same extension: `.ts` in the sources, `.js` in the bundle.
    const path = join(import.meta.dirname, `reload-worker${extname(import.meta.filename)}`);
    const worker = new Worker(path, { workerData: { directory, channelTexts, modelCache } });
    const timer = setTimeout(() => {
      reject(new Error('preparing the knowledge took too long'));
      void worker.terminate();
    }, WORKER_TIMEOUT_MS);
    worker.once('message', (outcome: Outcome) => {
      resolve(outcome);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the knowledge could not be prepared'));
    });
  });
}
