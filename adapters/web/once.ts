import { createLruCache } from '../../src/shared/lru-cache.ts';
import type { WebAssistant } from './texts.ts';

/** What happens at the first press, and at another one that a replica gets which does not know the outcome of the first. */
interface Presses<Outcome> {
  readonly first: () => Promise<Outcome>;
  readonly again: () => Outcome | Promise<Outcome>;
}

/** As many as are under way at once. */
const MAX_KNOWN = 1_000;
/** Milliseconds; as long as a press is claimed for. */
const LIFETIME = 5_000;

/**
 * Returns a function that gives one outcome to a form that a browser sends twice: without JavaScript a double click does.
 * The same `value` again, right after itself, is a press too many. `place` holds the random id of the conversation, so that
 * nobody can find out from the pseudonym of a claim what was typed.
 */
export function createOnce<Outcome>(
  claim: WebAssistant['claim'],
): (place: string, value: string, presses: Presses<Outcome>) => Promise<Outcome> {
  const last = createLruCache<{ readonly value: string; readonly outcome: Promise<Outcome> }>({
    max: MAX_KNOWN,
    ttl: LIFETIME,
  });
  return (place, value, { first, again }) => {
    const claimed = claim([JSON.stringify([place, value])], 'press');
    const known = last.get(place);
    if (known?.value === value) return known.outcome;
    // After something else the same is asked anew.
    const outcome = claimed.then((isFirst) => (isFirst || known !== undefined ? first() : again()));
    last.set(place, { value, outcome });
    return outcome;
  };
}
