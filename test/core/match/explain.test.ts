import { describe, expect, it } from '@jest/globals';
import { createVocabularyBuilder, createWordsFor } from '../../../src/core/match/explain.ts';
import type { Word } from '../../../src/core/match/features.ts';
import { indexWords } from './word-index.ts';

const word = (key: string, more: Partial<Word> = {}): Word => ({
  key,
  token: key,
  synsets: [],
  corrections: [],
  ...more,
});
const VEHICLE = [{ id: 3, weight: 1 }];

/** Class 0 has “fietsen” and “rek”, class 1 “trein” and “reken”. “rek” is in most documents, “fiets” in fewer. */
const builder = createVocabularyBuilder(2);
builder.add([word('fiets', { token: 'fietsen', synsets: VEHICLE }), word('rek')], 0);
builder.add([word('trein'), word('rek', { token: 'reken' })], 1);
builder.add([word('fiets', { token: 'gefietst' })], 0);
const { index } = indexWords(['fiets rek', 'rek trein', 'rek', 'rek']);
const vocabulary = builder.build();
const wordsFor = createWordsFor(vocabulary, index);

describe('the words on which an entry was found', () => {
  it('are those that it has, rarest first, as it first wrote them', () => {
    expect(wordsFor([word('rek'), word('fiets'), word('trein')], 0)).toEqual(['fietsen', 'rek']);
    expect(wordsFor([word('rek'), word('fiets'), word('trein')], 1)).toEqual(['trein', 'reken']);
  });

  it('are the words of the entry for a misspelled word and for a synonym', () => {
    const misspelled = word('feits', { corrections: [{ word: 'fiets', similarity: 0.8 }] });
    expect(wordsFor([misspelled], 0)).toEqual(['fietsen']);
    expect(wordsFor([word('brommer', { synsets: VEHICLE })], 0)).toEqual(['fietsen']);
    expect(wordsFor([misspelled, word('fiets'), word('brommer', { synsets: VEHICLE })], 0)).toEqual([
      'fietsen',
    ]);
  });

  it('are none for words that the entry does not have', () => {
    expect(wordsFor([word('fiets'), word('onbekend')], 1)).toEqual([]);
  });

  it('are five at most', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const many = createVocabularyBuilder(1);
    many.add(
      keys.map((key) => word(key)),
      0,
    );
    expect(
      createWordsFor(many.build(), index)(
        keys.map((key) => word(key)),
        0,
      ),
    ).toHaveLength(5);
  });
});

describe('a vocabulary', () => {
  it('has the keys in the order in which they first occurred, and every string once', () => {
    expect(Array.from(vocabulary.keys, (key) => vocabulary.strings[key])).toEqual(['fiets', 'rek', 'trein']);
    expect(new Set(vocabulary.strings).size).toBe(vocabulary.strings.length);
  });
});
