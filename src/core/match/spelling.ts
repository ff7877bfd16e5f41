import Fuse from 'fuse.js';
import { topK } from './top-k.ts';

/** A word of a list that a misspelled word may stand for. */
export interface Correction {
  readonly word: string;
  /** 0..1; 1 is the same spelling. */
  readonly similarity: number;
}

/** Returns the spelling corrections of a word, most similar first; none when it is spelled well. */
export type CorrectSpelling = (word: string) => readonly Correction[];

/** Spelling correction over a list of words. */
export interface Spelling {
  /** Returns at most two corrections, most similar first, as Fuse.js judges them. */
  readonly corrections: CorrectSpelling;
  /**
   * Returns a word that is one edit away: a letter replaced, added or left out, or two neighbours swapped
   * (Damerau-Levenshtein distance 1).
   */
  readonly withinOneEdit: (word: string) => string | undefined;
}

const MAX_CORRECTIONS = 2;
/** Highest Fuse.js score (0 is a match, 1 a mismatch) of a correction: about one letter in four differs. */
const MAX_FUSE_SCORE = 0.34;
const MIN_SIMILARITY = 0.6;
const FUSE_OPTIONS = {
  includeScore: true,
  threshold: MAX_FUSE_SCORE,
  ignoreLocation: false,
  distance: 20,
  ignoreFieldNorm: true,
} as const;

/** Shorter names are too near to each other to suggest one. */
const MIN_NAME_LENGTH = 3;
/** The question words that are corrected; and how many different ones have their corrections cached. */
const MIN_WORD_LENGTH = 4;
const CACHE_SIZE = 2_000;

/**
 * Creates the spelling correction over a list of words. Fuse.js takes 3 µs for each word that it judges, 2-5 ms for the
 * whole vocabulary, so it gets a shortlist of candidates.
 */
export function createSpelling(words: readonly string[]): Spelling {
  let shortlist: Shortlist | undefined;
  // Built at the first use, because it would take a twentieth of a start.
  const candidates: Shortlist = (word) => (shortlist ??= createShortlist(words))(word);
  return {
    corrections: (word) => judge(word, candidates(word)),
    withinOneEdit: (word) => candidates(word).find((candidate) => isOneEdit(candidate, word)),
  };
}

/** Returns the name that a mistyped name most likely stands for, or `undefined` when none is near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  return name.length < MIN_NAME_LENGTH ? undefined : createSpelling(names).corrections(name)[0]?.word;
}

/** Creates the spelling correction of question words: not of known, short or numeric ones. */
export function createCorrector(vocabulary: ReadonlySet<string>): CorrectSpelling {
  const { corrections } = createSpelling([...vocabulary].filter(({ length }) => length >= MIN_WORD_LENGTH));
  const cache = new Map<string, readonly Correction[]>();
  return (word) => {
    if (word.length < MIN_WORD_LENGTH || vocabulary.has(word) || /\d/.test(word)) return [];
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const found = corrections(word);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(word, found);
    return found;
  };
}

/** Limits a corrector to the first `max` different unknown words of one question, to bound its time. */
export function limitCorrections(
  correct: CorrectSpelling,
  vocabulary: ReadonlySet<string>,
  max: number,
): CorrectSpelling {
  const corrected = new Set<string>();
  return (word) => {
    if (vocabulary.has(word)) return [];
    if (!corrected.has(word)) {
      if (corrected.size >= max) return [];
      corrected.add(word);
    }
    return correct(word);
  };
}

function judge(word: string, candidates: readonly string[]): Correction[] {
  if (candidates.length === 0) return [];
  return new Fuse(candidates, FUSE_OPTIONS)
    .search(word, { limit: MAX_CORRECTIONS })
    .map(({ item, score = 1 }) => ({
      word: item,
      // Fuse.js also finds a pattern inside a longer text; a spelling error hardly changes the length.
      similarity: (1 - score) * (Math.min(item.length, word.length) / Math.max(item.length, word.length)),
    }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY);
}

/** Whether two words are the same or one edit apart. */
function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = `${a.charAt(1)}${a.charAt(0)}${a.slice(2)}`;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped === b;
}

/** Returns the candidates for a word: words of about its length with the highest Dice coefficients, highest first. */
type Shortlist = (word: string) => string[];

const MAX_CANDIDATES = 8;
/** Below this Dice coefficient Fuse.js never finds two words near. */
const MIN_DICE = 0.3;
const MAX_LENGTH_DIFFERENCE = 3;

/** Letters are folded to 32 symbols: the word edge, a to z, and five for all other characters. */
const SYMBOLS = 32;
const BIGRAMS = SYMBOLS * SYMBOLS;

function createShortlist(words: readonly string[]): Shortlist {
  const { offsets, postings } = indexBigrams(words);
  const shared = new Uint8Array(words.length);
  return (word) => {
    shared.fill(0);
    const minShared = minSharedBigrams(word.length);
    const found: number[] = [];
    for (const bigram of bigramsOf(word)) {
      const end = offsets[bigram + 1]!;
      for (let at = offsets[bigram]!; at < end; at += 1) {
        const index = postings[at]!;
        const count = shared[index]! + 1;
        shared[index] = count;
        if (count === minShared) found.push(index);
      }
    }
    const near = found.filter(
      (index) => Math.abs(words[index]!.length - word.length) <= MAX_LENGTH_DIFFERENCE,
    );
    const dice = Float64Array.from(
      near,
      (index) => (2 * shared[index]!) / (bigramCount(words[index]!.length) + bigramCount(word.length)),
    );
    return topK(dice, MAX_CANDIDATES).map((at) => words[near[at]!]!);
  };
}

/** Bigrams that the shortest possible candidate must share with a word of this length to reach `MIN_DICE`. */
function minSharedBigrams(length: number): number {
  const bigrams = bigramCount(length) + bigramCount(length - MAX_LENGTH_DIFFERENCE);
  return Math.max(2, Math.ceil((MIN_DICE * bigrams) / 2));
}

/** Letter bigrams in a word of this length, with its two edges. */
function bigramCount(length: number): number {
  return length + 1;
}

/** Inverted index from letter bigram to words, in CSR form: the postings of bigram b are `offsets[b]..offsets[b + 1]`. */
function indexBigrams(words: readonly string[]): { offsets: Uint32Array; postings: Uint32Array } {
  const offsets = new Uint32Array(BIGRAMS + 1);
  for (const word of words) for (const bigram of bigramsOf(word)) offsets[bigram + 1]! += 1;
  for (let bigram = 0; bigram < BIGRAMS; bigram += 1) offsets[bigram + 1]! += offsets[bigram]!;
  const next = offsets.slice();
  const postings = new Uint32Array(offsets[BIGRAMS]!);
  words.forEach((word, index) => {
    for (const bigram of bigramsOf(word)) postings[next[bigram]!++] = index;
  });
  return { offsets, postings };
}

/** The letter bigrams of a word with its edges, each once. */
function bigramsOf(word: string): number[] {
  const bigrams: number[] = [];
  let previous = 0;
  for (let at = 0; at <= word.length; at += 1) {
    const symbol = at === word.length ? 0 : symbolOf(word.charCodeAt(at));
    const bigram = previous * SYMBOLS + symbol;
    if (!bigrams.includes(bigram)) bigrams.push(bigram);
    previous = symbol;
  }
  return bigrams;
}

function symbolOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 96 : 27 + (code % 5);
}
