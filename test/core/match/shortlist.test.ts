import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createShortlist } from '../../../src/core/match/shortlist.ts';

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcde')), minLength: 3, maxLength: 10 });

/** The letter bigrams of a word with its edges. */
function bigrams(text: string): Set<string> {
  const padded = `_${text}_`;
  return new Set(Array.from({ length: text.length + 1 }, (_, at) => padded.slice(at, at + 2)));
}

/** Shared bigrams, relative to those of both words (a repeated bigram is shared once, and counts in the length). */
function dice(one: string, other: string): number {
  const shared = [...bigrams(one)].filter((bigram) => bigrams(other).has(bigram)).length;
  return shared < 2 ? 0 : (2 * shared) / (one.length + other.length + 2);
}

describe('the shortlist of a word', () => {
  it('has the words of about its length with the highest Dice coefficients, as sets of bigrams give them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, typed) => {
        const found = createShortlist(words)(typed);
        const coefficients = found.map((candidate) => dice(candidate, typed));
        expect(coefficients).toEqual([...coefficients].sort((a, b) => b - a));
        expect(found.length).toBeLessThanOrEqual(8);
        const last = found.length === 8 ? (coefficients.at(-1) ?? 0) : 0.5;
        const missed = words.filter(
          (other) =>
            !found.includes(other) &&
            Math.abs(other.length - typed.length) <= 3 &&
            dice(other, typed) > Math.max(last, 0.5),
        );
        expect(missed).toEqual([]);
      }),
    );
  });

  it('is empty without a word that shares two bigrams', () => {
    expect(createShortlist(['fiets', 'trein'])('zzzzz')).toEqual([]);
    expect(createShortlist([])('fiets')).toEqual([]);
  });

  it('is not left over from the word before', () => {
    const shortlist = createShortlist(['fiets', 'trein']);
    shortlist('fiets');
    expect(shortlist('fiets')).toEqual(['fiets']);
    expect(shortlist('trein')).toEqual(['trein']);
  });
});
