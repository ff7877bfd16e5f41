import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashBigram, hashNgrams, hashSynset, hashWord } from '../../../src/core/match/feature-hash.ts';

const word = fc.string({ unit: fc.constantFrom(...Array.from('abé𠀀')), minLength: 1, maxLength: 8 });

/** The substrings of 3 to `max` code units of the word with its edges, by the beginning. */
function ngramsOf(text: string, max: number): string[] {
  const padded = `_${text}_`;
  return Array.from({ length: padded.length }, (_, start) =>
    Array.from({ length: max - 2 }, (__, extra) => padded.slice(start, start + 3 + extra)).filter(
      (ngram, extra) => ngram.length === 3 + extra,
    ),
  ).flat();
}

describe('feature hashes', () => {
  it('of n-grams are equal when the n-grams are', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(3, 4, 5), (one, other, max) => {
        const [a, b] = [ngramsOf(one, max), ngramsOf(other, max)];
        const [hashesOfA, hashesOfB] = [hashNgrams(one, max), hashNgrams(other, max)];
        expect(hashesOfA).toHaveLength(a.length);
        a.forEach((ngram, at) => {
          b.forEach((wanted, place) => {
            expect(hashesOfA[at] === hashesOfB[place]).toBe(ngram === wanted);
          });
        });
      }),
    );
  });

  it('tell the order of a bigram, and the kind of a feature', () => {
    const [fiets, rek] = [hashWord('fiets'), hashWord('rek')];
    const hashes = [
      fiets,
      rek,
      hashBigram(fiets, rek),
      hashBigram(rek, fiets),
      hashSynset(0),
      hashSynset(1),
      hashWord('\u0000'),
      hashWord(''),
      ...hashNgrams('rek', 5),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('are unsigned integers of 32 bits', () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const hash of [hashWord(text), ...hashNgrams(text, 5)]) expect(hash).toBe(hash >>> 0);
      }),
    );
  });
});
