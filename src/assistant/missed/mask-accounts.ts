import type { Lexicon } from './lexicon.ts';
import { isIPv6 } from 'node:net';
import { fold } from './words.ts';

const DOMAINS =
  'nl|com|org|net|eu|be|de|uk|info|io|gov|edu|amsterdam|frl|app|dev|social|me|tv|ly|online|site|cloud|xyz|blog|page|link|co|us|fr|tr|sr';
const LINK = new RegExp(
  `\\b[a-z][a-z0-9+.-]{1,9}://\\S+|\\bwww\\.\\S+|(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}(?:${DOMAINS})\\b(?:[/?#:]\\S*)?|(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,}/\\S*`,
  'giu',
);
/** The path of somebody's profile. */
const PROFILE =
  /(?<![\p{L}\p{N}])\/?(?:in|pub|u|user|users|profile|profiel|people)\/[\p{L}\p{N}][\p{L}\p{N}._-]*|(?<![^\s("'])[/~][\p{L}\p{N}_][\p{L}\p{N}._/-]{2,}/giu;
const MAIL = /[^\s@<>()[\],;:"]{1,64}(?:@| @ )[^\s@<>()[\],;:"]{1,255}/giu;
const ACCOUNT = /(?<![\p{L}\p{N}])[@＠]+ ?[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
/** "jan_1980", "kees.kletst", "jan#1234"; not "m.b.t." */
const HANDLE = /(?<![\p{L}\p{N}@.[])[\p{L}\p{N}]*(?:[_.#·]+[\p{L}\p{N}-]+)+(?![\p{L}\p{N}]*\])/gu;
const PART = String.raw`[\p{L}\p{N}_.+-]{1,64}`;

/** Returns the rules that mask mail addresses, links, accounts and IPv6 addresses, also when spelled out. */
export function accountRules(
  masks: Readonly<Record<'mail' | 'link' | 'account' | 'number', string>>,
  lexicon: Lexicon,
): readonly ((text: string) => string)[] {
  const { list, isCommon, isProper, isStopWord } = lexicon;
  const either = (words: ReadonlySet<string>) => [...words].map(escape).join('|') || '(?!)';
  const sign = (words: string) => `(?: ?[([{<] ?(?:${words}) ?[)\\]}>] ?| (?:${words}) )`;
  const at = `(?: ?[([{<] ?@ ?[)\\]}>] ?|${sign(either(list('apenstaartje')))})`;
  const mark = `(?: ?[([{<][.·][)\\]}>] ?|${sign(either(list('leestekens')))})`;
  const spelledMail = new RegExp(`${PART}(?:${mark}${PART}){0,6}${at}${PART}(?:${mark}${PART}){0,6}`, 'giu');
  const spelledLink = new RegExp(`${PART}(?:${mark}${PART}){1,10}`, 'giu');
  const cue = new RegExp(
    `(?<![\\p{L}\\p{N}])([\\p{L}-]{0,30}(?:${either(list('accountwoorden'))}))((?: ?[:=] ?| (?:is|heet|als|onder|naam|nu|dus|van mij)(?: |: ?)){1,2})([\\p{L}\\p{N}_@](?:[\\p{L}\\p{N}_.@-]{0,62}[\\p{L}\\p{N}_])?)`,
    'giu',
  );
  const isWord = (text: string) => {
    const folded = fold(text);
    return folded.length < 2 || isStopWord(folded) || isCommon(folded) || isProper(folded);
  };
  const isSpelled = (text: string) =>
    new RegExp(mark, 'iu').test(text) ||
    /\p{L}\.\p{L}/u.test(text) ||
    /[([{<]/.test(text) ||
    /apen|apes/iu.test(text);
  return [
    (text) => text.replace(spelledMail, (found) => (isSpelled(found) ? masks.mail : found)),
    (text) => text.replace(MAIL, masks.mail),
    (text) => text.replace(LINK, masks.link),
    (text) =>
      text.replace(spelledLink, (found) =>
        new RegExp(` (?:${DOMAINS})$`, 'iu').test(found) || /slash|underscore/iu.test(found)
          ? masks.link
          : found,
      ),
    (text) => text.replace(ACCOUNT, (found) => (isProper(fold(found.slice(1))) ? found : masks.account)),
    (text) => text.replace(PROFILE, masks.account),
    (text) =>
      text.replace(/[0-9a-f:.]{3,45}(?:%\w+)?/giu, (found) =>
        found.includes(':') && isIPv6(found.replace(/%.*|\.$/, '')) ? masks.number : found,
      ),
    (text) => text.replace(HANDLE, (found) => (isHandle(found, isWord) ? masks.account : found)),
    (text) =>
      text.replace(cue, (found, word: string, link: string, name: string) =>
        isWord(name.replace(/[.-]+$/, '')) && !/\p{N}/u.test(name) ? found : `${word}${link}${masks.account}`,
      ),
  ];
}

/** Not an abbreviation, nor two sentences without a space between them, nor a blank to fill in. */
function isHandle(found: string, isWord: (text: string) => boolean): boolean {
  if (!/\p{L}/u.test(found)) return false;
  if (/[_#]/.test(found)) return !/^#/.test(found) && /[\p{L}\p{N}]/u.test(found);
  const parts = found.split(/[.·]+/).filter((part) => part !== '');
  if (parts.every((part) => part.length <= 3)) return false;
  return (
    parts.length > 1 &&
    !parts.every((part) => isWord(part) || /^\p{N}+$/u.test(part)) &&
    !/^\p{Lu}\p{Ll}/u.test(parts[1] ?? '')
  );
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
