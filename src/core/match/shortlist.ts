import { topK } from './top-k.ts';

/** Returns the candidates for a word: words of about its length with the highest Dice coefficients, highest first. */
export type Shortlist = (word: string) => string[];

const MAX_CANDIDATES = 8;
/** Below this Dice coefficient Fuse.js never finds two words near. */
const MIN_DICE = 0.3;
const MAX_LENGTH_DIFFERENCE = 3;

/** Letters are folded to 32 symbols: the word edge, a to z, and five for all other characters. */
const SYMBOLS = 32;
const BIGRAMS = SYMBOLS * SYMBOLS;

/** Creates the shortlist of a list of words: an inverted index of their letter bigrams. */
export function createShortlist(words: readonly string[]): Shortlist {
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
