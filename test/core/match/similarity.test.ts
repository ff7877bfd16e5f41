import { describe, expect, it } from '@jest/globals';
import { createBag } from '../../../src/core/match/bag.ts';
import { WORD, hashWord } from '../../../src/core/match/feature-hash.ts';
import { buildIndex, createVectorizer } from '../../../src/core/match/inverted-index.ts';
import { createSimilarity, SIMILARITY_ONE } from '../../../src/core/match/similarity.ts';

const TEXTS = ['mag ik twitteren', 'mag ik meelezen', 'wie ziet mijn naam', 'hoe vaak moet ik posten'];
const bag = createBag();

function fill(text: string): void {
  for (const word of text.split(' ')) bag.add(hashWord(word), WORD, 1);
}

const index = buildIndex(TEXTS.length, bag, (place) => {
  fill(TEXTS[place] ?? '');
});

function likenessesOf(text: string, mostPlaces?: number): number[] {
  bag.clear();
  fill(text);
  return Array.from(
    createSimilarity(index, mostPlaces)(createVectorizer(index)(bag)),
    (value) => value / SIMILARITY_ONE,
  );
}

describe('likeness', () => {
  it('is highest for the question itself, and nothing for one without a word of it', () => {
    const [first = 0, second = 0, third] = likenessesOf('mag ik twitteren');
    expect(first).toBeCloseTo(0.7, 3);
    expect(second).toBeLessThan(first);
    expect(third).toBe(0);
  });

  it.each(TEXTS)('is the same in large knowledge, where not all is looked at first: %s', (text) => {
    const found = likenessesOf(text, 0);
    likenessesOf(text).forEach((value, place) => {
      expect(found[place]).toBeCloseTo(value, 3);
    });
  });
});
