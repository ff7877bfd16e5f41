import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestName } from '../../../src/core/index.ts';
import { createCorrector, createSpelling, limitCorrections } from '../../../src/core/match/spelling.ts';

const NAMES = [
  'alleen-meelezen',
  'aantal-volgers',
  'anonieme-accounts',
  'auteursrecht',
  'bedreiging-en-doxing',
  'geschenken-en-belangen',
  'hoe-vaak-posten',
  'journalisten',
  'likes-en-retweets',
  'platformkeuze',
  'vraag-doorverwijzen',
  'werktijd',
  'zelfcheck',
];

/** A name with one slip of the keyboard: a letter left out, typed twice, changed, or swapped with the next. */
const slipped = fc
  .constantFrom(...NAMES)
  .chain((name) => fc.record({ name: fc.constant(name), at: fc.nat(name.length - 2), slip: fc.nat(3) }))
  .map(({ name, at, slip }) => {
    const [before, here, next, after] = [
      name.slice(0, at),
      name[at] ?? '',
      name[at + 1] ?? '',
      name.slice(at + 2),
    ];
    const typed = [next, here + here + next, `x${next}`, next + here][slip] ?? '';
    return { name, typed: before + typed + after };
  });

describe('the nearest name', () => {
  it('is the one that was meant, for one slip of the keyboard', () => {
    fc.assert(
      fc.property(slipped, ({ name, typed }) => {
        expect(nearestName(typed, NAMES)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it('is the name itself when it is there', () => {
    expect(NAMES.filter((name) => nearestName(name, NAMES) !== name)).toEqual([]);
  });

  it.each([
    ['ulr', 'url'],
    ['titl', 'titel'],
    ['sha265', 'sha256'],
    ['varianten', 'variant'],
    ['onderwerpen', 'onderwerp'],
  ])('of a short name or a number is found too: %s', (typed, name) => {
    expect(nearestName(typed, ['url', 'titel', 'sha256', 'variant', 'onderwerp'])).toBe(name);
  });

  // A wrong suggestion costs an editor more time than none.
  it.each([
    ['zelfcheck', ['geschenken-en-belangen', 'afscheid']],
    ['pauze', ['auteursrecht', 'platformkeuze']],
    ['x', ['bedreiging-en-doxing']],
    ['foo', ['soort', 'onderwerp']],
    ['', ['soort']],
    ['antwoord', []],
  ])('is none for “%s” when only strangers are there', (typed, names) => {
    expect(nearestName(typed, names)).toBeUndefined();
  });
});

describe('a word within one edit', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdeé1')), minLength: 7, maxLength: 12 });
  const LETTERS = Array.from('abcdeé1');

  /** Every text at a Damerau-Levenshtein distance of 1. */
  function neighbours(text: string): string[] {
    return Array.from({ length: text.length + 1 }, (_, at) => {
      const [before, after] = [text.slice(0, at), text.slice(at)];
      return [
        ...(after === '' ? [] : [before + after.slice(1)]),
        ...LETTERS.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
        `${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`,
      ];
    }).flat();
  }

  it('is found for every letter replaced, added, left out or swapped with the next', () => {
    fc.assert(
      fc.property(word, (text) => {
        const { withinOneEdit } = createSpelling([text, 'iets heel anders']);
        for (const typed of neighbours(text)) expect(withinOneEdit(typed)).toBe(text);
      }),
    );
  });

  it('is never further away', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, (words, typed) => {
        const found = createSpelling(words).withinOneEdit(typed);
        if (found !== undefined) expect([typed, ...neighbours(typed)]).toContain(found);
      }),
    );
  });

  it.each([
    ['comments', 'contents'],
    ['overtuig', 'overleg'],
    ['zelfie', 'zelfcheck'],
  ])('is not another word: %s', (typed, other) => {
    expect(createSpelling([other]).withinOneEdit(typed)).toBeUndefined();
  });
});

describe('the correction of question words', () => {
  const vocabulary = new Set([
    'volgers',
    'volger',
    'anoniem',
    'bericht',
    'berichten',
    'tweet',
    'app',
    'x2024',
  ]);
  const correct = createCorrector(vocabulary);

  it.each([
    ['folgers', 'volgers'],
    ['anonim', 'anoniem'],
    ['berihct', 'bericht'],
    ['tweeet', 'tweet'],
  ])('of “%s” begins with “%s”', (typed, meant) => {
    expect(correct(typed)[0]?.word).toBe(meant);
  });

  it('is at most two words, with how similar they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('volgerstwi')), maxLength: 10 }),
        (typed) => {
          const corrections = correct(typed);
          expect(corrections.length).toBeLessThanOrEqual(2);
          for (const { word, similarity } of corrections) {
            expect(vocabulary.has(word)).toBe(true);
            expect(similarity).toBeGreaterThanOrEqual(0.6);
            expect(similarity).toBeLessThanOrEqual(1);
          }
          expect(correct(typed)).toEqual(corrections);
        },
      ),
    );
  });

  it.each([['volgers'], ['app'], ['apq'], ['x2025'], ['fietsenrek'], ['']])('of “%s” is none', (typed) => {
    expect(correct(typed)).toEqual([]);
  });

  it('stops after so many different unknown words of a question', () => {
    const limited = limitCorrections(correct, vocabulary, 2);
    const counts = ['folgers', 'anoniem', 'anonim', 'folgers', 'tweeet', 'anonim'].map(
      (typed) => limited(typed).length > 0,
    );
    expect(counts).toEqual([true, false, true, true, false, true]);
  });
});
