import { createComposer } from '../../core/index.ts';
import type { Composer } from '../../core/index.ts';
import { fileStats } from '../../knowledge/index.ts';
import type { Log } from '../../shared/log.ts';
import { createComparisons } from './comparisons.ts';
import type { Tasks, ThreadData } from './tasks.ts';
import { createThread, Interrupted } from './thread.ts';
import type { Engine, EngineStatus } from './types.ts';

/** Milliseconds between looks at the disk. */
const INTERVAL = 1_000;
/** Milliseconds after which a thread that died, of memory for instance, gets the same files again. */
const RETRY = 60_000;

/**
 * Creates the engine for the working copy in a directory. Its four threads are in the README of the workbench; training takes
 * seconds, and is interrupted when the files change.
 */
export function createEngine(parts: ThreadData & { readonly log: Log }): Engine {
  const { directory, channelTexts, log } = parts;
  const answering = createThread({ directory, channelTexts });
  const training = createThread({ directory, channelTexts });
  const estimating = createThread({ directory, channelTexts });
  const comparing = createThread({ directory, channelTexts });
  let status: EngineStatus = { phase: 'reading', problems: [], read: '' };
  let composer: Composer | undefined;
  /** What trying the variants of a version found; its problems hold again when that version comes back after errors. */
  let tried: Tasks['states']['output'];
  let lastStats: string | undefined;
  let retryAt = Infinity;
  let running: Promise<void> | undefined;
  let hasStopped = false;

  const set = (more: Partial<EngineStatus>) => {
    status = { ...status, ...more };
  };
  /** Brings a changed directory into use. A newer change interrupts it, and starts it again. */
  const follow = async (): Promise<void> => {
    for (;;) {
      const stats = await fileStats(directory);
      if ((stats === lastStats && performance.now() < retryAt) || hasStopped) return;
      retryAt = Infinity;
      lastStats = stats;
      await training.stop();
      try {
        await bring();
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
      }
    }
  };
  const bring = async (): Promise<void> => {
    set({ phase: 'reading' });
    const { hash, problems, frame } = await answering.run('read', undefined);
    if (frame === undefined) {
      set({ phase: 'refused', problems, read: hash });
      return;
    }
    composer = createComposer(frame);
    if (hash === status.hash) {
      set({ phase: 'ready', read: hash, problems: tried?.hash === hash ? tried.problems : problems });
    } else {
      set({ phase: 'training', problems, read: hash });
      const trained = await training.run('fit', undefined);
      if (trained?.hash !== hash || !(await answering.run('use', trained))) return;
      status = { phase: 'ready', problems, read: hash, hash };
    }
    if (status.states === undefined) void tryVariants();
  };
  /** Takes a minute; nobody waits for it. */
  const tryVariants = async (): Promise<void> => {
    try {
      const found = await training.run('states', undefined);
      if (found?.hash !== status.read || found.hash !== status.hash) return;
      tried = found;
      set({ states: found.states, problems: found.problems });
    } catch (error) {
      report(error);
    }
  };
  const report = (error: unknown) => {
    if (error instanceof Interrupted || hasStopped) return;
    log.error({ cause: error instanceof Error ? error.stack : String(error) }, 'the engine failed');
  };
  const look = (): Promise<void> => {
    running ??= follow()
      .catch((error: unknown) => {
        retryAt = performance.now() + RETRY;
        report(error);
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  /** Files that change while a model is trained make that training useless. */
  const lookAgain = async (): Promise<void> => {
    if (running !== undefined && (await fileStats(directory)) !== lastStats) await training.stop();
    await look();
  };
  const comparisons = createComparisons(estimating, comparing, report);
  const timer = setInterval(() => void lookAgain(), INTERVAL).unref();
  void look();

  return {
    status: () => status,
    settled: async () => {
      await lookAgain();
      if (running !== undefined) await running;
    },
    check: (edits) => answering.run('check', edits),
    preview: (entry, { language, edits }) => answering.run('preview', { entry, language, edits }),
    ask: (turns) => answering.run('ask', turns),
    comparisons,
    group: (texts) => answering.run('group', texts),
    say: (key, values, language) => composer?.say(key, values, language) ?? key,
    saved: () => void lookAgain(),
    stop: async () => {
      hasStopped = true;
      clearInterval(timer);
      await Promise.all([answering, training, estimating, comparing].map((thread) => thread.stop()));
    },
  };
}
