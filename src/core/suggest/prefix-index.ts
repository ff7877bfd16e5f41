import type { Lexicon } from '../question/lexicon.ts';
import type { Language } from '../types.ts';
import { createSpelling, isCorrectable, MIN_WORD_LENGTH } from '../match/spelling.ts';

/** A question with the entry that it asks, by index. */
export interface Example {
  readonly text: readonly string[];
  readonly entry: number;
}

/** Counts of examples by entry: `counts[e]` of entry `e`, which is one of `touched`. */
export interface EntryCounts {
  readonly counts: Float64Array;
  readonly touched: readonly number[];
  /** The sum of `counts`. */
  readonly total: number;
}

/** Finds the examples that a text which is still being typed may become. Each call reuses the same `EntryCounts`. */
export interface PrefixIndex {
  /** Counts the examples that begin with a text, words joined by single spaces. */
  readonly beginning: (typed: string) => EntryCounts;
  /** Counts the examples with a whole word, in any inflection; of an unknown word those with its spelling corrections. */
  readonly withWord: (word: string, language: Language) => EntryCounts;
  /** Like `withWord`, of a word that may not be complete: also those with a word that begins with it. */
  readonly withPrefix: (prefix: string, language: Language) => EntryCounts;
}

/** Creates the index of the examples of `entryCount` entries: words in alphabetical order, with their postings. */
export function createPrefixIndex(
  examples: readonly Example[],
  entryCount: number,
  lexicon: Lexicon,
): PrefixIndex {
  const { words, postings } = indexWords(examples);
  const beginnings = examples
    .map(({ text, entry }) => ({ text: `${text.join(' ')} `, entry }))
    .sort((a, b) => compare(a.text, b.text));
  const texts = beginnings.map(({ text }) => text);
  const places = new Map(words.map((word, place) => [word, place]));
  const inflections = byKey(words, (word) =>
    lexicon.languages.map((language) => `${language}:${lexicon.key(word, language)}`),
  );
  const names = byKey(words, (word) => lexicon.nameClassOf(word) ?? []);
  const spelling = createSpelling(words.filter(({ length }) => length >= MIN_WORD_LENGTH));
  const counts = new Float64Array(entryCount);
  let touched: number[] = [];
  let total = 0;

  return {
    beginning: (typed) => {
      clear();
      const [from, to] = rangeOf(texts, typed);
      for (let place = from; place < to; place += 1) add(beginnings[place]!.entry, 1);
      return found();
    },
    withWord: (word, language) => {
      clear();
      addWord(word, language);
      return found();
    },
    withPrefix: (prefix, language) => {
      clear();
      const [from, to] = rangeOf(words, prefix);
      for (let place = from; place < to; place += 1) addPostings(place);
      const isInRange = (place: number) => place >= from && place < to;
      for (const place of same(prefix, language)) if (!isInRange(place)) addPostings(place);
      if (touched.length === 0) addCorrections(prefix);
      return found();
    },
  };

  /** The places of the words that are an inflection of a word, or another name of its class. */
  function same(word: string, language: Language): readonly number[] {
    const nameClass = lexicon.nameClassOf(word);
    const found =
      nameClass === undefined
        ? inflections.get(`${language}:${lexicon.key(word, language)}`)
        : names.get(nameClass);
    return found ?? [];
  }

  function addWord(word: string, language: Language): void {
    const places = same(word, language);
    for (const place of places) addPostings(place);
    if (places.length === 0) addCorrections(word);
  }

  function addCorrections(word: string): void {
    if (!isCorrectable(word)) return;
    for (const { word: corrected, similarity } of spelling.corrections(word))
      addPostings(places.get(corrected)!, similarity);
  }

  function addPostings(place: number, weight = 1): void {
    for (const [entry, count] of postings[place]!) add(entry, weight * count);
  }

  function add(entry: number, count: number): void {
    if (counts[entry] === 0) touched.push(entry);
    counts[entry]! += count;
    total += count;
  }

  function clear(): void {
    for (const entry of touched) counts[entry] = 0;
    touched = [];
    total = 0;
  }

  function found(): EntryCounts {
    return { counts, touched, total };
  }
}

/** The words of the examples in alphabetical order, with for each the entries and how many of their examples have it. */
function indexWords(examples: readonly Example[]): {
  words: readonly string[];
  postings: readonly ReadonlyMap<number, number>[];
} {
  const index = new Map<string, Map<number, number>>();
  for (const { text, entry } of examples) {
    for (const word of new Set(text)) {
      const entries = index.get(word) ?? new Map<number, number>();
      if (entries.size === 0) index.set(word, entries);
      entries.set(entry, (entries.get(entry) ?? 0) + 1);
    }
  }
  const sorted = [...index].sort(([a], [b]) => compare(a, b));
  return { words: sorted.map(([word]) => word), postings: sorted.map(([, entries]) => entries) };
}

/** The places of the words with each key. */
function byKey(words: readonly string[], keysOf: (word: string) => string | readonly string[]) {
  const found = new Map<string, number[]>();
  words.forEach((word, place) => {
    for (const key of [keysOf(word)].flat()) {
      const places = found.get(key);
      if (places === undefined) found.set(key, [place]);
      else places.push(place);
    }
  });
  return found;
}

/** By code unit, as `rangeOf` compares: the order of `localeCompare` has prefixes in several places. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The places from and to (exclusive) of the texts that begin with a prefix, in texts in the order of `compare`. */
function rangeOf(texts: readonly string[], prefix: string): readonly [number, number] {
  const first = (isBefore: (text: string) => boolean) => {
    let [low, high] = [0, texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(texts[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = first((text) => text < prefix);
  return [from, first((text) => text < prefix || text.startsWith(prefix))];
}
