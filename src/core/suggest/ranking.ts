import type { EntryCounts, Example } from './prefix-index.ts';
import { createPrefixIndex } from './prefix-index.ts';
import { topK } from '../match/top-k.ts';
import type { Guidance } from '../model.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { tokensOf } from '../question/normalize.ts';
import { wordingOf } from '../reply/compose.ts';
import type { GuidanceEntry } from '../reply/compose.ts';
import type { Language } from '../types.ts';

/** Share of the probability that is spread over all entries (Jelinek-Mercer smoothing). */
const SMOOTHING = 0.1;
/** The probability that somebody types a question as it is shown, instead of in other words. */
const SHOWN_SHARE = 0.5;

/** A typed text. */
export interface Typed {
  /** Its words, joined by single spaces; ends with a space when the last word is complete. */
  readonly text: string;
  /** The complete words. */
  readonly words: readonly string[];
  /** The word that is being typed; absent after a space. */
  readonly last: string | undefined;
}

/** Returns the places of at most `n` targets that the typed text may be about, likeliest first. */
export type Rank = (typed: Typed, n: number, language: Language) => readonly number[];

/**
 * Creates the ranking: Naive Bayes over the examples of each entry (question, variants, practice questions). How many begin
 * with the text, have each of its words, and have a word that begins with the last one? A word that every entry has is as
 * likely in all of them, so stop words need no weight of their own.
 */
export function createRanking(
  targets: readonly GuidanceEntry[],
  guidances: readonly Guidance[],
  lexicon: Lexicon,
): Rank {
  const examples = examplesOf(targets, guidances);
  const sizes = new Float64Array(targets.length);
  for (const { entry } of examples) sizes[entry]! += 1;
  const priors = sizes.map(Math.log);
  const index = createPrefixIndex(examples, targets.length, lexicon);
  const shown = targets.map((target) => lexicon.languages.map((language) => questionOf(target, language)));
  const scores = new Float64Array(targets.length);
  const isFound = new Uint8Array(targets.length);

  return ({ text, words, last }, n, language) => {
    // The prior: what many wordings ask is asked more. Its square root lost 2 points after six letters.
    scores.set(priors);
    isFound.fill(0);
    addBeginning(index.beginning(text), text);
    const isContent = (word: string) => !lexicon.isStopWord(word, language);
    const typed = last === undefined ? words : [...words, last];
    // Stop words find something only where nothing else is typed yet.
    const finds = typed.some(isContent) ? isContent : () => true;
    for (const word of words) addWord(index.withWord(word, language), finds(word));
    if (last !== undefined) addWord(index.withPrefix(last, language), finds(last));
    for (const [place, found] of isFound.entries()) if (found === 0) scores[place] = -Infinity;
    return topK(scores, n).filter((place) => isFound[place] === 1);
  };

  /** Adds how likely the examples of each entry begin with the text, or its question as it is shown does. */
  function addBeginning(begun: EntryCounts, text: string): void {
    const isShown = shown.map((questions) => questions.some((question) => question.startsWith(text)));
    const shownShare = isShown.filter(Boolean).length / targets.length;
    const background = likelihood(begun.total / examples.length, shownShare);
    if (background === 0) return;
    const places = new Set(begun.touched);
    for (const [place, is] of isShown.entries()) if (is) places.add(place);
    for (const place of places) {
      addEvidence(
        place,
        likelihood(begun.counts[place]! / sizes[place]!, Number(isShown[place])) / background,
        true,
      );
    }
  }

  /** Adds how likely the examples of each entry have a word. */
  function addWord({ counts, touched, total }: EntryCounts, finds: boolean): void {
    for (const place of touched) {
      const share = Math.min(1, counts[place]! / sizes[place]!);
      addEvidence(place, (share * examples.length) / total, finds);
    }
  }

  /** Adds the log of a likelihood ratio, smoothed: an entry without this evidence gets nothing. */
  function addEvidence(place: number, ratio: number, finds: boolean): void {
    scores[place]! += Math.log(1 + ((1 - SMOOTHING) / SMOOTHING) * ratio);
    if (finds) isFound[place] = 1;
  }
}

function likelihood(inOtherWords: number, asShown: number): number {
  return (1 - SHOWN_SHARE) * inOtherWords + SHOWN_SHARE * asShown;
}

/** The questions, variants and practice questions of the targets, by place. */
function examplesOf(targets: readonly GuidanceEntry[], guidances: readonly Guidance[]): Example[] {
  const places = new Map(targets.map(({ entry }, place) => [entry.id, place]));
  const written = targets.flatMap(({ entry }, place) =>
    Object.values(entry.wording).flatMap(({ question, variants }) =>
      [question, ...variants].map((text) => ({ text, place })),
    ),
  );
  const practice = guidances.flatMap((guidance) =>
    guidance.practice.flatMap(({ text, entry }) => {
      const place = places.get(entry ?? '');
      return place === undefined ? [] : [{ text, place }];
    }),
  );
  return [...written, ...practice].map(({ text, place }) => ({ text: tokensOf(text), entry: place }));
}

/** Returns the question of an entry as it is shown in a language: its words, joined by single spaces. */
export function questionOf(target: GuidanceEntry, language: Language): string {
  return `${tokensOf(wordingOf(target, language).question).join(' ')} `;
}
