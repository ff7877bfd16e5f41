import { describe, expect, it } from '@jest/globals';
import type { LanguageWords } from '../../../src/core/index.ts';
import { createLexicon } from '../../../src/core/question/lexicon.ts';
import { stripGreetings } from '../../../src/core/question/greetings.ts';
import { parseText, splitSentences } from '../../../src/core/question/normalize.ts';

const NONE: LanguageWords = {
  negeren: [],
  herkennen: [],
  begroeting: [],
  verzoek: [],
  aansluiten: [],
  afkortingen: {},
  spelling: [],
  opdrachten: {},
  namen: {},
  synoniemen: [],
};
const WORDS = {
  nl: {
    ...NONE,
    negeren: ['de', 'in'],
    herkennen: ['de', 'mag', 'is'],
    begroeting: ['hallo', 'hallo daar', 'alvast bedankt', 'bedankt', 'met vriendelijke groet'],
    aansluiten: ['en', 'en als'],
    afkortingen: { bzk: 'ministerie van Binnenlandse Zaken', 'een twee': 'drie' },
    spelling: [
      ['ei', 'ij'],
      ['^v', 'f'],
      ['dt$', 't'],
    ],
    synoniemen: [
      ['fiets', 'rijwiel'],
      { woorden: ['fiets', 'brommer', 'elektrische fiets'], gewicht: 0.5 },
      ['een te lange groep woorden hier', 'fietsen'],
    ],
  } satisfies LanguageWords,
  en: {
    ...NONE,
    negeren: ['the'],
    herkennen: ['the', 'may', 'is'],
    begroeting: ['thanks'],
    synoniemen: [['bicycle', 'cycles']],
  } satisfies LanguageWords,
};
const lexicon = createLexicon(WORDS, 'nl', ['nl', 'en']);
const tokens = (text: string) => parseText(text).tokens;

describe('the language of a text', () => {
  it.each([
    ['mag de fiets', 'nl'],
    ['may the bicycle', 'en'],
    ['is', 'nl'],
    ['fiets', 'nl'],
    ['', 'nl'],
  ])('is that of most of its frequent words, else the own one: “%s”', (text, language) => {
    expect(lexicon.languageOf(tokens(text))).toBe(language);
  });

  it('is the own one of the guidance on a tie, whatever comes first', () => {
    const english = createLexicon(WORDS, 'en', ['nl', 'en']);
    expect([lexicon, english].map((one) => one.languageOf(['is']))).toEqual(['nl', 'en']);
  });
});

