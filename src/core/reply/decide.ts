import type { Entry } from '../model.ts';
import type { Match } from '../types.ts';

/** What kind of reply a question gets, and on which entries. */
export type Decision =
  | { readonly kind: 'answer' | 'silent' | 'social' | 'checklist'; readonly match: Match }
  | { readonly kind: 'choices'; readonly matches: readonly Match[] }
  | { readonly kind: 'unknown' };

/**
 * From which confidence each kind of entry is said straight away. Silence needs the most: wrongly saying that the
 * guidance is silent sends a person away from an answer. From the trade-off table in `bench/README.md`.
 */
const SURE = { answer: 0.6, silent: 0.85, checklist: 0.6, social: 0.5 } as const;
/** From which confidence an entry is worth offering beside others. */
const WORTH_OFFERING = 0.08;
/** From which confidence the first one is: below it choices are wild guesses, and "not understood" is the truth. */
const LEAST_FIRST = 0.3;
/** A difference in confidence that tells nothing; leave-one-round-out it takes two points off what is pretended. */
const CLOSE = 0.1;
const MOST_CHOICES = 3;

export interface Candidate {
  readonly entry: Entry;
  readonly match: Match;
}

/** What is known of the question besides its candidates. */
export interface Circumstances {
  /** Being about none of the entries is likelier than any entry. */
  readonly isOutside: boolean;
  /** One content word ("linkedin") may be about all that could be said straight away. */
  readonly isOneWord: boolean;
}

/** Decides what to do with judged candidates, surest first. */
export function decide(candidates: readonly Candidate[], { isOutside, isOneWord }: Circumstances): Decision {
  const [first] = candidates;
  if (first === undefined || isOutside) return { kind: 'unknown' };
  if (isSure(first) && !hasRival(first, candidates, isOneWord)) {
    return { kind: first.entry.kind, match: first.match };
  }
  const worth = candidates
    .filter(({ entry, match }) => match.confidence >= WORTH_OFFERING && entry.kind !== 'social')
    .slice(0, MOST_CHOICES);
  if (worth.length >= 2 && first.match.confidence >= LEAST_FIRST)
    return { kind: 'choices', matches: worth.map(({ match }) => match) };
  return { kind: 'unknown' };
}

function isSure({ entry, match }: Candidate): boolean {
  return match.confidence >= SURE[entry.kind];
}

/**
 * Whether an entry of another kind is nearly as likely: "it says this" and "it says nothing" must not be guessed
 * between. Of one word, whether such an entry would be said straight away too.
 */
function hasRival(first: Candidate, candidates: readonly Candidate[], isOneWord: boolean): boolean {
  return candidates.some(
    (other) =>
      other.entry.kind !== first.entry.kind &&
      other.entry.kind !== 'social' &&
      first.entry.kind !== 'social' &&
      (first.match.confidence - other.match.confidence < CLOSE || (isOneWord && isSure(other))),
  );
}
