/**
 * Feature hashing: a feature is a 32-bit hash of its kind and content, so that no feature name is stored or compared.
 * Among a million features some hundred pairs collide; each such pair counts as one feature.
 */
export type FeatureKind = 0 | 1 | 2 | 3;
export const WORD = 0;
/** Two consecutive words. */
export const BIGRAM = 1;
/** A group of synonyms. */
export const SYNSET = 2;
/** A character n-gram of a word. */
export const NGRAM = 3;

const MIN_NGRAM_LENGTH = 3;
const WORD_EDGE = '_';

/** Hash of a word, given its key (`Lexicon.key`). */
export function hashWord(key: string): number {
  let hash = seed(WORD);
  for (let at = 0; at < key.length; at += 1) hash = mix(hash, key.charCodeAt(at));
  return finalize(hash);
}

/** Hash of a class of interchangeable names, which counts as a word. */
export function hashNameClass(name: string): number {
  // No key has a brace.
  return hashWord(`{${name}}`);
}

/** Hash of a bigram, given the hashes of its two words. */
export function hashBigram(first: number, second: number): number {
  return finalize(mix(mix(seed(BIGRAM), first), second));
}

/** Hash of a synset, given its id in the lexicon. */
export function hashSynset(id: number): number {
  return finalize(mix(seed(SYNSET), id));
}

/** Hashes of all character n-grams of 3 to `maxLength` characters in `_word_`; a repeated n-gram is repeated here. */
export function hashNgrams(word: string, maxLength: number): Uint32Array {
  const padded = `${WORD_EDGE}${word}${WORD_EDGE}`;
  const hashes: number[] = [];
  for (let start = 0; start + MIN_NGRAM_LENGTH <= padded.length; start += 1) {
    let hash = seed(NGRAM);
    const longest = Math.min(maxLength, padded.length - start);
    for (let length = 1; length <= longest; length += 1) {
      hash = mix(hash, padded.charCodeAt(start + length - 1));
      if (length >= MIN_NGRAM_LENGTH) hashes.push(finalize(hash));
    }
  }
  return Uint32Array.from(hashes);
}

function seed(kind: FeatureKind): number {
  return Math.imul(kind + 1, 0x9e3779b1);
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

/** The finalizer of MurmurHash3: every input bit affects every output bit. */
function finalize(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
