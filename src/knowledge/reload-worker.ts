import { parentPort, workerData } from 'node:worker_threads';
import { createAsker } from '../core/index.ts';
import { describe, KnowledgeError, loadKnowledge } from './index.ts';
import type { ModelCache } from '../core/index.ts';
import { createFileCache } from './model-cache.ts';
import type { Prepared, Refused } from './reload.ts';

/** Checks and prepares the knowledge in a thread of its own, so that nobody waits for the seconds that it takes. */
const { directory, modelCache } = workerData as { directory: string; modelCache: string | undefined };
const files = createFileCache(modelCache);
let model: Prepared['model'];
const cache: ModelCache = {
  read: (key) => {
    const bytes = files.read(key);
    if (bytes !== undefined) model = { key, bytes };
    return bytes;
  },
  write: (key, bytes) => {
    model = { key, bytes };
    files.write(key, bytes);
  },
};

let outcome: Prepared | Refused;
try {
  const { knowledge } = loadKnowledge(directory);
  createAsker(knowledge, cache);
  outcome = { kind: 'prepared', knowledge, model };
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  outcome = { kind: 'refused', problems: error.problems.map(describe) };
}
parentPort?.postMessage(outcome);
