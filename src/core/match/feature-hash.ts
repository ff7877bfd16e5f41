/**
 * Features are known by a number of 32 bits made from their name, so that no name needs to be kept or compared. Two of
 * a million features share a number in some hundred cases: they then count as one, which no likeness shows.
 */
export type FeatureKind = 0 | 1 | 2 | 3;
/** A word; two neighbouring words; a synonym group; letters that stand together in a word. */
export const WORD = 0;
export const PAIR = 1;
export const CONCEPT = 2;
export const LETTERS = 3;

const NGRAM_SHORTEST = 3;
const EDGE = '_';

/** The feature of a word, by its key. */
export function wordFeature(key: string): number {
  let hash = seed(WORD);
  for (let at = 0; at < key.length; at += 1) hash = step(hash, key.charCodeAt(at));
  return finish(hash);
}

/** The feature of two words that follow each other, by their features. */
export function pairFeature(before: number, word: number): number {
  return finish(step(step(seed(PAIR), before), word));
}

/** The feature of a synonym group. */
export function conceptFeature(id: number): number {
  return finish(step(seed(CONCEPT), id));
}

/** The features of all groups of 3 to `most` letters in a word, its edges marked; one that stands twice comes twice. */
export function letterFeatures(word: string, most: number): Uint32Array {
  const padded = `${EDGE}${word}${EDGE}`;
  const features: number[] = [];
  for (let start = 0; start + NGRAM_SHORTEST <= padded.length; start += 1) {
    let hash = seed(LETTERS);
    const longest = Math.min(most, padded.length - start);
    for (let length = 1; length <= longest; length += 1) {
      hash = step(hash, padded.charCodeAt(start + length - 1));
      if (length >= NGRAM_SHORTEST) features.push(finish(hash));
    }
  }
  return Uint32Array.from(features);
}

function seed(kind: FeatureKind): number {
  return Math.imul(kind + 1, 0x9e3779b1);
}

function step(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

/** The last step of MurmurHash3: every bit of the input moves every bit of the number. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
