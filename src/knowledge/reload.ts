import { setTimeout as wait } from 'node:timers/promises';
import { createAsker } from '../core/index.ts';
import type { Asker, Knowledge, ModelCache } from '../core/index.ts';
import type { Log } from '../shared/log.ts';
import { backoffDelay } from '../shared/retry.ts';
import { fileStats } from './file-stats.ts';
import { readFiles } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { formatProblem, KnowledgeError } from './problems.ts';
import { loadInWorker } from './worker.ts';
import type { Loaded, WorkerData } from './worker.ts';

/** Which knowledge is in use. */
export interface KnowledgeState {
  /** See `fingerprint`. */
  readonly hash: string;
  /** Number of entries, of all guidances and kinds. */
  readonly entries: number;
  readonly loaded: Date;
  /** The first problem of the knowledge on disk; absent when that knowledge is in use. */
  readonly refused?: string;
}

/** An asker that hot-reloads its knowledge. */
export interface HotReload {
  readonly asker: Pick<
    Asker,
    'ask' | 'suggest' | 'language' | 'say' | 'sorry' | 'entries' | 'source' | 'waysOn'
  >;
  /** The knowledge in use, as it was loaded. */
  readonly knowledge: () => Knowledge;
  readonly state: () => KnowledgeState;
  /** Checks the files now, as the timer does; resolves when a change is in use or refused. */
  readonly check: () => Promise<void>;
  readonly stop: () => void;
}

/** What `createHotReload` needs. */
export interface HotReloadOptions extends WorkerData {
  /** What was loaded from the directory at the start. */
  readonly knowledge: Knowledge;
  readonly cache: ModelCache;
  readonly log: Log;
  /** Called with the problems of refused knowledge, in place of the log. */
  readonly onRefused?: (problems: readonly string[]) => void;
  /** Applied to knowledge before it answers; must keep its hash. */
  readonly transform?: (knowledge: Knowledge) => Knowledge;
  /** Milliseconds between checks, and without a change before files are read. */
  readonly timing?: { readonly interval: number; readonly settle: number };
}

/** A change is found within half a second, and training starts at once; polling takes 0.4 % of a core. */
const TIMING = { interval: 500, settle: 400 };
/** A worker that died, of memory for instance, is tried again; each attempt may cost twelve seconds of processor. */
const RETRY = { firstDelay: 4_000, maxDelay: 600_000 };

/**
 * Answers from the knowledge in a directory and hot-reloads it: changed files are checked, and a model trained, in a
 * worker thread, which starts again while more files change; the asker is then swapped between two questions. Knowledge with problems is refused and logged.
 *
 * Polls, because notifications of the file system do not reach network disks, or folders below the watched one.
 */
export function createHotReload(options: HotReloadOptions): HotReload {
  const { directory, log, transform = (knowledge: Knowledge) => knowledge, timing = TIMING } = options;
  let inUse = options.knowledge;
  let asker = createAsker(transform(inUse), options.cache);
  let state = stateOf(inUse);
  let lastStats: string | undefined;
  let failures = 0;
  let retryAt = Infinity;
  let running: Promise<void> | undefined;
  let hasStopped = false;

  const refuse = (problems: readonly string[]) => {
    if (hasStopped) return;
    const [first = 'unknown'] = problems;
    state = { ...state, refused: first };
    if (options.onRefused !== undefined) {
      options.onRefused(problems);
      return;
    }
    log.error(
      { problems: problems.slice(0, 20), hash: state.hash },
      'the changed knowledge has faults; the last good one stays in use',
    );
  };
  const use = ({ knowledge, model }: Loaded) => {
    if (hasStopped) return;
    asker = createAsker(transform(knowledge), {
      read: (key) => (model?.key === key ? model.bytes : undefined),
      write: () => undefined,
    });
    inUse = knowledge;
    state = stateOf(knowledge);
    log.info({ hash: state.hash, entries: state.entries }, 'the changed knowledge is in use');
  };
  const clearRefused = () => {
    if (state.refused === undefined) return;
    const { hash, entries, loaded } = state;
    state = { hash, entries, loaded };
    log.info({ hash }, 'the knowledge on disk is the one in use again');
  };
  const isInUse = () => fingerprint(readFiles(directory).files) === state.hash;
  /** Starts to load what is there now. More files may follow: what cannot be read yet is left for later. */
  const loadEarly = () => {
    try {
      return isInUse() ? undefined : loadInWorker(options);
    } catch {
      return undefined;
    }
  };
  const checkFiles = async () => {
    for (;;) {
      const stats = await fileStats(directory);
      if ((stats === lastStats && performance.now() < retryAt) || hasStopped) return;
      const early = loadEarly();
      await wait(timing.settle);
      if ((await fileStats(directory)) !== stats) {
        early?.stop();
        continue;
      }
      retryAt = Infinity;
      lastStats = stats;
      if (isInUse()) {
        early?.stop();
        clearRefused();
      } else {
        const outcome = await (early ?? loadInWorker(options)).outcome;
        failures = 0;
        if (outcome.kind === 'loaded') use(outcome);
        else refuse(outcome.problems);
      }
    }
  };
  const check = () => {
    running ??= checkFiles()
      .catch((error: unknown) => {
        if (error instanceof KnowledgeError) refuse(error.problems.map(formatProblem));
        else {
          failures += 1;
          retryAt = performance.now() + backoffDelay(failures, RETRY);
          refuse([`${messageOf(error)}; it is tried again`]);
        }
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  const timer = setInterval(() => void check(), timing.interval).unref();
  return {
    asker: {
      ask: (question) => asker.ask(question),
      suggest: (...args) => asker.suggest(...args),
      say: (...args) => asker.say(...args),
      sorry: (...args) => asker.sorry(...args),
      source: (...args) => asker.source(...args),
      waysOn: (...args) => asker.waysOn(...args),
      get language() {
        return asker.language;
      },
      get entries() {
        return asker.entries;
      },
    },
    knowledge: () => inUse,
    state: () => state,
    check,
    stop: () => {
      hasStopped = true;
      clearInterval(timer);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stateOf({ guidances, hash }: Knowledge): KnowledgeState {
  const entries = guidances.reduce((sum, guidance) => sum + guidance.entries.length, 0);
  return { hash, entries, loaded: new Date() };
}
