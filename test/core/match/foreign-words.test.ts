import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createForeignShare } from '../../../src/core/match/foreign-words.ts';
import type { Word } from '../../../src/core/match/features.ts';
import { indexWords } from './word-index.ts';

const EXAMPLES = [
  ...Array.from({ length: 30 }, (_, at) => [`fiets stalling nummer${at % 7}`, 0] as const),
  ...Array.from({ length: 30 }, (_, at) => [`kosten betalen nummer${at % 5}`, 1] as const),
  ...Array.from({ length: 60 }, (_, at) => [`weer zon nummer${at % 3}`, 2] as const),
];
const { index } = indexWords(EXAMPLES.map(([text]) => text));
const classOf = EXAMPLES.map(([, label]) => label);
const foreignShare = createForeignShare(index, classOf, 3);
const word = (key: string, corrected?: string): Word => ({
  key,
  token: key,
  synsets: [],
  corrections: corrected === undefined ? [] : [{ word: corrected, similarity: 0.9 }],
});
const share = (text: string, label: number) => foreignShare(text.split(' ').map((key) => word(key)))(label);

describe('the share of words that is foreign to an entry', () => {
  it('is none for words of its examples, and high for those of others only', () => {
    expect(share('fiets stalling', 0)).toBe(0);
    expect(share('kosten betalen', 0)).toBeGreaterThan(0.4);
  });

  it('is in between for a subject with a twist', () => {
    const twisted = share('fiets stalling betalen', 0);
    expect(twisted).toBeGreaterThan(share('fiets stalling', 0));
    expect(twisted).toBeLessThan(share('kosten betalen', 0));
  });

  it('does not count a misspelling whose correction the entry has', () => {
    expect(foreignShare([word('fiest', 'fiets')])(0)).toBe(0);
  });

  it('is none without words', () => {
    expect(foreignShare([])(0)).toBe(0);
  });

  it('is the same after any other question, and from 0 to 1', () => {
    const keys = fc.array(fc.constantFrom('fiets', 'stalling', 'kosten', 'weer', 'nummer1', 'onbekend'));
    fc.assert(
      fc.property(keys, keys, fc.integer({ min: 0, max: 2 }), (one, other, label) => {
        const before = foreignShare(one.map((key) => word(key)))(label);
        foreignShare(other.map((key) => word(key)))(label);
        const after = foreignShare(one.map((key) => word(key)))(label);
        expect(after).toBe(before);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts an example once for a word and its synonyms', () => {
    const both: Word = { ...word('fiets'), corrections: [{ word: 'stalling', similarity: 1 }] };
    expect(foreignShare([both])(1)).toBe(foreignShare([word('fiets')])(1));
  });
});
