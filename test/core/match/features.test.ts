import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBag } from '../../../src/core/match/bag.ts';
import {
  BIGRAM,
  hashBigram,
  hashNameClass,
  hashNgrams,
  hashSynset,
  hashWord,
  NGRAM,
  SYNSET,
  WORD,
} from '../../../src/core/match/feature-hash.ts';
import { createExtractor, maxNgramLength } from '../../../src/core/match/features.ts';
import type { WeightedTokens } from '../../../src/core/match/features.ts';
import type { CorrectSpelling } from '../../../src/core/match/spelling.ts';
import { createLexicon } from '../../../src/core/question/lexicon.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const { words } = guidanceOf(smallKnowledge());
const lexicon = createLexicon(
  {
    ...words,
    nl: {
      ...words.nl,
      synoniemen: [
        ['slot', 'ketting'],
        ['rek', 'fiets enz rek'],
      ],
      namen: { merken: ['gazelle', 'batavus', 'sparta'] },
    },
  },
  'nl',
  ['nl'],
  ['Is Sparta een goed merk?'],
);
const key = (token: string) => lexicon.key(token, 'nl');
const hash = (token: string) => hashWord(key(token));
const noCorrections: CorrectSpelling = () => [];

/** The features of a text, as kind and weight by hash; and its content words. */
function extracted(parts: readonly WeightedTokens[], correct = noCorrections, cacheSize = 100) {
  const bag = createBag();
  const extract = createExtractor(lexicon, cacheSize, 5);
  const content = extract(bag, parts, 'nl', correct);
  const features = new Map(
    Array.from({ length: bag.size() }, (_, index) => [
      bag.hashes[index],
      [bag.kinds[index], bag.weights[index]],
    ]),
  );
  return { features, content };
}
const whole = (text: string, weight = 1) => [{ tokens: text.split(' '), weight }];

describe('the features of a text', () => {
  it('are its words, bigrams and n-grams', () => {
    const { features, content } = extracted(whole('bel fiets'));
    expect(features.get(hash('bel'))).toEqual([WORD, 1]);
    expect(features.get(hashBigram(hash('bel'), hash('fiets')))).toEqual([BIGRAM, 1]);
    for (const ngram of hashNgrams('fiets', 5)) expect(features.get(ngram)).toEqual([NGRAM, 1]);
    expect(content.map(({ token }) => token)).toEqual(['bel', 'fiets']);
  });

  it('weigh stop words half, without their n-grams, and still in bigrams', () => {
    const { features, content } = extracted(whole('de bel'));
    expect(features.get(hash('de'))).toEqual([WORD, 0.5]);
    expect(features.has(hashBigram(hash('de'), hash('bel')))).toBe(true);
    expect(features.has(hashNgrams('de', 5)[0])).toBe(false);
    expect(content.map(({ token }) => token)).toEqual(['bel']);
  });

  it('are shared by synonyms, in one word or in a phrase', () => {
    const [slot] = lexicon.synsetsOf(key('slot'));
    const [rek] = lexicon.synsetsOf(key('rek'));
    for (const [text, synset] of [
      ['slot', slot],
      ['ketting', slot],
      ['rek', rek],
      ['fiets enz rek', rek],
    ] as const)
      expect(extracted(whole(text)).features.get(hashSynset(synset?.id ?? -1))).toEqual([SYNSET, 1]);
    expect(extracted(whole('fiets enz')).features.has(hashSynset(rek?.id ?? -1))).toBe(false);
  });

  it('are those of its class for an interchangeable name, and a little of its own', () => {
    const { features } = extracted(whole('mijn gazelle'));
    expect(features.get(hashNameClass('merken'))).toEqual([WORD, 1]);
    expect(features.get(hashBigram(hash('mijn'), hashNameClass('merken')))).toEqual([BIGRAM, 1]);
    const weightOf = (id: number) => Number(features.get(id)?.[1]);
    expect(weightOf(hash('gazelle'))).toBeLessThan(0.5);
    for (const ngram of hashNgrams('gazele', 5)) expect(weightOf(ngram)).toBeLessThan(0.5);
  });

  it('are its own for a name that an entry is about', () => {
    const { features } = extracted(whole('mijn sparta'));
    expect(features.has(hashNameClass('merken'))).toBe(false);
    expect(features.get(hash('sparta'))).toEqual([WORD, 1]);
  });

  it('have those of the corrections of a word, by their similarity', () => {
    const correct: CorrectSpelling = (word) =>
      word === key('ketinx') ? [{ word: key('ketting'), similarity: 0.8 }] : [];
    const { features, content } = extracted(whole('ketinx bel', 0.5), correct);
    const [ketting] = lexicon.synsetsOf(key('ketting'));
    expect(features.get(hash('ketting'))).toEqual([WORD, 0.4]);
    expect(features.get(hashSynset(ketting?.id ?? -1))).toEqual([SYNSET, 0.4]);
    expect(content.map(({ corrections }) => corrections.length)).toEqual([1, 0]);
  });

  it('weigh by their part of the text; of two parts the highest weight counts', () => {
    const { features } = extracted([...whole('bel fiets', 0.2), ...whole('fiets', 1)]);
    expect(features.get(hash('bel'))).toEqual([WORD, 0.2]);
    expect(features.get(hash('fiets'))).toEqual([WORD, 1]);
    // No bigram goes from one part to the next.
    expect(features.has(hashBigram(hash('fiets'), hash('fiets')))).toBe(false);
  });

  it('are the same whatever is cached', () => {
    const text = fc
      .array(fc.constantFrom('bel', 'fiets', 'rek', 'de', 'slot', 'ketting'), { minLength: 1 })
      .map((tokens) => tokens.join(' '));
    fc.assert(
      fc.property(text, (own) => {
        expect(extracted(whole(own), noCorrections, 1)).toEqual(extracted(whole(own)));
      }),
    );
  });

  it('have shorter n-grams in a large index', () => {
    expect(maxNgramLength(100_000)).toBeLessThan(maxNgramLength(100));
  });
});
