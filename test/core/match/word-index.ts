import { createBag } from '../../../src/core/match/bag.ts';
import type { Bag } from '../../../src/core/match/bag.ts';
import { hashNgrams, hashWord, NGRAM, WORD } from '../../../src/core/match/feature-hash.ts';
import { buildIndex, createVectorizer } from '../../../src/core/match/inverted-index.ts';
import type { InvertedIndex, SparseVector } from '../../../src/core/match/inverted-index.ts';

/** A small index whose documents are texts of words between spaces, and the vectors of other texts. */
export interface WordIndex {
  readonly index: InvertedIndex;
  /** The next call leaves the vector as it is. */
  readonly vectorOf: (text: string) => SparseVector;
}

/** Adds the words of a text, all with weight 1; and with `ngrams` their n-grams of three characters. */
function addWords(bag: Bag, text: string, ngrams = false): void {
  for (const word of text.split(' ').filter((part) => part !== '')) {
    bag.add(hashWord(word), WORD, 1);
    if (ngrams) for (const hash of hashNgrams(word, 3)) bag.add(hash, NGRAM, 1);
  }
}

export function indexWords(texts: readonly string[], ngrams = false): WordIndex {
  const bag = createBag();
  const index = buildIndex(texts.length, bag, (document) => {
    addWords(bag, texts[document] ?? '', ngrams);
  });
  const vectorize = createVectorizer(index);
  return {
    index,
    vectorOf: (text) => {
      bag.clear();
      addWords(bag, text, ngrams);
      return vectorize(bag);
    },
  };
}
