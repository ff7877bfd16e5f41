import { createHash } from 'node:crypto';
import type { Change } from '../../evaluation/index.ts';
import { createLruCache } from '../../shared/lru-cache.ts';
import type { Edits } from '../working-copy/types.ts';
import { isRunning } from './comparison.ts';
import type { ComparedQuestion, Comparison, Comparisons, ComparisonState, Versions } from './comparison.ts';
import { Interrupted } from './thread.ts';
import type { Thread } from './thread.ts';

/** For asking; the model takes the rest of the three seconds. */
const ESTIMATE_MS = 700;
/** Questions that are confirmed first, and then at once. */
const FIRST = 500;
const CHUNK = 1_000;
const KEPT = 10;

const NOTHING: ComparisonState = { phase: 'estimating', questions: [], rewritten: [], asked: 0, total: 0 };

/** A comparison that was started. */
interface Run {
  readonly id: string;
  readonly versions: Versions;
}

/** Creates the comparisons: one thread estimates, and another one trains afresh for the comparison that was started last. */
export function createComparisons(
  estimating: Thread,
  training: Thread,
  report: (error: unknown) => void,
): Comparisons {
  const states = createLruCache<ComparisonState>({ max: KEPT });
  let current: Run | undefined;
  let currentEstimate: Promise<unknown> = Promise.resolve();
  /** A run that was stopped changes nothing any more. */
  const update = (run: Run, more: Partial<ComparisonState>) => {
    if (run === current) states.set(run.id, { ...(states.get(run.id) ?? NOTHING), ...more });
  };
  const estimate = async (run: Run): Promise<Comparison | undefined> => {
    await training.stop();
    if (run !== current) return undefined;
    const began = performance.now();
    const found = await estimating.run('estimate', { versions: run.versions, milliseconds: ESTIMATE_MS });
    if (found === undefined) {
      update(run, { phase: 'refused' });
      return undefined;
    }
    const { changes, rewritten, total } = found;
    const questions = changes.map((change) => ({ ...change, certainty: 'expected' as const }));
    update(run, { phase: 'training', questions, rewritten, total, took: performance.now() - began });
    return found;
  };
  const confirmAll = async (run: Run, { hashes, asked: estimated }: Comparison): Promise<void> => {
    for (let from = 0; run === current; from = from === 0 ? FIRST : from + CHUNK) {
      const to = from === 0 ? FIRST : from + CHUNK;
      const found = await training.run('compare', { versions: run.versions, from, to });
      // Both versions are what is on disk now, with edits.
      if (found?.hashes !== hashes) {
        update(run, { phase: 'outdated' });
        return;
      }
      const { asked, total, changes } = found;
      const isLast = asked === total;
      const questions = confirm(states.get(run.id)?.questions ?? [], changes, asked >= estimated);
      update(run, { phase: isLast ? 'done' : 'checking', asked, total, questions });
      if (isLast) return;
    }
  };
  const finish = async (run: Run, estimated: Promise<Comparison | undefined>): Promise<void> => {
    try {
      const found = await estimated;
      if (found !== undefined) await confirmAll(run, found);
    } catch (error) {
      update(run, { phase: 'failed' });
      if (!(error instanceof Interrupted)) report(error);
    }
  };
  return {
    start: (versions, onDisk) => {
      const id = idOf(versions, onDisk);
      const known = states.get(id);
      if (known !== undefined && (known.phase === 'done' || isRunning(known))) return id;
      const before = current && states.get(current.id);
      if (current !== undefined && before !== undefined && isRunning(before))
        update(current, { phase: 'stopped' });
      const run: Run = { id, versions };
      current = run;
      states.set(id, NOTHING);
      const estimated = estimate(run);
      currentEstimate = estimated.catch(() => undefined);
      void finish(run, estimated);
      return id;
    },
    state: (id) => states.get(id),
    estimated: async (id, milliseconds) => {
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
      await Promise.race([current?.id === id ? currentEstimate : Promise.resolve(), timeout]);
    },
  };
}

/**
 * Adds what training afresh showed of some of the questions. `isCovered`: all that the estimate
 * asked were asked, so what is not confirmed is withdrawn.
 */
function confirm(
  known: readonly ComparedQuestion[],
  changes: readonly Change[],
  isCovered: boolean,
): readonly ComparedQuestion[] {
  const keyOf = ({ turns }: Pick<Change, 'turns'>) => turns.join('\n');
  const exact = new Map(changes.map((change) => [keyOf(change), change]));
  const expected = new Set(known.map(keyOf));
  const kept = known.map((question): ComparedQuestion => {
    const change = exact.get(keyOf(question));
    if (change !== undefined) return { ...change, certainty: 'confirmed' };
    return isCovered && question.certainty === 'expected'
      ? { ...question, certainty: 'withdrawn' }
      : question;
  });
  const found = changes
    .filter((change) => !expected.has(keyOf(change)))
    .map((change): ComparedQuestion => ({ ...change, certainty: 'found' }));
  const rank = ({ certainty, gain }: ComparedQuestion) => (certainty === 'withdrawn' ? 10 : gain);
  return [...kept, ...found].toSorted((a, b) => rank(a) - rank(b));
}

function idOf({ before, after }: Versions, onDisk: string): string {
  const data = (edits: Edits) => [...edits].map(([path, text]) => [path, text ?? null]);
  return createHash('sha256')
    .update(JSON.stringify([data(before), data(after), onDisk]))
    .digest('hex')
    .slice(0, 16);
}
