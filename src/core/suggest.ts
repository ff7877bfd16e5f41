import Fuse from 'fuse.js';
import { createPrefixIndex } from './match/prefix-index.ts';
import type { EntryCounts, Example, PrefixIndex } from './match/prefix-index.ts';
import { topK } from './match/top-k.ts';
import type { Guidance } from './model.ts';
import type { Lexicon } from './question/lexicon.ts';
import { clean, tokenize, tokensOf } from './question/normalize.ts';
import { wordingOf } from './reply/compose.ts';
import type { GuidanceEntry } from './reply/compose.ts';
import { namedChoice } from './reply/naming.ts';
import type { Choice, Language } from './types.ts';

/**
 * Returns the questions of at most `n` entries that a text which is still being typed may become, as buttons: answers
 * first, then silences. By default in the language of the text. Never throws.
 */
export type Suggest = (text: string, n: number, language?: Language) => readonly Choice[];

/** In UTF-16 code units. Of a longer text the end is read, where somebody types. */
const MAX_TYPED = 100;
/** Share of the probability that is spread over all entries (Jelinek-Mercer smoothing). */
const SMOOTHING = 0.1;
/** The probability that somebody types the question as it is shown, instead of in other words. */
const SHOWN_SHARE = 0.2;
/** Fewer letters are in too many questions for Fuse.js. */
const MIN_FUZZY = 3;
/** Fuse.js is slower above 32 characters, where it splits the pattern. */
const MAX_FUZZY = 32;
/** With a higher threshold Fuse.js finds questions that share letters with the text and nothing else. */
const FUSE_OPTIONS = { threshold: 0.3, ignoreLocation: true, ignoreFieldNorm: true } as const;

/** A typed text. */
interface Typed {
  /** Its words, joined by single spaces; ends with a space when the last word is complete. */
  readonly text: string;
  /** The complete words. */
  readonly words: readonly string[];
  /** The word that is being typed; absent after a space. */
  readonly last: string | undefined;
}

/**
 * Creates the suggestions. `entries`: those of all guidances; small talk is not suggested.
 *
 * Naive Bayes over the examples of each entry (question, variants, practice questions): how many begin with the text, have
 * each of its words, and have a word that begins with the last one. A word that every entry has is as likely in all of
 * them, so stop words need no weight of their own. When that finds fewer than `n`, Fuse.js searches the questions.
 */
export function createSuggest(
  entries: readonly GuidanceEntry[],
  guidances: readonly Guidance[],
  lexicon: Lexicon,
): Suggest {
  const targets = entries.filter(({ entry }) => entry.kind !== 'social');
  const rank = once(() => createRanking(targets, guidances, lexicon));
  const fuses: Record<Language, () => Fuse<string>> = {
    nl: once(() => fuseOf('nl')),
    en: once(() => fuseOf('en')),
  };

  return (text, n, language) => {
    const typed = parseTyped(text);
    const { words, last } = typed;
    const tokens = last === undefined ? words : [...words, last];
    if (tokens.length === 0) return [];
    const shown = language ?? lexicon.languageOf(tokens);
    const found = new Set(rank()(typed, n, shown));
    for (const place of found.size < n ? fuzzy(typed.text.trim(), shown) : []) {
      if (found.size >= n) break;
      found.add(place);
    }
    return [...found]
      .flatMap((place) => targets[place] ?? [])
      .sort((a, b) => Number(a.entry.kind === 'silent') - Number(b.entry.kind === 'silent'))
      .map((target) => namedChoice(target, shown));
  };

  function fuzzy(text: string, language: Language): readonly number[] {
    if (text.length < MIN_FUZZY) return [];
    return fuses[language]()
      .search(text.slice(-MAX_FUZZY))
      .map(({ refIndex }) => refIndex);
  }

  function fuseOf(language: Language): Fuse<string> {
    return new Fuse(questionsOf(targets, language), FUSE_OPTIONS);
  }
}

/** Returns the places of at most `n` targets that the typed text may be about, likeliest first. */
type Rank = (typed: Typed, n: number, language: Language) => readonly number[];

function createRanking(
  targets: readonly GuidanceEntry[],
  guidances: readonly Guidance[],
  lexicon: Lexicon,
): Rank {
  const examples = examplesOf(targets, guidances);
  const sizes = new Float64Array(targets.length);
  for (const { entry } of examples) sizes[entry]! += 1;
  const index = createPrefixIndex(examples, targets.length, lexicon);
  const shown: Record<Language, () => readonly string[]> = {
    nl: once(() => questionsOf(targets, 'nl')),
    en: once(() => questionsOf(targets, 'en')),
  };
  const scores = new Float64Array(targets.length);
  const isFound = new Uint8Array(targets.length);

  return ({ text, words, last }, n, language) => {
    // The square root, because how many variants editors wrote says only roughly how much is asked.
    for (const [place, size] of sizes.entries()) scores[place] = Math.log(size) / 2;
    isFound.fill(0);
    addBeginning(index.beginning(text), text, shown[language]());
    const isContent = (word: string) => !lexicon.isStopWord(word, language);
    const typed = last === undefined ? words : [...words, last];
    // Stop words find something only where nothing else is typed yet.
    const finds = typed.some(isContent) ? isContent : () => true;
    for (const word of words) addWord(index.withWord(word, language), finds(word));
    if (last !== undefined) addWord(index.withPrefix(last, language), finds(last));
    for (const [place, found] of isFound.entries()) if (found === 0) scores[place] = -Infinity;
    return topK(scores, n).filter((place) => isFound[place] === 1);
  };

  /** How likely the examples of each entry begin with the text, or its question as it is shown. */
  function addBeginning(begun: EntryCounts, text: string, questions: readonly string[]): void {
    const isShown = questions.map((question) => question.startsWith(text));
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

  /** How likely the examples of each entry have a word. */
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

/** The questions as they are shown in a language, in words joined by single spaces. */
function questionsOf(targets: readonly GuidanceEntry[], language: Language): string[] {
  return targets.map((target) => `${tokensOf(wordingOf(target, language).question).join(' ')} `);
}

function parseTyped(text: string): Typed {
  const cleaned = clean(text.slice(-MAX_TYPED));
  const tokens = tokenize(cleaned);
  const isComplete = !/[\p{L}\p{N}]$/u.test(cleaned);
  const joined = tokens.join(' ');
  return isComplete
    ? { text: `${joined} `, words: tokens, last: undefined }
    : { text: joined, words: tokens.slice(0, -1), last: tokens.at(-1) };
}

/** Calls a function at the first use, and keeps what it returns. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
