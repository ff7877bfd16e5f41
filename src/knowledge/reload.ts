import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '../shared/log.ts';
import { createAsker } from '../core/index.ts';
import type { Asker, Knowledge, ModelCache } from '../core/index.ts';
import { markOf, watched } from './file-watch.ts';

/** Which knowledge is in use. */
export interface KnowledgeState {
  readonly hash: string;
  /** Questions that have an answer. */
  readonly entries: number;
  readonly loaded: Date;
  /** Why what is on disk now is not in use: the first fault, as its editor reads it. */
  readonly refused?: string;
}

/** Knowledge that follows its files. */
export interface LivingKnowledge {
  /** Always of one edition, never of half a change. */
  readonly asker: Pick<Asker, 'ask' | 'say' | 'sorry' | 'entries'>;
  readonly state: () => KnowledgeState;
  /** Looks for a change now; resolves when it was taken or refused. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

export interface Prepared {
  readonly kind: 'prepared';
  readonly knowledge: Knowledge;
  /** What the matcher learned, so that it need not learn again. */
  readonly model: { readonly key: string; readonly bytes: Uint8Array } | undefined;
}
export interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly string[];
}

export interface LivingParts {
  readonly directory: string;
  /** What was loaded at the start, and the mark of its files taken just before. */
  readonly knowledge: Knowledge;
  readonly mark: string;
  readonly cache: ModelCache;
  readonly modelCache?: string | undefined;
  readonly log: Log;
  /** What is made of knowledge before it answers; keeps its hash. */
  readonly change?: (knowledge: Knowledge) => Knowledge;
  /** Between looks, and the time in which nothing may change before files are read: milliseconds. */
  readonly pace?: { readonly every: number; readonly settle: number };
}

const PACE = { every: 2_000, settle: 400 };
/** Longest time that preparing may take; the largest knowledge measured takes a sixth of it. */
const PATIENCE = 180_000;

/**
 * Answers from knowledge on disk, and keeps looking at it: a change is checked and learned in a thread of its own, and
 * then takes the place of the old one between two questions. What has faults is refused, and told; the last good one
 * goes on. Notifications of the file system only make it quicker: they fail on network disks.
 */
export function createLivingKnowledge(parts: LivingParts): LivingKnowledge {
  const { directory, log, change = same, pace = PACE } = parts;
  let asker = createAsker(change(parts.knowledge), parts.cache);
  let state = stateOf(parts.knowledge);
  let mark = parts.mark;
  let looking: Promise<void> | undefined;
  let hasStopped = false;

  const take = (outcome: Prepared | Refused) => {
    if (hasStopped) return;
    if (outcome.kind === 'refused') {
      const [first = 'unknown'] = outcome.problems;
      state = { ...state, refused: first };
      log.error(
        { problems: outcome.problems.slice(0, 20), hash: state.hash },
        'the changed knowledge has faults; the last good one stays in use',
      );
      return;
    }
    const { knowledge, model } = outcome;
    if (knowledge.hash !== state.hash) {
      asker = createAsker(change(knowledge), {
        read: (key) => (model?.key === key ? model.bytes : undefined),
        write: () => undefined,
      });
      state = stateOf(knowledge);
      log.info({ hash: state.hash, entries: state.entries }, 'the changed knowledge is in use');
    } else if (state.refused !== undefined) {
      const { hash, entries, loaded } = state;
      state = { hash, entries, loaded };
      log.info({ hash }, 'the knowledge on disk is the one in use again');
    }
  };
  const follow = async () => {
    for (let found = await markOf(directory); found !== mark && !hasStopped;) {
      await new Promise((resolve) => setTimeout(resolve, pace.settle));
      const again = await markOf(directory);
      // Somebody is still writing.
      if (again !== found) {
        found = again;
        continue;
      }
      mark = found;
      take(await prepare(directory, parts.modelCache));
      found = await markOf(directory);
    }
  };
  const look = () => {
    looking ??= follow()
      .catch((error: unknown) => {
        take({ kind: 'refused', problems: [error instanceof Error ? error.message : String(error)] });
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  const timer = setInterval(() => void look(), pace.every).unref();
  const watcher = watched(directory, () => void look());
  return {
    asker: {
      ask: (question) => asker.ask(question),
      say: (...what) => asker.say(...what),
      sorry: (...what) => asker.sorry(...what),
      get entries() {
        return asker.entries;
      },
    },
    state: () => state,
    look,
    stop: () => {
      hasStopped = true;
      clearInterval(timer);
      watcher?.close();
    },
  };
}

const same = (knowledge: Knowledge) => knowledge;

function stateOf({ guidances, hash }: Knowledge): KnowledgeState {
  const entries = guidances.reduce((sum, guidance) => sum + guidance.entries.length, 0);
  return { hash, entries, loaded: new Date() };
}

function prepare(directory: string, modelCache: string | undefined): Promise<Prepared | Refused> {
  return new Promise((resolve, reject) => {
    // Beside this file, with its ending: `.ts` as it is written, `.js` in the bundle.
    const path = join(import.meta.dirname, `reload-worker${extname(import.meta.filename)}`);
    const worker = new Worker(path, { workerData: { directory, modelCache } });
    const timer = setTimeout(() => {
      reject(new Error('preparing the knowledge took too long'));
      void worker.terminate();
    }, PATIENCE);
    worker.once('message', (outcome: Prepared | Refused) => {
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
