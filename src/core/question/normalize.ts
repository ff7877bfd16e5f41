/**
 * From what a person typed to clean, lower-case words. The limits here bound the time of everything that comes after.
 */

/**
 * In UTF-16 code units. Of a text of more than twice this length only the beginning and the end are read, because people
 * put their question before or after a page that they paste. Ten times the longest real question in the test sets.
 */
const HALF_LIMIT = 2_000;
const MAX_TOKENS = 400;
/** In UTF-16 code units. */
const MAX_TOKEN_LENGTH = 40;

export interface Sentence {
  readonly tokens: readonly string[];
  /** Whether it ends with a question mark. */
  readonly isQuestion: boolean;
}

/** A text, cleaned and split into tokens once. */
export interface ParsedText {
  /** The text as it was given. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The tokens of all sentences. */
  readonly tokens: readonly string[];
}

/** A text that cleaning would not change: most of what people type, and nearly all of the word lists. */
const PLAIN = /^[a-z0-9 ,?!-]*$/;
const MARKUP =
  /<[^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});|\bhttps?:\/\/\S{1,500}|\bwww\.\S{1,500}/giu;
/** Control characters, private-use characters and lone surrogates: they separate words. */
const INVISIBLE = /[\p{Cc}\p{Co}\p{Cs}]/gu;
/** Zero-width characters, direction marks and soft hyphens: they are removed from within words. */
const FORMAT = /\p{Cf}/gu;
const COMBINING = /\p{M}/gu;
const APOSTROPHE = /(?<=\p{L})['’‘`´](?=\p{L})|(?<![\p{L}\p{N}])['’‘`´](?=[nts]\b)/gu;
const SENTENCE = /[^.!?;\n]+[.!?;\n]*/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;

/** Returns a text in lower case without markup, links, invisible characters and accents. Line breaks stay. */
export function clean(text: string): string {
  if (text.length <= 2 * HALF_LIMIT && PLAIN.test(text)) return text;
  // Shortened again, because NFKC expands some characters to a whole sentence.
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

/** Returns the words of a cleaned text; an emoji is a word. */
export function tokenize(cleaned: string): string[] {
  return (cleaned.match(TOKEN) ?? []).slice(0, MAX_TOKENS).map(truncate);
}

/** Never leaves half a surrogate pair. */
function truncate(token: string): string {
  return token.length <= MAX_TOKEN_LENGTH ? token : token.slice(0, MAX_TOKEN_LENGTH).replace(/\p{Cs}$/u, '');
}

/** Cleans any text and splits it into sentences and tokens. Never throws. */
export function parseText(text: string): ParsedText {
  const sentences = splitSentences(text);
  return { text, sentences, tokens: sentences.flatMap(({ tokens }) => tokens) };
}

/** Returns the sentences of a text that contain a word. */
export function splitSentences(text: string): Sentence[] {
  let room = MAX_TOKENS;
  const sentences: Sentence[] = [];
  for (const piece of clean(text).match(SENTENCE) ?? []) {
    const tokens = tokenize(piece).slice(0, room);
    if (tokens.length === 0) continue;
    room -= tokens.length;
    sentences.push({ tokens, isQuestion: /\?[.!?;\s]*$/.test(piece.slice(-20)) });
  }
  return sentences;
}

const CODE_CHARACTER = /[<>{}=*$|\\`_]/g;
/** Mentions, and emphasis around words: people type these in questions. */
const CHAT_MARKUP = /<[@#!][^<>]{1,100}>|<\/?at>|([*_`]{1,3})(?=\S)[^*_`\n]{1,200}(?<=\S)\1/g;
const MIN_CODE_CHARACTERS = 4;
const MIN_CODE_SHARE = 0.05;

/** Returns whether a text looks more like program code or markup than like a question. */
export function looksLikeCode(text: string): boolean {
  const shortened = shorten(text);
  const count = shortened.replace(CHAT_MARKUP, '').match(CODE_CHARACTER)?.length ?? 0;
  return count >= MIN_CODE_CHARACTERS && count / shortened.length >= MIN_CODE_SHARE;
}
