import { accountRules } from './mask-accounts.ts';
import { addressRule } from './mask-addresses.ts';
import { maskNames } from './mask-names.ts';
import { numberRules } from './mask-numbers.ts';
import type { Lexicon } from './lexicon.ts';

/** Masks what could lead to a person in a text: see `createMask`. */
export type Mask = (text: string) => string;

/** In UTF-16 code units. */
const MAX_LENGTH = 500;
/** Each pass masks more or is the last; real texts take two or three. */
const MAX_PASSES = 10;

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
  date: '[datum]',
  postcode: '[postcode]',
  address: '[adres]',
  name: '[naam]',
} as const;

/** A street that was taken for a name, with its number at the end of a clause or before a letter. */
const NAMED_ADDRESS = /\[naam\],? \p{Nd}{1,5}(?: ?[a-zA-Z](?![\p{L}\p{N}])|(?= ?[),.;!?\n]|$))/gu;

/**
 * Returns a function that masks what could lead to a person in a question, and cuts it to 500 characters: mail addresses,
 * links, accounts, addresses, dates, numbers and names. Finds them by shape, by place and by the lists of the lexicon; a
 * name that is also an ordinary word may stay. The result of masking twice is that of masking once.
 */
export function createMask(lexicon: Lexicon): Mask {
  const rules = [
    ...accountRules(MASKS, lexicon),
    addressRule(MASKS.address, lexicon),
    ...numberRules(MASKS, lexicon),
    (text: string) => maskNames(text, MASKS.name, lexicon),
    (text: string) => text.replace(NAMED_ADDRESS, MASKS.address),
  ];
  const pass = (text: string) => cut(normalize(rules.reduce((current, rule) => rule(current), text)));
  return (text) => {
    let masked = normalize(text.slice(0, 2 * MAX_LENGTH));
    for (let passes = 0; passes < MAX_PASSES; passes += 1) {
      const again = pass(masked);
      if (again === masked) break;
      masked = again;
    }
    return masked;
  };
}

/** Normalizes characters that look the same, removes invisible ones, and collapses white space within lines. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cs}|\p{Co}|\p{Cf}|[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Cuts after a word, so that no part of what was to be masked is left. */
function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return text
    .slice(0, MAX_LENGTH + 1)
    .replace(/\S*$/u, '')
    .trim();
}
