import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBag } from '../../../src/core/match/bag.ts';
import { BIGRAM, hashBigram, hashNgrams, hashWord, WORD } from '../../../src/core/match/feature-hash.ts';
import { featureId } from '../../../src/core/match/feature-ids.ts';
import {
  buildIndex,
  createVectorizer,
  documentVectors,
  idf,
  WEIGHT_LEVELS,
} from '../../../src/core/match/inverted-index.ts';
import { indexWords } from './word-index.ts';

const text = fc.array(fc.constantFrom('de', 'fiets', 'rek', 'slot', 'bel', 'pad'), { maxLength: 5 });
const corpus = fc.array(
  text.map((words) => words.join(' ')),
  { minLength: 1, maxLength: 12 },
);
const wordsOf = (words: string) => [...new Set(words.split(' '))].filter((word) => word !== '');

/** The squared norm of a vector. */
const squared = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value * value, 0);

describe('an inverted index', () => {
  it('has the postings, and the rounded TF-IDF weights, that a map of words gives', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const { index } = indexWords(texts);
        const docsOf = new Map<string, number[]>();
        texts.forEach((own, document) => {
          for (const word of wordsOf(own)) docsOf.set(word, [...(docsOf.get(word) ?? []), document]);
        });
        const idfOf = (word: string) => Math.log(1 + texts.length / (docsOf.get(word)?.length ?? 1));
        expect(index.offsets).toHaveLength(docsOf.size + 1);
        for (const [word, documents] of docsOf) {
          const id = featureId(index, hashWord(word));
          const [begin, end] = [index.offsets[id], index.offsets[id + 1]];
          expect(Array.from(index.postingDocs.subarray(begin, end))).toEqual(documents);
          const weights = documents.map((document) => {
            const norm = squared(wordsOf(texts[document] ?? '').map(idfOf));
            return Math.round(WEIGHT_LEVELS * Math.sqrt(0.7 / norm) * idfOf(word));
          });
          expect(Array.from(index.postingWeights.subarray(begin, end))).toEqual(weights);
          expect(idf(index, hashWord(word))).toBeCloseTo(idfOf(word), 10);
        }
      }),
    );
  });

  it('is the same after transposing its document vectors back', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const { index } = indexWords(texts, true);
        const { offsets, ids, values } = documentVectors(index);
        const postings: [number, number, number][] = [];
        for (let document = 0; document < texts.length; document += 1)
          for (let at = offsets[document] ?? 0; at < (offsets[document + 1] ?? 0); at += 1)
            postings.push([ids[at] ?? -1, document, values[at] ?? -1]);
        const own: typeof postings = [];
        for (let id = 0; id + 1 < index.offsets.length; id += 1)
          for (let at = index.offsets[id] ?? 0; at < (index.offsets[id + 1] ?? 0); at += 1)
            own.push([id, index.postingDocs[at] ?? -1, index.postingWeights[at] ?? -1]);
        expect(postings.sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(own);
      }),
    );
  });

  it('gives a feature of no document the IDF of one in a single document', () => {
    const { index } = indexWords(['fiets rek', 'fiets slot']);
    expect(idf(index, hashWord('trein'))).toBe(idf(index, hashWord('rek')));
    expect(idf(index, hashWord('fiets'))).toBeLessThan(idf(index, hashWord('rek')));
  });

  it('weighs a feature by its weight in the text', () => {
    const bag = createBag();
    const weightOf = (weight: number) => {
      const index = buildIndex(1, bag, () => {
        bag.add(hashWord('fiets'), WORD, 1);
        bag.add(hashWord('mag'), WORD, weight);
      });
      return index.postingWeights[featureId(index, hashWord('mag'))] ?? 0;
    };
    expect(weightOf(0.5)).toBeLessThan(weightOf(1));
  });

  it('of no documents is empty', () => {
    const { index, vectorOf } = indexWords([]);
    expect(index.postingDocs).toHaveLength(0);
    expect(vectorOf('fiets').ids).toHaveLength(0);
  });
});

describe('the vector of a text', () => {
  it('has a norm of 1, of which words and n-grams have fixed shares', () => {
    fc.assert(
      fc.property(fc.constantFrom('fiets', 'fiets rek', 'rek slot bel'), (own) => {
        const { index, vectorOf } = indexWords([own, 'fiets rek slot bel'], true);
        const { ids, values } = vectorOf(own);
        const ngramIds = own
          .split(' ')
          .flatMap((word) => [...hashNgrams(word, 3)].map((hash) => featureId(index, hash)));
        const ngrams = Array.from(values).filter((_, at) => ngramIds.includes(ids[at] ?? -1));
        expect(squared(values)).toBeCloseTo(1, 5);
        expect(squared(ngrams)).toBeCloseTo(0.3, 5);
      }),
    );
  });

  it('is not shorter by a bigram that no document has, because its words count already', () => {
    const { index } = indexWords(['fiets rek', 'fiets slot']);
    const bag = createBag();
    const squaredNorm = () => squared(createVectorizer(index)(bag).values);
    bag.add(hashWord('fiets'), WORD, 1);
    const before = squaredNorm();
    bag.add(hashBigram(hashWord('mag'), hashWord('fiets')), BIGRAM, 1);
    expect(squaredNorm()).toBe(before);
  });

  it('is shorter by what no document has', () => {
    const { vectorOf } = indexWords(['fiets rek', 'fiets slot']);
    expect(squared(vectorOf('fiets rek').values)).toBeCloseTo(0.7, 5);
    expect(squared(vectorOf('fiets rek trein').values)).toBeLessThan(0.5);
    expect(vectorOf('trein').ids).toHaveLength(0);
  });
});
