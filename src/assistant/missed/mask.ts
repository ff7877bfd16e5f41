import { maskNames } from './mask-names.ts';

/** In UTF-16 code units. */
const MAX_LENGTH = 500;

/** In Dutch, because editors read them. */
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
 * Returns a question of at most 500 characters with masks for what could lead to a person: e-mail addresses, links,
 * accounts, IBAN, BSN, phone and other long numbers, postcodes, codes, and names after a salutation, a title, an
 * introduction or a closing. Names elsewhere in a sentence are not found. Idempotent.
 */
export function mask(text: string): string {
  const masked = RULES.reduce((current, rule) => rule(current), normalize(text));
  return normalize(masked).slice(0, MAX_LENGTH);
}

/** Normalizes characters that look the same, removes invisible ones, and collapses white space within lines. */
function normalize(text: string): string {
  return text
    .slice(0, 2 * MAX_LENGTH)
    .normalize('NFKC')
    .replace(/\p{Cs}|\p{Co}|\p{Cf}|[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .slice(0, MAX_LENGTH)
    .trim();
}

const DOMAINS = 'nl|com|org|net|eu|be|de|uk|info|io|gov|edu|amsterdam|frl|app|dev|social|me|tv|ly';
const LINK = new RegExp(
  `(?:\\b[a-z][a-z0-9+.-]{1,9}://|\\bwww\\.)\\S+|\\b(?:[\\p{L}\\p{N}-]+\\.)+(?:${DOMAINS})\\b(?:[/?#:]\\S*)?|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/\\S*`,
  'giu',
);
const MAIL =
  /[^\s@<>()[\],;:"]+ ?(?:@|[([]at[)\]]|\bapenstaartje\b) ?[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+/giu;
const ACCOUNT = /(?<![\p{L}\p{N}])[@＠]+[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[a-z]{2}\p{Nd}{2}(?:[a-z0-9]{11,30}|(?:[ .-][a-z0-9]{4}){2,7}(?:[ .-][a-z0-9]{1,3})?)(?![\p{L}\p{N}])/giu;
/** Digits, with the separators that people put between them. */
const DIGITS = /[+(]{0,2}\p{Nd}(?:[\s.\-/()_]{0,3}\p{Nd})*/gu;
const CODE = /(?<![\p{L}\p{N}])(?=[\p{L}_-]*\p{N})(?=[\p{N}_-]*\p{L})[\p{L}\p{N}_-]{12,}/gu;
const POSTCODE =
  /(?<![\p{L}\p{N}])[1-9]\p{Nd}{3} ?(?:[A-Z]{2}|(?<=\p{Nd})[a-z]{2})(?![\p{L}\p{N}])(?: ?\p{Nd}+ ?[a-zA-Z]?(?![\p{L}\p{N}]))?/gu;
/** Numbers with fewer digits are years, articles and amounts. */
const MIN_DIGITS = 5;

function maskDigits(found: string): string {
  const digits = found.replace(/\P{Nd}/gu, '');
  if (digits.length < MIN_DIGITS) return found;
  if (isBsn(digits)) return MASKS.bsn;
  const isPhone = /^[+(]*0|^\(?\+/.test(found) && digits.length >= 9 && digits.length <= 14;
  return isPhone ? MASKS.phone : MASKS.number;
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
