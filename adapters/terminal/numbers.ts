/** Names of the numbers from 1, in Dutch and English: cardinals and ordinals. */
const NAMES = [
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste',
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
];
const BY_NAME = new Map(
  NAMES.flatMap((names) => names.split(' ').map((name, place) => [name, place + 1] as const)),
);
const LAST = ['laatste', 'last'];
/** Words that may stand around a number; "one" is one of them in "the second one". */
const AROUND = new Set(
  "de het the nummer nr no number optie option keuze choice keus vraag question antwoord answer knop button kies choose pick neem take doe do wil want graag please alsjeblieft aub maar dan die that ik i i'd like would to go for voor liever one".split(
    ' ',
  ),
);
/** Digits, and the endings of ordinals: "2e", "2de", "8ste", "2nd". */
const DIGITS = /^(\d{1,6})(?:e|de|ste|st|nd|rd|th)?$/;
/** Signs that may be typed around a number as it is shown, `[2]`; not those of another number, "1,5" and "-1". */
const DECORATION = /^[\s[({<#"'“]+|[\s\])}>.:!?"'”]+$/gu;

/**
 * Returns the number that a line stands for, in Dutch or English (`[2]`, `2)`, "de tweede graag", "the last one" as `last`);
 * `undefined` when it says something else.
 */
export function numberIn(line: string, last: number): number | undefined {
  const words = line
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/\s+/u)
    .map((word) => word.replace(DECORATION, ''))
    .filter((word) => word !== '');
  const kept = words.filter((word) => !AROUND.has(word));
  const [word, ...others] = kept.length === 0 && words.includes('one') ? ['one'] : kept;
  if (word === undefined || others.length > 0) return undefined;
  if (LAST.includes(word)) return last;
  const digits = DIGITS.exec(word)?.[1];
  return digits === undefined ? BY_NAME.get(word) : Number(digits);
}