describe('a lexicon', () => {
  it('expands abbreviations of one word, in their own language', () => {
    const expand = (text: string, language: 'nl' | 'en') =>
      lexicon.expandAbbreviations(tokens(text), language).join(' ');
    expect(expand('van BZK zelf', 'nl')).toBe('van ministerie van binnenlandse zaken zelf');
    expect(expand('van BZK zelf', 'en')).toBe('van bzk zelf');
    expect(expand('een twee', 'nl')).toBe('een twee');
  });

  it('knows the class of interchangeable names of one word, in every language', () => {
    const names = { ...WORDS, en: { ...WORDS.en, namen: { merken: ['Gazelle', 'BMC', 'Van Moof'] } } };
    const own = createLexicon(names, 'nl', ['nl', 'en'], ['Mag een BMC?']);
    expect(['gazelle', 'bmc', 'van', 'fiets'].map(own.nameClassOf)).toEqual([
      'merken',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads an interchangeable name in two parts as one, also one that an entry is about', () => {
    const names = { ...WORDS, nl: { ...WORDS.nl, namen: { merken: ['Gazelle', 'BMC', 'Van Moof'] } } };
    const own = createLexicon(names, 'nl', ['nl'], ['Mag een BMC?']);
    expect(own.joinNames(['mijn', 'gaz', 'elle', 'en', 'bm', 'c'])).toEqual(['mijn', 'gazelle', 'en', 'bmc']);
    expect(own.joinNames(['van', 'moof', 'gaz'])).toEqual(['van', 'moof', 'gaz']);
    expect(own.joinNames([])).toEqual([]);
  });

  it('knows stop words by language', () => {
    const known = (['nl', 'en'] as const).map((language) =>
      ['de', 'the', 'fiets'].filter((token) => lexicon.isStopWord(token, language)),
    );
    expect(known).toEqual([['de'], ['the']]);
  });

  it.each([
    ['en op LinkedIn', true],
    ['en', true],
    ['als het regent', false],
    ['fiets en bus', false],
    ['', false],
  ])('sees whether a question opens like a follow-up: “%s”', (text, expected) => {
    expect(lexicon.opensFollowUp(tokens(text))).toBe(expected);
  });
});

describe('the key of a word', () => {
  it.each([
    ['leiding', 'lijding'],
    ['vrij', 'frij'],
    ['avond', 'avond'],
    ['wordt', 'wort'],
    ['dtp', 'dtp'],
    ['meelezen', 'melezen'],
    ['𠀀𠀀', '𠀀'],
    ['100', '100'],
  ])('has sounds folded, only where the rule says so, and no doubled letters: %s', (token, folded) => {
    expect(lexicon.fold(token)).toBe(folded);
  });

  it('is stemmed by the rules of its language', () => {
    expect(lexicon.key('fietsen', 'nl')).toBe(lexicon.key('fiets', 'nl'));
    expect(lexicon.key('fietsen', 'en')).not.toBe(lexicon.key('fiets', 'en'));
  });
});

describe('synsets', () => {
  const idsOf = (phrase: string) => lexicon.synsetsOf(phrase).map(({ id }) => id);
  const key = (text: string) =>
    tokens(text)
      .map((token) => lexicon.key(token, 'nl'))
      .join(' ');

  it('join synonyms, by the weight of their group', () => {
    expect(idsOf(key('rijwiel'))).toEqual(idsOf(key('fiets')).slice(0, 1));
    expect(lexicon.synsetsOf(key('brommer'))).toEqual([{ id: 1, weight: 0.5 }]);
    expect(lexicon.synsetsOf(key('fiets'))).toEqual([
      { id: 0, weight: 1 },
      { id: 1, weight: 0.5 },
      { id: 2, weight: 1 },
    ]);
  });

  it('hold phrases of up to four words', () => {
    expect(idsOf(key('elektrische fiets'))).toEqual([1]);
    expect(lexicon.maxPhraseLength(key('elektrische'))).toBe(2);
    expect(lexicon.maxPhraseLength(key('fiets'))).toBe(1);
    expect(idsOf(key('een te lange groep woorden hier'))).toEqual([]);
    expect(lexicon.maxPhraseLength(key('een'))).toBe(1);
  });

  it('are found in every language, because people mix them', () => {
    expect(idsOf(lexicon.key('bicycle', 'nl'))).toEqual(idsOf(lexicon.key('bicycle', 'en')));
    expect(idsOf(lexicon.key('bicycle', 'nl'))).toHaveLength(1);
  });

  it('have the keys of their single words, no phrases', () => {
    expect(lexicon.synsetKeys).toContain(key('brommer'));
    expect([...lexicon.synsetKeys].filter((phrase) => phrase.includes(' '))).toEqual([]);
  });
});

describe('stripping greetings', () => {
  const strip = (text: string) => stripGreetings(splitSentences(text), lexicon);

  it.each([
    ['Hallo, mag dit? Alvast bedankt!', ['mag dit']],
    ['Hallo daar, mag dit', ['mag dit']],
    ['mag dit met vriendelijke groet', ['mag dit']],
    ['Hallo. Thanks. Mag dit? Ja, mag dat?', ['mag dit', 'ja mag dat']],
    ['alvast mag dit', ['alvast mag dit']],
    ['met vriendelijke vraag', ['met vriendelijke vraag']],
  ])('leaves what is asked: %s', (text, left) => {
    expect(strip(text).map((sentence) => sentence.tokens.join(' '))).toEqual(left);
  });

  it('keeps which sentence is a question', () => {
    expect(strip('Hallo. Mag dit? Bedankt. Ik twijfel.').map(({ isQuestion }) => isQuestion)).toEqual([
      true,
      false,
    ]);
  });

  it.each([['hallo'], ['Hallo! Bedankt.'], ['mag dit?'], ['']])(
    'changes nothing without a greeting, or when nothing else is there: “%s”',
    (text) => {
      const sentences = splitSentences(text);
      expect(stripGreetings(sentences, lexicon)).toBe(sentences);
    },
  );
});
