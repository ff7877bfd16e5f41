import { createHash } from 'node:crypto';
import type { Change } from '../../evaluation/index.ts';
import { createLruCache } from '../../shared/lru-cache.ts';
import type { Edits } from '../working-copy/types.ts';
import type { ComparedQuestion, Comparisons, ComparisonState, Versions } from './comparison.ts';
import { Interrupted } from './thread.ts';
import type { Thread } from './thread.ts';

/** For asking; the model takes the rest of the three seconds. */
const ESTIMATE_MS = 700;
/** Questions that are confirmed first, and then at once. */
const FIRST = 500;
const CHUNK = 1_000;
const KEPT = 10;

const NOTHING: ComparisonState = { phase: 'estimating', questions: [], rewritten: [], asked: 0, total: 0 };

/** Creates the comparisons: one thread estimates, and another one trains afresh for the comparison that was started last. */
export function createComparisons(
  estimating: Thread,
  training: Thread,
  report: (error: unknown) => void,
): Comparisons {
  const states = createLruCache<ComparisonState>({ max: KEPT });
  const estimates = new Map<string, Promise<void>>();
  let last = '';
  const update = (id: string, more: Partial<ComparisonState>) => {
    states.set(id, { ...(states.get(id) ?? NOTHING), ...more });
  };
  const run = async (id: string, versions: Versions): Promise<void> => {
    await training.stop();
    const began = performance.now();
    let estimated = 0;
    const estimate = estimating.run('estimate', { versions, milliseconds: ESTIMATE_MS }).then((found) => {
      if (found === undefined) {
        update(id, { phase: 'refused' });
        return false;
      }
      const { changes, rewritten, total } = found;
      estimated = found.asked;
      const questions = changes.map((change) => ({ ...change, certainty: 'expected' as const }));
      update(id, { phase: 'training', questions, rewritten, total, took: performance.now() - began });
      return true;
    });
    const waited = estimate.then(
      () => undefined,
      () => undefined,
    );
    estimates.set(id, waited);
    void waited.then(() => estimates.delete(id));
    if (!(await estimate)) return;
    for (let from = 0; last === id; from = from === 0 ? FIRST : from + CHUNK) {
      const to = from === 0 ? FIRST : from + CHUNK;
      const found = await training.run('compare', { versions, from, to });
      if (found === undefined) return;
      const { asked, total, changes } = found;
      const isLast = asked === total;
      const questions = confirm(states.get(id)?.questions ?? [], changes, asked >= estimated);
      update(id, { phase: isLast ? 'done' : 'checking', asked, total, questions });
      if (isLast) return;
    }
  };
  return {
    start: (versions, onDisk) => {
      const id = idOf(versions, onDisk);
      const known = states.get(id);
      if (known !== undefined && (known.phase === 'done' || last === id)) return id;
      last = id;
      update(id, NOTHING);
      run(id, versions).catch((error: unknown) => {
        if (error instanceof Interrupted) return;
        update(id, { phase: 'failed' });
        report(error);
      });
      return id;
    },
    state: (id) => states.get(id),
    estimated: async (id, milliseconds) => {
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
      await Promise.race([estimates.get(id) ?? Promise.resolve(), timeout]);
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
