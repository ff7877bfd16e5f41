import type { Analysis } from '../match/analysis.ts';
import type { PhraseKind } from '../match/training-set.ts';
import { guidanceIn } from '../entry-id.ts';
import type { Entry } from '../model.ts';
import { MAX_PHRASE_WORDS } from '../question/phrasings.ts';
import type { Match } from '../types.ts';

/** What kind of reply a question gets, and about which entries. */
export type Decision =
  | { readonly kind: 'answer' | 'silent' | 'social' | 'checklist'; readonly match: Match }
  | { readonly kind: 'choices'; readonly matches: readonly Match[] }
  | { readonly kind: 'phrase'; readonly phrase: PhraseKind }
  | { readonly kind: 'unknown' };

/** Minimum confidence to reply with an entry at once. Chosen on rounds 13 to 39, each left out: `bench/README.md`, “Plain questions”. */
export const MIN_CONFIDENCE = { answer: 0.5, silent: 0.5, checklist: 0.5, social: 0.45 } as const;
/** Minimum confidence of an entry that is offered beside others. */
const MIN_OFFERED = 0.1;
/**
 * Minimum confidence of the third offered entry, as a share of the second's. Of 18 choices on questions that were not learned
 * (rounds 40 to 42, `uitgebreid.yaml`, `ontwikkelset.yaml`) 3 lose their third, none the right one; at 0.75 that is 6.
 */
const MIN_THIRD_SHARE = 0.5;
/** Minimum confidence of the best offered entry; with less, all choices are guesses. */
const MIN_BEST_OFFERED = 0.3;
/** A smaller difference in confidence is a tie; measured leave-one-round-out, it prevents two points of false answers. */
const TIE = 0.1;
/**
 * From this confidence on, an entry of the same kind is no rival. Of the answers below it that tie, 5 of 14 are wrong; of the
 * others 1 in 25 (questions that were not learned: rounds 40 to 44, `uitgebreid.yaml`, `ontwikkelset.yaml`).
 */
const MIN_CLEAR = 0.8;
const MAX_CHOICES = 3;
/**
 * Minimum confidence to put the claim of an entry above its answer. On the same questions 96 % of the answers with more are
 * right, and 71 % of those with less.
 */
const MIN_SURE = 0.7;

/** Returns whether an entry is surely what was asked: its claim is then the heading of the answer. */
export function isSure({ confidence }: Pick<Match, 'confidence'>): boolean {
  return confidence >= MIN_SURE;
}
/** Minimum score of the phrases together. Fitted on list 3: with less, questions are taken for phrases. */
const MIN_PHRASE = 0.4;

export interface MatchedEntry {
  readonly entry: Entry;
  readonly match: Match;
}

/**
 * Decides what to do with the matched entries, given highest confidence first. A question of one content word ("linkedin")
 * may be about several.
 */
export function decide(matched: readonly MatchedEntry[], isOneWord: boolean): Decision {
  const [first] = matched;
  if (first === undefined) return { kind: 'unknown' };
  const rivals = isConfident(first) ? rivalsOf(first, matched, isOneWord) : [];
  if (isConfident(first) && rivals.length === 0) return { kind: first.entry.kind, match: first.match };
  const offered = matched
    .filter(({ entry, match }) => match.confidence >= MIN_OFFERED && entry.kind !== 'social')
    .slice(0, MAX_CHOICES)
    .filter(({ match }, index, all) => {
      const second = all[1]?.match.confidence ?? 0;
      return index < 2 || match.confidence >= MIN_THIRD_SHARE * second;
    });
  const elsewhere = rivals.find((rival) => isElsewhere(rival, first));
  if (elsewhere !== undefined && !offered.includes(elsewhere)) offered.splice(-1, 1, elsewhere);
  if (offered.length >= 2 && first.match.confidence >= MIN_BEST_OFFERED)
    return { kind: 'choices', matches: offered.map(({ match }) => match) };
  return { kind: 'unknown' };
}

function isConfident({ entry, match }: MatchedEntry): boolean {
  return match.confidence >= MIN_CONFIDENCE[entry.kind];
}

function isElsewhere(other: MatchedEntry, first: MatchedEntry): boolean {
  return guidanceIn(other.entry.id) !== guidanceIn(first.entry.id);
}

/**
 * The entries that may be the reply as well. One that ties with the first: of another kind always, because between "it says
 * this" and "it says nothing" the bot does not guess; of the same kind when neither is clear and they quote something else.
 * For a question of one word, or in another guidance, also every confident one: the question then fits both.
 */
function rivalsOf(first: MatchedEntry, matched: readonly MatchedEntry[], isOneWord: boolean): MatchedEntry[] {
  return matched.filter((other) => {
    if (other.entry.kind === 'social' || first.entry.kind === 'social') return false;
    const isOutside = isElsewhere(other, first);
    const isTie = other !== first && first.match.confidence - other.match.confidence < TIE;
    if (!isOutside && other.entry.kind === first.entry.kind)
      return isTie && first.match.confidence < MIN_CLEAR && !shareQuotes(other.entry, first.entry);
    return isTie || ((isOneWord || isOutside) && isConfident(other));
  });
}

/** Doubt between answers with the same quotes does not matter to the reader. */
function shareQuotes(a: Entry, b: Entry): boolean {
  return a.quotes.some((quote) => b.quotes.some(({ text }) => text === quote.text));
}

/**
 * Decides on a question that an editor wrote literally: its entry, or a choice when several entries have it; of small talk
 * in several guidances the first. Nothing when no entry does.
 */
export function decideLiteral(
  entries: readonly Entry[],
  matched: readonly MatchedEntry[],
): Decision | undefined {
  const [first, ...others] = entries.map((entry): MatchedEntry => {
    const words = matched.find((found) => found.entry === entry)?.match.words ?? (() => []);
    return { entry, match: { entry: entry.id, confidence: 1, words } };
  });
  if (first === undefined) return undefined;
  if (others.length === 0 || [first, ...others].every(({ entry }) => entry.kind === 'social'))
    return { kind: first.entry.kind, match: first.match };
  return { kind: 'choices', matches: [first, ...others].slice(0, MAX_CHOICES).map(({ match }) => match) };
}

/** Decides whether a message of so many words is about no entry but is a phrase: a follow-up, or without a subject. */
export function decidePhrase(
  { phrase, scores }: Pick<Analysis, 'phrase' | 'scores'>,
  wordCount: number,
): Decision | undefined {
  const best = scores.find(({ entry }) => entry >= 0)?.blended ?? 0;
  const isPhrase = wordCount <= MAX_PHRASE_WORDS && phrase.score >= Math.max(MIN_PHRASE, best);
  return isPhrase ? { kind: 'phrase', phrase: phrase.kind } : undefined;
}
