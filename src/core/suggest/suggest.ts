import Fuse from 'fuse.js';
import type { Guidance } from '../model.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { clean, tokenize } from '../question/normalize.ts';
import { wordingOf } from '../reply/compose.ts';
import type { GuidanceEntry } from '../reply/compose.ts';
import { namedChoice } from '../reply/naming.ts';
import { inOrderOfLists } from '../reply/topics.ts';
import type { Language, Suggestion } from '../types.ts';
import { createRanking, questionOf } from './ranking.ts';
import type { Typed } from './ranking.ts';

/**
 * Returns the questions of at most `n` entries that a text which is still being typed may become, as buttons: answers
 * first, then silences. Without `language`, in the language in which a question begins like the text, or else in that of
 * the text. Never throws.
 */
export type Suggest = (text: string, n: number, language?: Language) => readonly Suggestion[];

/** In UTF-16 code units. Of a longer text the end is read, where somebody types. */
const MAX_TYPED = 100;
/** Fewer letters are in too many questions for Fuse.js. */
const MIN_FUZZY = 3;
/** Fuse.js is slower above 32 characters, where it splits the pattern. */
const MAX_FUZZY = 32;
/** One letter in five may differ: with one in four, Fuse.js finds most words of four letters in other words. */
const FUSE_OPTIONS = { threshold: 0.2, ignoreLocation: true, ignoreFieldNorm: true } as const;

/**
 * Creates the suggestions, from the ranking of entries and, where it finds fewer than `n`, Fuse.js over the questions.
 * `entries`: those of all guidances; small talk is not suggested. What it searches in is made at the first use.
 */
export function createSuggest(
  entries: readonly GuidanceEntry[],
  guidances: readonly Guidance[],
  lexicon: Lexicon,
): Suggest {
  const targets = entries.filter(({ entry }) => entry.kind !== 'social');
  const rank = once(() => createRanking(targets, guidances, lexicon));
  const fuses: Record<Language, () => Fuse<string>> = {
    nl: once(() => fuseOf('nl')),
    en: once(() => fuseOf('en')),
  };

  return (text, n, language) => {
    const typed = parseTyped(text);
    const { words, last } = typed;
    const tokens = last === undefined ? words : [...words, last];
    if (tokens.length === 0) return [];
    const shown = language ?? lexicon.languageOf(tokens);
    const found = new Set(rank()(typed, n, shown));
    for (const place of found.size < n ? fuzzy(typed.text.trim(), shown) : []) {
      if (found.size >= n) break;
      found.add(place);
    }
    return inOrderOfLists([...found].flatMap((place) => targets[place] ?? [])).map((target) =>
      suggestion(target, language ?? languageOf(target, typed.text, shown)),
    );
  };

  function suggestion(target: GuidanceEntry, wanted: Language): Suggestion {
    const { language } = wordingOf(target, wanted);
    return { ...namedChoice(target, language), language };
  }

  function languageOf(target: GuidanceEntry, text: string, detected: Language): Language {
    const begins = (one: Language) => questionOf(target, one).startsWith(text);
    return [detected, ...lexicon.languages].find(begins) ?? detected;
  }

  function fuzzy(text: string, language: Language): readonly number[] {
    if (text.length < MIN_FUZZY) return [];
    return fuses[language]()
      .search(text.slice(-MAX_FUZZY))
      .map(({ refIndex }) => refIndex);
  }

  function fuseOf(language: Language): Fuse<string> {
    return new Fuse(
      targets.map((target) => questionOf(target, language)),
      FUSE_OPTIONS,
    );
  }
}

function parseTyped(text: string): Typed {
  const cleaned = clean(text.slice(-MAX_TYPED));
  const tokens = tokenize(cleaned);
  const isComplete = !/[\p{L}\p{N}]$/u.test(cleaned);
  const joined = tokens.join(' ');
  return isComplete
    ? { text: `${joined} `, words: tokens, last: undefined }
    : { text: joined, words: tokens.slice(0, -1), last: tokens.at(-1) };
}

/** Calls a function at the first use, and keeps what it returns. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
