import { parentPort, workerData } from 'node:worker_threads';
import { trainModel } from '../core/index.ts';
import type { ModelCache } from '../core/index.ts';
import { loadKnowledge } from './load.ts';
import { createFileCache } from './model-cache.ts';
import { formatProblem, KnowledgeError } from './problems.ts';
import type { Outcome, WorkerData } from './worker.ts';

/** Checks knowledge and trains its model in a worker thread; that takes seconds, in which the bot goes on answering. */
const { directory, channelTexts, modelCache } = workerData as WorkerData;
const fileCache = createFileCache(modelCache);
let model: Extract<Outcome, { kind: 'loaded' }>['model'];
const cache: ModelCache = {
  read: (key) => {
    const bytes = fileCache.read(key);
    if (bytes !== undefined) model = { key, bytes };
    return bytes;
  },
  write: (key, bytes) => {
    model = { key, bytes };
    fileCache.write(key, bytes);
  },
};

let outcome: Outcome;
try {
  const { knowledge } = loadKnowledge(directory, channelTexts);
  trainModel(knowledge.guidances, cache, knowledge.phrasings);
  outcome = { kind: 'loaded', knowledge, model };
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  outcome = { kind: 'refused', problems: error.problems.map(formatProblem) };
}
parentPort?.postMessage(outcome);
