import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentVectors, WEIGHT_LEVELS } from '../../../src/core/match/inverted-index.ts';
import { createSimilarity, SIMILARITY_ONE } from '../../../src/core/match/similarity.ts';
import { indexWords } from './word-index.ts';
import type { WordIndex } from './word-index.ts';

/** Cosine similarities of a text with every document. */
function similarities({ index, vectorOf }: WordIndex, text: string, maxPostings?: number): number[] {
  const compare = createSimilarity(index, undefined, maxPostings);
  return Array.from(compare(vectorOf(text)), (value) => value / SIMILARITY_ONE);
}

/** The dot product with every document, added up feature by feature. */
function naive({ index, vectorOf }: WordIndex, text: string): number[] {
  const query = vectorOf(text);
  const values = new Map(Array.from(query.ids, (id, at) => [id, query.values[at] ?? 0]));
  const vectors = documentVectors(index);
  return Array.from({ length: index.documentCount }, (_, document) => {
    let sum = 0;
    for (let at = vectors.offsets[document] ?? 0; at < (vectors.offsets[document + 1] ?? 0); at += 1)
      sum += (values.get(vectors.ids[at] ?? -1) ?? 0) * ((vectors.values[at] ?? 0) / WEIGHT_LEVELS);
    return sum;
  });
}

const text = fc
  .array(fc.constantFrom('de', 'fiets', 'fietsen', 'rek', 'slot', 'bel'), { maxLength: 5 })
  .map((words) => words.join(' '));

describe('cosine similarity', () => {
  it.each([
    ['all postings', undefined],
    ['two passes', 0],
  ])('is the dot product with every document, by %s', (_, maxPostings) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, asked) => {
        const words = indexWords(texts, true);
        const expected = naive(words, asked);
        similarities(words, asked, maxPostings).forEach((value, document) => {
          expect(value).toBeCloseTo(expected[document] ?? 0, 4);
        });
      }),
    );
  });

  it('is highest for the document itself, and 0 without a word of it', () => {
    const words = indexWords(['mag ik twitteren', 'mag ik meelezen', 'wie ziet mijn naam']);
    const [first = 0, second = 0, third] = similarities(words, 'mag ik twitteren');
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(0);
    expect(third).toBe(0);
  });

  it('skips words of many documents in a large index only', () => {
    const textsOf = (count: number) => Array.from({ length: count }, (_, place) => `de w${place}`);
    const [small, large] = [indexWords(textsOf(100)), indexWords(textsOf(600))];
    expect(Math.max(...similarities(small, 'de'))).toBeGreaterThan(0);
    expect(Math.max(...similarities(large, 'de'))).toBe(0);
    expect(similarities(large, 'de w7')[7]).toBeGreaterThan(0.5);
  });

  it('depends on no query before it', () => {
    const { index, vectorOf } = indexWords(['fiets rek', 'rek slot', 'slot bel']);
    for (const maxPostings of [undefined, 0]) {
      const compare = createSimilarity(index, undefined, maxPostings);
      const first = compare(vectorOf('fiets rek')).slice();
      compare(vectorOf('slot bel'));
      expect(compare(vectorOf('fiets rek'))).toEqual(first);
    }
  });

  // “mag” is skipped in the first pass, and counts in the second.
  it('is exact for 300 documents in two passes, and for no more', () => {
    const texts = Array.from({ length: 2_000 }, (_, place) =>
      place % 4 === 0 && place < 1_800 ? 'mag fiets' : 'mag',
    );
    const words = indexWords(texts);
    const [exact, twoPass] = [naive(words, 'mag fiets'), similarities(words, 'mag fiets', 0)];
    const same = twoPass.flatMap((value, document) =>
      Math.abs(value - (exact[document] ?? 0)) < 1e-4 ? [document] : [],
    );
    expect(same).toEqual(Array.from({ length: 300 }, (_, place) => 4 * place));
  });
});
