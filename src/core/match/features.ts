import type { Sentence } from '../normalize.ts';
import type { Language } from '../types.ts';
import { LONGEST_PHRASE } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';

/** A text as named, weighted features. Names start with a letter for their kind: see `FEATURE_KINDS`. */
export interface Features {
  readonly weights: ReadonlyMap<string, number>;
  /** The content words of the text. */
  readonly words: readonly Word[];
  readonly language: Language;
}

/** A content word: as the index knows it, as it was typed, and the synonym groups it stands in by itself. */
export interface Word {
  readonly key: string;
  readonly token: string;
  readonly concepts: readonly number[];
}

/** Gives for a key that the vocabulary does not have the keys that it was probably meant to be, with likeness 0..1. */
export type Correct = (key: string) => readonly { readonly key: string; readonly likeness: number }[];

const NGRAM_SIZES = [3, 4, 5] as const;
/** A word that says nothing of the subject still tells "why" from "how often" by its place beside others. */
const IGNORED_WEIGHT = 0.5;

/**
 * The features of a text: words (`w`), pairs of neighbouring words (`p`), synonym groups (`c`) and letter groups (`g`).
 */
export function extract(
  text: readonly Sentence[],
  weightOf: (sentence: Sentence) => number,
  language: Language,
  lexicon: Lexicon,
  correct: Correct,
): Features {
  const weights = new Map<string, number>();
  const words: Word[] = [];
  const add = (name: string, weight: number) => {
    if ((weights.get(name) ?? 0) < weight) weights.set(name, weight);
  };
  for (const sentence of text) {
    const scale = weightOf(sentence);
    const tokens = lexicon.expand(sentence.tokens, language);
    const keys = tokens.map((token) => lexicon.key(token, language));
    tokens.forEach((token, at) => {
      const key = keys[at] ?? token;
      const ignored = lexicon.isIgnored(token, language);
      const weight = scale * (ignored ? IGNORED_WEIGHT : 1);
      add(`w${key}`, weight);
      if (at > 0) add(`p${keys[at - 1] ?? ''} ${key}`, scale);
      if (!ignored) {
        words.push({ key, token, concepts: lexicon.conceptsAt(keys, at, 1).map(({ id }) => id) });
        addLetterGroups(lexicon.fold(token), (gram) => {
          add(`g${gram}`, scale);
        });
        for (const meant of correct(key)) {
          add(`w${meant.key}`, weight * meant.likeness);
          addConcepts([meant.key], 0, 1, weight * meant.likeness);
        }
      }
    });
    for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
      for (let start = 0; start + length <= keys.length; start += 1) addConcepts(keys, start, length, scale);
    }
  }
  return { weights, words, language };

  function addConcepts(keys: readonly string[], start: number, length: number, scale: number) {
    for (const concept of lexicon.conceptsAt(keys, start, length))
      add(`c${concept.id}`, scale * concept.weight);
  }
}

function addLetterGroups(word: string, add: (gram: string) => void): void {
  const padded = `_${word}_`;
  for (const size of NGRAM_SIZES) {
    for (let start = 0; start + size <= padded.length; start += 1) add(padded.slice(start, start + size));
  }
}
