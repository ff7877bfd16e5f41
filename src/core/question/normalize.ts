/**
 * From what a person typed to clean, lower-case words. The limits here bound the time of everything that comes after.
 */

import { fitParts } from './limit.ts';
import type { Limits } from './limit.ts';

/** In UTF-16 code units: ten times the longest real question in the test sets. It bounds the time of cleaning. */
const LENGTH: Limits = { most: 4_000, enough: 4_000, context: 4_000, others: 4_000 };
/** Real questions have at most 98 words; with more, what is around the question outweighs it. */
const TOKENS: Limits = { most: 100, enough: 6, context: 12, others: 30 };
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
/** Web addresses, up to the punctuation of the sentence around them, and files written as an address. */
const LINK = /\b(?:https?:\/\/|www\.|data:[\w/+.-]{1,100};base64,)\S*[^\s.,;:!?()<>[\]{}'"]/giu;
const TAG = /<\/?[a-z][^<>]{0,1000}>|<[^<>]{0,200}>/giu;
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});/giu;
/** The name of a field that is not filled in. */
const EMPTY_FIELD = /\p{L}{1,30}:[^\S\n]*(?:(?:_ ?){3,}|[.…]{5,})/gu;
/** Control characters, private-use characters and lone surrogates: they separate words. */
const INVISIBLE = /[\p{Cc}\p{Co}\p{Cs}]/gu;
/** Zero-width characters, direction marks and soft hyphens: they are removed from within words. */
const FORMAT = /\p{Cf}/gu;
const COMBINING = /\p{M}/gu;
const APOSTROPHE = /(?<=\p{L})['’‘`´](?=\p{L})|(?<![\p{L}\p{N}])['’‘`´](?=[nts]\b)/gu;
/** A mark in an abbreviation ("m.b.t. ") does not end a sentence: what stands before it is one letter. */
const SENTENCE = /(?:[^.!?;\n]|(?<=(?<![\p{L}\p{N}])\p{L})\.)+[.!?;\n]*/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;

/** Returns a text in lower case without markup, links, invisible characters and accents. Line breaks stay. */
export function clean(text: string): string {
  if (text.length <= LENGTH.most && PLAIN.test(text)) return text;
  // Shortened again, because NFKC expands some characters to a whole sentence.
  return shorten(shorten(text).normalize('NFKC'))
    .replace(LINK, ' ')
    .replace(TAG, ' ')
    .replace(ENTITY, ' ')
    .replace(EMPTY_FIELD, ' ')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/\n/gu, ' \n ')
    .replace(FORMAT, '')
    .replace(INVISIBLE, (character) => (character === '\n' ? character : ' '))
    .normalize('NFD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(APOSTROPHE, '');
}

/** A sentence before cleaning: a mark within an address, a number or an abbreviation does not end it. */
const RAW_SENTENCE = /(?:[^.!?;\n]|[.!?;](?!\s)|(?<=(?<![\p{L}\p{N}])\p{L})\.)+[.!?;\s]*/gu;
const ASKS = /\?[.!?;]*$/;

/** Of a text with more sentences, only question marks are looked for: each opening takes some 10 µs. */
const MAX_OPENINGS = 1_000;
/** In UTF-16 code units: enough for the words that a sentence opens with. */
const MAX_OPENING = 200;
/** Whether a sentence opens like a question; see `PhrasingMatcher`. */
type OpensQuestion = (tokens: readonly string[]) => boolean;
const never: OpensQuestion = () => false;

/** Returns the text, well-formed; of a long text what counts (see `fitParts`), in at most 4,000 code units. */
export function shorten(text: string, opensQuestion: OpensQuestion = never): string {
  if (text.length <= LENGTH.most) return text.toWellFormed();
  const parts = text.match(RAW_SENTENCE) ?? [];
  const opens = parts.length > MAX_OPENINGS ? never : opensQuestion;
  return fitParts(parts, LENGTH, {
    lengthOf: ({ length }) => length,
    asks: (part) => ASKS.test(part.trimEnd().slice(-10)),
    opensQuestion: (part) => opens(tokenize(clean(part.slice(0, MAX_OPENING)))),
    cut: (part, length) => ends(part, length - 1).join('\n'),
  })
    .map((part) => part.toWellFormed())
    .join('');
}

/** Returns the words of a cleaned text; an emoji is a word. */
export function tokenize(cleaned: string): string[] {
  return cutTokens(cleaned.match(TOKEN) ?? [], TOKENS.most).map(truncate);
}

/** A key that is equal for texts with the same words; a text without words equals itself only. */
export function wordKey(text: string): string {
  return tokenize(clean(text)).join(' ') || text;
}

/** The beginning and the end of what is too long, of `length` together. */
function ends<Whole extends { readonly length: number; slice: (from: number, to: number) => Whole }>(
  whole: Whole,
  length: number,
): [Whole, Whole] {
  const half = Math.ceil(length / 2);
  return [whole.slice(0, half), whole.slice(whole.length - length + half, whole.length)];
}

function cutTokens(tokens: readonly string[], count: number): readonly string[] {
  return tokens.length <= count ? tokens : ends(tokens, count).flat();
}

/** Never leaves half a surrogate pair. */
function truncate(token: string): string {
  return token.length <= MAX_TOKEN_LENGTH ? token : token.slice(0, MAX_TOKEN_LENGTH).replace(/\p{Cs}$/u, '');
}

/** Cleans any text and splits it into sentences and tokens. Never throws. */
export function parseText(text: string, opensQuestion: OpensQuestion = never): ParsedText {
  const sentences = splitSentences(text, opensQuestion);
  return { text, sentences, tokens: sentences.flatMap(({ tokens }) => tokens) };
}

/** Returns the sentences of a text that contain a word; of a long text those that count most. */
export function splitSentences(text: string, opensQuestion: OpensQuestion = never): readonly Sentence[] {
  const sentences = (clean(text).match(SENTENCE) ?? [])
    .map((piece) => ({ tokens: tokenize(piece), isQuestion: ASKS.test(piece.trimEnd().slice(-20)) }))
    .filter(({ tokens }) => tokens.length > 0);
  return fitParts<Sentence>(sentences, TOKENS, {
    lengthOf: ({ tokens }) => tokens.length,
    asks: ({ isQuestion }) => isQuestion,
    opensQuestion: ({ tokens }) => opensQuestion(tokens),
    cut: ({ tokens, isQuestion }, count) => ({ tokens: cutTokens(tokens, count), isQuestion }),
  });
}

const CODE_CHARACTER = /[<>{}=*$|\\`_]/g;
/** The tags in which people and channels write text; other words between `<` and `>` can be code. */
const TEXT_TAG =
  /<\/?(?:a|at|b|big|blockquote|body|br|center|code|div|em|emoji|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|title|tr|u|ul)(?:\s[^<>]{0,1000})?\/?>/giu;
