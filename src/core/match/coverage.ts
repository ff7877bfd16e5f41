import { hashWord } from './feature-hash.ts';
import type { Word } from './features.ts';
import { idf } from './inverted-index.ts';
import type { InvertedIndex } from './inverted-index.ts';

/**
 * Returns the share (0..1) of the words, weighted by IDF, that is in the vocabulary; a corrected word counts for its
 * similarity to the best correction. 0 when there are no words.
 */
export function coverageOf(words: readonly Word[], known: ReadonlySet<string>, index: InvertedIndex): number {
  let total = 0;
  let covered = 0;
  for (const { key, corrections } of words) {
    const weight = idf(index, hashWord(key));
    total += weight;
    if (known.has(key)) covered += weight;
    else covered += weight * Math.max(0, ...corrections.map(({ similarity }) => similarity));
  }
  return total === 0 ? 0 : covered / total;
}
