import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitParts } from '../../../src/core/question/limit.ts';
import { clean, parseText, shorten } from '../../../src/core/question/normalize.ts';

const LIMITS = { most: 6, enough: 4, context: 4, others: 5 };
/** Fits words, of which those with a question mark ask, or, without any, those that open with a `q`. */
const fit = (text: string, limits = LIMITS) =>
  fitParts(text.split(' '), limits, {
    lengthOf: ({ length }) => length,
    asks: (word) => word.endsWith('?'),
    opensQuestion: (word) => word.startsWith('q'),
    cut: (word, length) => word.slice(0, length),
  }).join(' ');

describe('of parts that are too long', () => {
  it.each([
    ['those that ask come first, in their order', 'aa b? cc d? ee', 'b? d?'],
    ['those nearest to the ends ask first', 'aa? bb? cc? dd?', 'aa? dd?'],
    ['what is before a short question is kept with it, the nearest first', 'aa bb cc d? ee', 'cc d?'],
    ['what says little itself is kept with what is before that', 'aa bb c d?', 'bb c d?'],
    ['what is after it is kept when nothing is before it', 'a? bb cc dd', 'a? b dd'],
    ['what opens like a question asks', 'aa qbb cc qd', 'qbb qd'],
    ['what opens like a question does not ask beside a question mark', 'qaaa bbbb cc?', 'bb cc?'],
    ['both ends are kept when nothing asks', 'aa bb cc dd ee', 'aa b ee'],
    ['the last one that fits is cut', 'aaaaaaaa? bb', 'aaaaaa'],
    ['all are kept when they fit', 'aa b? cc', 'aa b? cc'],
  ])('%s', (_, text, wanted) => {
    expect(fit(text)).toBe(wanted);
  });

  it('no more is kept than fits, in order, and whole but for one', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}\??$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (words, most) => {
          const kept = fit(words.join(' '), { most, enough: most, context: most, others: most }).split(' ');
          expect(kept.join('').length).toBe(Math.min(most, words.join('').length));
          expect(kept.filter((part) => !words.includes(part)).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

const QUESTION = 'Mag ik dit doen op mijn werk?';
const NEUTRAL = 'De vergadering van donderdag ging niet door. ';

describe('a question in a long text', () => {
  it.each([
    ['before', 0, 400],
    ['after', 400, 0],
    ['halfway', 200, 200],
    ['near the beginning of', 3, 5_000],
  ])('is read alone, %s the rest', (_, before, after) => {
    const text = `${NEUTRAL.repeat(before)}${QUESTION} ${NEUTRAL.repeat(after)}`;
    expect(parseText(text).tokens).toEqual(parseText(QUESTION).tokens);
  });

  it.each([
    'Ik wil een foto van de borrel op LinkedIn plaatsen. Mag dat?',
    'Ik wil een foto van de borrel op LinkedIn plaatsen. Alvast bedankt. Mag dat?',
    'Ik wil een foto van de borrel plaatsen. Mijn collega staat erop. Mag dat?',
  ])('that says little is read with the nearest sentences before it: %s', (question) => {
    const text = `${NEUTRAL.repeat(20)}${question} ${NEUTRAL.repeat(20)}`;
    expect(parseText(text).tokens).toEqual(parseText(question).tokens);
  });

  it.each([
    'Mag ik m.b.t. het congres van morgen ook iets delen?',
    'Mag ik, i.v.m. privacy e.d., een foto zonder naam plaatsen?',
    'Mag ik als ambtenaar o.a. over ons beleid schrijven?',
  ])('is read as a whole with an abbreviation in it: %s', (question) => {
    const text = `${NEUTRAL.repeat(20)}${question} ${NEUTRAL.repeat(20)}`;
    expect(parseText(text).tokens).toEqual(parseText(question).tokens);
    const long = `${NEUTRAL.repeat(400)}${question} ${NEUTRAL.repeat(400)}`;
    expect(parseText(long).tokens).toEqual(parseText(question).tokens);
  });

  it('is not seen in an address', () => {
    const text = `${NEUTRAL.repeat(100)}Zie https://x.nl/?a=b of x.nl/?c voor meer. ${NEUTRAL.repeat(100)}`;
    expect(shorten(text)).not.toContain('x.nl');
  });
});

describe('a long text', () => {
  it('without a question is read at both ends', () => {
    const { tokens } = parseText(`Begin goed. ${NEUTRAL.repeat(300)}Eind goed.`);
    expect(tokens.slice(0, 2)).toEqual(['begin', 'goed']);
    expect(tokens.slice(-2)).toEqual(['eind', 'goed']);
    expect(tokens).toHaveLength(30);
  });

  it('is read up to 100 words when it only asks', () => {
    expect(parseText('Mag ik dit doen? '.repeat(2_000)).tokens).toHaveLength(100);
  });

  it('of any kind becomes at most 4,000 well-formed characters, and as many words as fit', () => {
    const piece = fc.oneof(fc.constantFrom('? ', '. ', '\n', ' ', '?', '𠀀'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 400 }),
        (pieces, times) => {
          const text = pieces.join('').repeat(times);
          expect(shorten(text).length).toBeLessThanOrEqual(4_000);
          expect(shorten(text).isWellFormed()).toBe(true);
          expect(parseText(text).tokens.length).toBeLessThanOrEqual(100);
          expect(clean(text)).toBe(clean(shorten(text)));
        },
      ),
    );
  });
});
