import type { Lexicon } from './lexicon.ts';
import { fold } from './words.ts';

type Masks = Readonly<Record<'iban' | 'bsn' | 'phone' | 'number' | 'code' | 'postcode' | 'date', string>>;

const EDGE = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const IBAN = new RegExp(
  `${EDGE}[a-z]{2}[ .-]?\\p{Nd}{2}[ .-]?(?:[a-z0-9]{11,30}|[a-z]{4}(?:[ .-]?\\p{Nd}{1,4}){2,6}|(?:[a-z0-9]{4}[ .-]){2,7}[a-z0-9]{1,4})${END}`,
  'giu',
);
/** Digits, with the separators that people put between them. */
const DIGITS = /[+(]{0,2}\p{Nd}(?:[\s.\-–/()_]{0,3}\p{Nd})*/gu;
/** Letters and digits in one word, with hyphens or underscores. */
const CODE = new RegExp(
  `${EDGE}(?=[\\p{L}_-]*\\p{Nd})(?=[\\p{Nd}_-]*\\p{L})[\\p{L}\\p{Nd}]+(?:[_-][\\p{L}\\p{Nd}]+)*${END}`,
  'gu',
);
/** A number plate in three groups: https://nl.wikipedia.org/wiki/Nederlands_kenteken */
const PLATE = new RegExp(
  `${EDGE}(?:\\p{Nd}{1,3}|\\p{L}{1,3})([ .-])(?:\\p{Nd}{1,3}|\\p{L}{1,3})\\1(?:\\p{Nd}{1,3}|\\p{L}{1,3})${END}`,
  'gu',
);
const POSTCODE = new RegExp(
  `${EDGE}[1-9]\\p{Nd}{3}([ -]?)(\\p{L} ?\\p{L})${END}(?:[ ,-]{0,2}\\p{Nd}{1,5} ?[a-zA-Z]?${END})?`,
  'gu',
);
const NUMERIC_DATE =
  /(?<![\p{L}\p{N}+]|\p{N}[ ./-])(?:\p{Nd}{1,2}([-/.])\p{Nd}{1,2}\1(?:\p{Nd}{4}|['’]?\p{Nd}{2})|\p{Nd}{1,2} \p{Nd}{1,2} (?:19|20)\p{Nd}{2}|\p{Nd}{4}([-/.])\p{Nd}{1,2}\2\p{Nd}{1,2})(?![\p{L}\p{N}]|[ ./-]\p{N})/gu;
/** An amount, as 12000 or 10.482: it tells nothing of a person. */
const ROUND = /^[1-9]\d?\d?(?:0{3,6}|\.\d{3})$/;
const YEARS = /^(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d$/;
const ORDINAL = /^\p{Nd}+(?:ste|de|e|th|st|nd|rd)$/iu;
const YEAR = /^(?:19|20)\p{Nd}{2}$/u;
/** A run of fewer digits is an article or an amount. */
const MIN_DIGITS = 5;
/** Number words in a row that are a number. */
const MIN_SPOKEN = 4;

/** Returns the rules that mask IBAN, BSN, dates, postcodes, number plates, phone and other numbers, also in words. */
export function numberRules(
  masks: Masks,
  { list, isStopWord, isProper, isCommon }: Lexicon,
): readonly ((text: string) => string)[] {
  const either = (words: ReadonlySet<string>) =>
    [...words].sort((a, b) => b.length - a.length).join('|') || '(?!)';
  const digit = either(list('telwoorden'));
  // "drieëntwintig" is three words.
  const spoken = `(?:${digit})(?:${digit}|[eë]n){0,5}`;
  const month = either(list('maanden'));
  const spokenNumber = new RegExp(
    `${EDGE}(?:(?:${spoken}|\\p{Nd}{1,2})(?:,? |-|\\+)){${MIN_SPOKEN - 1},40}(?:${spoken}|\\p{Nd}{1,2})${END}`,
    'giu',
  );
  const mac = /(?<![\p{L}\p{N}])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\p{L}\p{N}])/giu;
  const date = new RegExp(
    `${EDGE}(?:(?:\\p{Nd}{1,2}(?:e|ste|de|th|st|nd|rd)?|${spoken}(?:de|ste)?)[ -](?:van )?(?:${month})\\.?(?:,?[ -](?:'?\\p{Nd}{2,4}|(?:negentien|twee ?duizend)\\p{L}*))?|(?:${month})\\.? \\p{Nd}{1,2}(?:st|nd|rd|th)?(?:,? \\p{Nd}{4})?)${END}`,
    'giu',
  );
  const cued = new RegExp(
    `${EDGE}([\\p{L}-]{0,30}(?:${either(list('nummerwoorden'))})\\.?(?: (?:is|was|op|in|van|nr|nummer)){0,2}[ :=]{1,3})((?=[\\p{L}\\p{Nd}./-]*\\p{Nd})[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}./-]*(?: (?=\\p{L}{0,5}\\p{Nd})[\\p{L}\\p{Nd}]{1,9})*)`,
    'giu',
  );
  const isLetters = (text: string) => !isStopWord(fold(text)) && !isCommon(fold(text));
  return [
    (text) =>
      text.replace(IBAN, (found) => ((found.match(/\p{Nd}/gu)?.length ?? 0) >= 8 ? masks.iban : found)),
    (text) => text.replace(mac, masks.number),
    (text) => text.replace(NUMERIC_DATE, masks.date),
    (text) => text.replace(date, masks.date),
    (text) =>
      text.replace(POSTCODE, (found, gap: string, letters: string) => {
        const isSure = gap === '' || /^\p{Lu}/u.test(letters);
        return isSure || (isLetters(letters) && !YEAR.test(found.slice(0, 4))) ? masks.postcode : found;
      }),
    (text) =>
      text.replace(PLATE, (found, gap: string) => (isPlate(found, gap, isLetters) ? masks.code : found)),
    (text) =>
      text.replace(CODE, (found) => {
        const count = found.match(/\p{Nd}/gu)?.length ?? 0;
        return (count > 1 && found.length > 4 && !isProper(fold(found)) && !ORDINAL.test(found)) ||
          found.length > 30
          ? masks.code
          : found;
      }),
    (text) => text.replace(cued, `$1${masks.number}`),
    (text) => text.replace(spokenNumber, (found) => (/\p{L}/u.test(found) ? masks.phone : found)),
    (text) => text.replace(DIGITS, (found) => maskDigits(found, masks)),
  ];
}

/** Five to seven signs, letters and digits; with spaces between them only without a word. */
function isPlate(found: string, gap: string, isLetters: (text: string) => boolean): boolean {
  const signs = found.replaceAll(gap, '');
  const isMixed = /\p{L}/u.test(signs) && /\p{Nd}/u.test(signs);
  return (
    signs.length >= 5 &&
    signs.length <= 7 &&
    isMixed &&
    (gap !== ' ' ||
      (signs.length === 6 && found.split(' ').some((part) => /\p{L}/u.test(part) && isLetters(part))))
  );
}

function maskDigits(found: string, masks: Masks): string {
  const digits = found.replace(/\P{Nd}/gu, '');
  if (ROUND.test(digits) || ROUND.test(found) || YEARS.test(found)) return found;
  if (digits.length < MIN_DIGITS) {
    const isAddress = /^\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){3}$/u.test(found);
    return isAddress || (digits.length === 4 && digits === found && !YEAR.test(found)) ? masks.number : found;
  }
  if (isBsn(digits)) return masks.bsn;
  const isPhone = /^[+(]*0|^\(?\+/.test(found) && digits.length >= 9 && digits.length <= 14;
  return isPhone ? masks.phone : masks.number;
}

/** Returns whether digits pass the check of a BSN: https://nl.wikipedia.org/wiki/Burgerservicenummer#11-proef */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const sum = Array.from(digits.padStart(9, '0')).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum > 0 && sum % 11 === 0;
}
