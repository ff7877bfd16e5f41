import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBsn } from '../../../src/assistant/missed/mask-numbers.ts';
import { mask, TEXTS } from './shipped-mask.ts';

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most });
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
  minLength: 3,
  maxLength: 12,
});
const name = letters.map((word) => `K${word}`);
const bsn = digits(9, 9).filter(isBsn);
const spaced = (text: string) =>
  fc.constantFrom('', ' ', '.', '-').map((mark) => text.replace(/(.{3})(?=.)/g, `$1${mark}`));
const iban = digits(12, 12).map((number) => `NL${number.slice(0, 2)}ABNA${number.slice(2)}`);

/** What leads to a person, as it may stand in a question. */
const PERSONAL: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'e-mail': fc.tuple(letters, letters).map(([who, where]) => `${who}.${who}@${where}.nl`),
  'a phone number': digits(8, 8).map((number) => `06-${number}`),
  'a foreign phone number': digits(9, 9).map((number) => `+31 ${number}`),
  'a BSN': bsn.chain(spaced),
  'an IBAN': iban,
  'an IBAN in groups': iban.map((number) => number.replace(/(.{4})(?=.)/g, '$1 ')),
  'a link': fc.tuple(letters, letters).map(([site, page]) => `https://${site}.example/${page}?x=1`),
  'a link without a scheme': letters.map((page) => `linkedin.com/in/${page}`),
  'an account': letters.map((who) => `@${who}_x`),
  'a long number': digits(5, 30),
};

const ANY_TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 900 }),
  fc.lorem({ maxCount: 200 }),
  fc.string({ unit: fc.constantFrom(...Array.from("aAéZ09 .,-_@:/()[]#'\n")), maxLength: 600 }),
);

describe('a masked question', () => {
  it.each(Object.entries(PERSONAL))('shows nothing of %s', (_, personal) => {
    fc.assert(
      fc.property(personal, fc.constantFrom(' ', ', ', '\n', '? '), (secret, mark) => {
        const masked = mask(`mag ik dit delen: ${secret}${mark}of liever niet`);
        expect(masked).toContain('mag ik dit delen');
        expect(masked).toContain('of liever niet');
        expect(masked).not.toContain(secret);
        expect(masked).not.toMatch(/\d{5}/);
      }),
    );
  });

  it.each([
    ['Beste NAAM, mag ik twitteren?'],
    ['mijn collega NAAM twittert'],
    ['hoi ik ben NAAM'],
    ['mijn naam is NAAM van der Kwik'],
    ['dhr. NAAM belde'],
    ['mevrouw J. NAAM-Jansen schreef'],
    ['Mag dat?\nMet vriendelijke groet,\nNAAM Kwik\nBeleidsmedewerker'],
    ['Mag dat?\n\nNAAM'],
    ['Mag dat. Groetjes NAAM'],
    ['Alvast bedankt, NAAM'],
  ])('shows no name: %s', (text) => {
    fc.assert(
      fc.property(name, (who) => {
        expect(mask(text.replace('NAAM', who))).not.toContain(who);
      }),
      { numRuns: 30 },
    );
  });

  it('shows no name without capitals after a greeting or a title', () => {
    expect(mask('hoi jan, mag ik dit')).toBe('hoi [naam], mag ik dit');
    expect(mask('van mevrouw jansen mag het')).toBe('van mevrouw [naam] mag het');
  });

  it('keeps what is no one’s: years, articles, organisations and greetings of all', () => {
    for (const text of [
      'Mag ik meer dan 10.482 volgers hebben, of 12.000?',
      'groetjes en bedankt voor de hulp',
      'Mag ik een foto van het Binnenhof in Den Haag delen?',
      'mag ik in 2019 iets zeggen over artikel 125a',
      'Hallo allemaal, wat zegt de handreiking over LinkedIn?',
      'bedankt, maar mag het ook op Twitter?',
      'ik werk bij de Belastingdienst in Utrecht, mag ik over de Tweede Kamer twitteren?',
    ]) {
      expect(mask(text)).toBe(text);
    }
  });

  it('is never longer than 500 and has no long number or invisible sign, whatever was typed', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const masked = mask(text);
        expect(masked.length).toBeLessThanOrEqual(500);
        expect(masked).not.toMatch(/\p{Nd}{5}|\p{Cf}/u);
      }),
    );
  });

  it('does not change when it is masked again', () => {
    const secret = fc.constantFrom(...Object.values(PERSONAL)).chain((personal) => personal);
    const greeted = secret.map((one) => `hoi Jan, zie ${one}\nGroet, Piet`);
    const pieces = fc.array(fc.constantFrom(...TEXTS.flatMap(({ text }) => text.split(/(?<=[ ,.(])/))), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          ANY_TEXT,
          greeted,
          pieces.map((some) => some.join(' ')),
        ),
        (text) => {
          const once = mask(text);
          expect(mask(once)).toBe(once);
        },
      ),
    );
  });

  it('leaves no part of what stands where a long text is cut', () => {
    for (let length = 470; length < 500; length += 1) {
      const text = `${'mag dat '.repeat(100).slice(0, length)} jan.jansen@minbzk.nl 0612345678 Sjoukje`;
      expect(mask(text)).not.toMatch(/jan|minbzk|06|Sj/u);
    }
  });

  it('takes no time that grows out of hand', () => {
    for (const text of [
      'a@'.repeat(5_000),
      '1 '.repeat(5_000),
      'a.'.repeat(5_000),
      'hoi '.repeat(5_000),
      'Jan van '.repeat(5_000),
      'een '.repeat(5_000),
      'a punt '.repeat(5_000),
      '-a1'.repeat(5_000),
      `${'a'.repeat(5_000)}@`,
      'Straat 1 '.repeat(5_000),
      ':0'.repeat(5_000),
      ' '.repeat(40_000),
    ]) {
      expect(mask(text).length).toBeLessThanOrEqual(500);
    }
  });
});

describe('the eleven-test', () => {
  it('knows a BSN', () => {
    expect(['123456782', '111222333', '12345678'].map(isBsn)).toEqual([true, true, false]);
    expect(['123456783', '000000000', '1234567', ''].map(isBsn)).toEqual([false, false, false, false]);
  });
});