/** Mentions, emphasis around words, fences, lines to fill in, and the edges of tables: people type these around words. */
const AROUND_WORDS =
  /<[@#!][^<>]{1,100}>|(?<![\p{L}\p{N}])([*_`]{1,3})(?=\S)[^*_`\n]{1,200}(?<=\S)\1(?![\p{L}\p{N}])|```|(?:_ ?){3,}|[=*]{4,}|(?<=^\s*)\||\|(?=\s*$)/gmu;
const SENTENCE_END = /(?<=[.!?;])\s+|\n/u;
const QUESTION_END = /\p{L}["'”’)]?\?+$/u;
const PLAIN_WORD = /^\p{L}+[,?]?$/u;

const MIN_CODE_CHARACTERS = 4;
/** The share of the words that hold one; a single word among others may be a name or a path. */
const MIN_CODE_WORDS = 0.2;
/** Of code that holds a question mark, fewer words stand before it. */
const MIN_WORDS_IN_QUESTION = 3;
/** A page is pasted as its source when its tags are this many times as long as its text. */
const MIN_TAGS_TO_TEXT = 3;

/**
 * Returns whether a text looks more like program code or markup than like a question. What cleaning takes off, and what
 * people put around words, does not count.
 */
export function looksLikeCode(text: string): boolean {
  const withTags = shorten(text).replace(LINK, ' ');
  const withoutTags = withTags.replace(TEXT_TAG, ' ');
  const typed = withoutTags.replace(AROUND_WORDS, ' ');
  if (holdsQuestion(typed)) return false;
  const words = wordsIn(typed);
  const isMarkup = withTags.length - withoutTags.length > MIN_TAGS_TO_TEXT * words.join('').length;
  if (isMarkup || (typed.match(CODE_CHARACTER)?.length ?? 0) < MIN_CODE_CHARACTERS) return isMarkup;
  const needed = Math.max(MIN_CODE_WORDS * words.length, Math.min(2, words.length));
  return words.filter(hasCode).length >= needed;
}

/** Whether a sentence of plain words asks something. */
function holdsQuestion(text: string): boolean {
  return text.split(SENTENCE_END).some((sentence) => {
    if (!QUESTION_END.test(sentence.trimEnd().slice(-10))) return false;
    const words = wordsIn(sentence);
    const plain = words.filter((word) => PLAIN_WORD.test(word)).length;
    return plain >= MIN_WORDS_IN_QUESTION && words.filter(hasCode).length < plain;
  });
}

const wordsIn = (text: string) => text.match(/\S+/g) ?? [];
const hasCode = (word: string) => word.search(CODE_CHARACTER) >= 0;

/** Returns the tokens of a text as a question has them. */
export function tokensOf(text: string): readonly string[] {
  return parseText(text).tokens;
}
