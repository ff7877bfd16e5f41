/**
 * From what a person typed to plain words. Everything after this file works on short, clean, lower-case text,
 * so its cost and its safety are decided here.
 */

/**
 * Longest text that is looked at, in UTF-16 code units: twice this many from a longer one, its beginning and its end
 * (people paste a page and put the question before or after it). Ten times the longest real question in the test sets.
 */
const HALF_LIMIT = 2_000;
const MOST_TOKENS = 400;
const LONGEST_TOKEN = 40;

/** A sentence of the message. */
export interface Sentence {
  readonly tokens: readonly string[];
  /** It ends with a question mark. */
  readonly asks: boolean;
}

/** A message, cleaned and cut in words once: what everything after this file works on. */
export interface Message {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The words of all sentences. */
  readonly tokens: readonly string[];
}

/** Letters and signs of which nothing below is made: most of what people type, and all but a few words of the words files. */
const PLAIN = /^[a-z0-9 ,?!-]*$/;
const MARKUP =
  /<[^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});|\bhttps?:\/\/\S{1,500}|\bwww\.\S{1,500}/giu;
/** Control, format (zero-width, direction marks, soft hyphen) and private-use characters, and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Co}\p{Cs}]/gu;
const FORMAT = /\p{Cf}/gu;
const COMBINING = /\p{M}/gu;
const APOSTROPHE = /(?<=\p{L})['’‘`´](?=\p{L})|(?<![\p{L}\p{N}])['’‘`´](?=[nts]\b)/gu;
const SENTENCE = /[^.!?;\n]+[.!?;\n]*/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;

/** Lower case, without markup, links, invisible characters and accents. Lines stay apart. */
export function clean(text: string): string {
  if (text.length <= 2 * HALF_LIMIT && PLAIN.test(text)) return text;
  // Some signs stand for a whole sentence: what they are spelled out to is shortened too.
  return shorten(shorten(text).normalize('NFKC'))
    .replace(MARKUP, ' ')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/\n/gu, ' \n ')
    .replace(FORMAT, '')
    .replace(INVISIBLE, (character) => (character === '\n' ? character : ' '))
    .normalize('NFD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(APOSTROPHE, '');
}

function shorten(text: string): string {
  if (text.length <= 2 * HALF_LIMIT) return text.toWellFormed();
  return `${text.slice(0, HALF_LIMIT).toWellFormed()}\n${text.slice(-HALF_LIMIT).toWellFormed()}`;
}

/** The words of cleaned text, in order. An emoji is a word. */
export function tokenize(cleaned: string): string[] {
  return (cleaned.match(TOKEN) ?? []).slice(0, MOST_TOKENS).map(cut);
}

/** The first letters of an endless word; never half a letter. */
function cut(token: string): string {
  return token.length <= LONGEST_TOKEN ? token : token.slice(0, LONGEST_TOKEN).replace(/\p{Cs}$/u, '');
}

/** Cleans a text and cuts it in words; any text, never throws. */
export function read(text: string): Message {
  const found = sentences(text);
  return { text, sentences: found, tokens: found.flatMap(({ tokens }) => tokens) };
}

/** The sentences of a message that hold a word. */
export function sentences(text: string): Sentence[] {
  let room = MOST_TOKENS;
  const found: Sentence[] = [];
  for (const piece of clean(text).match(SENTENCE) ?? []) {
    const tokens = tokenize(piece).slice(0, room);
    if (tokens.length === 0) continue;
    room -= tokens.length;
    found.push({ tokens, asks: /\?[.!?;\s]*$/.test(piece.slice(-20)) });
  }
  return found;
}

const CODE_SIGN = /[<>{}=*$|\\`_]/g;
/** Mentions, and stars around words: people type them in questions. */
const DRESSING = /<[@#!][^<>]{1,100}>|<\/?at>|([*_`]{1,3})(?=\S)[^*_`\n]{1,200}(?<=\S)\1/g;
const FEWEST_SIGNS = 4;
const CODE_SHARE = 0.05;

/** Whether a text is rather program code or markup than a question; a mention, emphasis or a stray sign is not. */
export function looksLikeCode(text: string): boolean {
  const looked = shorten(text);
  const signs = looked.replace(DRESSING, '').match(CODE_SIGN)?.length ?? 0;
  return signs >= FEWEST_SIGNS && signs / looked.length >= CODE_SHARE;
}
