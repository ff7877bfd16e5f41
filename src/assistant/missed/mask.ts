import { maskNames } from './mask-names.ts';

/** Longest text that is kept, in UTF-16 units. */
const MOST_TEXT = 500;

/** What replaces what could lead to a person; Dutch, as editors read it. */
const MASKS = {
  mail: '[e-mail]',
  link: '[link]',
  account: '[account]',
  iban: '[iban]',
  bsn: '[bsn]',
  phone: '[telefoon]',
  number: '[nummer]',
  code: '[code]',
  postcode: '[postcode]',
  name: '[naam]',
} as const;

/**
 * A question without what could lead to a person: e-mail, links, accounts, IBAN, BSN, phone and other long numbers,
 * postcodes, codes, and names after a salutation, a title, an introduction or a closing. Names elsewhere in a sentence
 * are not known as such: whoever turns `MISSED_QUESTIONS` on accepts that. Masking twice changes nothing more.
 */
export function mask(text: string): string {
  const clean = tidy(text);
  return tidy(RULES.reduce((masked, rule) => rule(masked), clean)).slice(0, MOST_TEXT);
}

/** One writing for what looks the same, without what cannot be seen; lines stay. */
function tidy(text: string): string {
  return text
    .slice(0, 2 * MOST_TEXT)
    .normalize('NFKC')
    .replace(/\p{Cs}|\p{Co}|\p{Cf}|[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .slice(0, MOST_TEXT)
    .trim();
}

const DOMAINS = 'nl|com|org|net|eu|be|de|uk|info|io|gov|edu|amsterdam|frl|app|dev|social|me|tv|be|ly';
const LINK = new RegExp(
  `(?:\\b[a-z][a-z0-9+.-]{1,9}://|\\bwww\\.)\\S+|\\b(?:[\\p{L}\\p{N}-]+\\.)+(?:${DOMAINS})\\b(?:[/?#:]\\S*)?|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/\\S*`,
  'giu',
);
const MAIL =
  /[^\s@<>()[\],;:"]+ ?(?:@|[([]at[)\]]|\bapenstaartje\b) ?[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+/giu;
const ACCOUNT = /(?<![\p{L}\p{N}])[@＠]+[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[a-z]{2}\p{Nd}{2}(?:[a-z0-9]{11,30}|(?:[ .-][a-z0-9]{4}){2,7}(?:[ .-][a-z0-9]{1,3})?)(?![\p{L}\p{N}])/giu;
/** Digits, with the marks that people put between them. */
const DIGITS = /[+(]{0,2}\p{Nd}(?:[\s.\-/()_]{0,3}\p{Nd})*/gu;
const CODE = /(?<![\p{L}\p{N}])(?=[\p{L}_-]*\p{N})(?=[\p{N}_-]*\p{L})[\p{L}\p{N}_-]{12,}/gu;
const POSTCODE =
  /(?<![\p{L}\p{N}])[1-9]\p{Nd}{3} ?(?:[A-Z]{2}|(?<=\p{Nd})[a-z]{2})(?![\p{L}\p{N}])(?: ?\p{Nd}+ ?[a-zA-Z]?(?![\p{L}\p{N}]))?/gu;
/** Of fewer digits are years, articles and amounts. */
const FEWEST_DIGITS = 5;

function maskDigits(found: string): string {
  const digits = found.replace(/\P{Nd}/gu, '');
  if (digits.length < FEWEST_DIGITS) return found;
  if (isBsn(digits)) return MASKS.bsn;
  const isPhone = /^[+(]*0|^\(?\+/.test(found) && digits.length >= 9 && digits.length <= 14;
  return isPhone ? MASKS.phone : MASKS.number;
}

/** The eleven-test of the burgerservicenummer: https://nl.wikipedia.org/wiki/Burgerservicenummer#11-proef */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const sum = Array.from(digits.padStart(9, '0')).reduce(
    (total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  );
  return sum > 0 && sum % 11 === 0;
}

const replaced = (pattern: RegExp, by: string) => (text: string) => text.replace(pattern, by);

const RULES: readonly ((text: string) => string)[] = [
  replaced(MAIL, MASKS.mail),
  replaced(LINK, MASKS.link),
  replaced(ACCOUNT, MASKS.account),
  replaced(IBAN, MASKS.iban),
  replaced(CODE, MASKS.code),
  replaced(POSTCODE, MASKS.postcode),
  (text) => text.replace(DIGITS, maskDigits),
  (text) => maskNames(text, MASKS.name),
];
