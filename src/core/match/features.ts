import type { Language } from '../types.ts';
import type { Bag } from './bag.ts';
import {
  CONCEPT,
  conceptFeature,
  letterFeatures,
  LETTERS,
  PAIR,
  pairFeature,
  WORD,
  wordFeature,
} from './feature-hash.ts';
import type { Concept, Lexicon } from '../question/lexicon.ts';

/** What is kept of a text when its features have been counted. */
export interface Features {
  /** The content words of the text. */
  readonly words: readonly Word[];
  readonly language: Language;
}

/** A content word: as the index knows it, as it was typed, and the synonym groups it stands in by itself. */
export interface Word {
  readonly key: string;
  readonly token: string;
  readonly concepts: readonly Concept[];
  /** What it was probably meant to be, when the vocabulary does not have it. */
  readonly meant: readonly Meant[];
}

/** A known key that an unknown one may be meant to be, with likeness 0..1. */
export interface Meant {
  readonly key: string;
  readonly likeness: number;
}

/** Gives for a key that the vocabulary does not have the keys that it was probably meant to be. */
export type Correct = (key: string) => readonly Meant[];

/** A piece of a text, and how much it counts. */
export interface Part {
  readonly tokens: readonly string[];
  readonly weight: number;
}

/** Puts the features of a text into a bag, after what is in it, and gives its content words. */
export type Extract = (bag: Bag, parts: readonly Part[], language: Language, correct: Correct) => Word[];

/** A word that says nothing of the subject still tells "why" from "how often" by its place beside others. */
const IGNORED_WEIGHT = 0.5;

/** All that is ever asked of a word, found once. */
interface Known extends Word {
  readonly feature: number;
  readonly ignored: boolean;
  /** Of the phrases with synonyms that begin with it, in words. */
  readonly longest: number;
  readonly letters: Uint32Array;
}

/** Groups of five letters gain a point where there is a classifier; in a large index they cost a third of the memory. */
const MOST_LETTERS = 5;
const MOST_LETTERS_OF_MANY = 4;
const MANY_QUESTIONS = 50_000;

/** The longest group of letters that is counted in an index of so many questions. */
export function longestGroup(questions: number): number {
  return questions > MANY_QUESTIONS ? MOST_LETTERS_OF_MANY : MOST_LETTERS;
}

/**
 * Makes the counter of features: words, pairs of neighbouring words, synonym groups and groups of 3 to `letters`
 * letters. It remembers so many words, because people use few words often.
 */
export function createExtract(lexicon: Lexicon, remembered: number, letters: number): Extract {
  const memory: Record<Language, Map<string, Known>> = { nl: new Map(), en: new Map() };

  return (bag, parts, language, correct) => {
    const words: Word[] = [];
    for (const { tokens, weight: scale } of parts) {
      const known = lexicon.expand(tokens, language).map((token) => lookUp(token, language));
      const keys = known.map(({ key }) => key);
      let before: Known | undefined;
      for (const [at, word] of known.entries()) {
        const weight = scale * (word.ignored ? IGNORED_WEIGHT : 1);
        bag.add(word.feature, WORD, weight);
        if (before !== undefined) bag.add(pairFeature(before.feature, word.feature), PAIR, scale);
        before = word;
        addConcepts(bag, word.concepts, scale);
        for (let length = 2; length <= word.longest && at + length <= keys.length; length += 1) {
          addConcepts(bag, lexicon.conceptsOf(keys.slice(at, at + length).join(' ')), scale);
        }
        if (word.ignored) continue;
        for (const feature of word.letters) bag.add(feature, LETTERS, scale);
        const meant = correct(word.key);
        words.push(meant.length === 0 ? word : { ...word, meant });
        for (const { key, likeness } of meant) {
          bag.add(wordFeature(key), WORD, weight * likeness);
          addConcepts(bag, lexicon.conceptsOf(key), weight * likeness);
        }
      }
    }
    return words;
  };

  function lookUp(token: string, language: Language): Known {
    const known = memory[language].get(token);
    if (known !== undefined) return known;
    const key = lexicon.key(token, language);
    const found: Known = {
      key,
      token,
      feature: wordFeature(key),
      ignored: lexicon.isIgnored(token, language),
      concepts: lexicon.conceptsOf(key),
      longest: lexicon.longestFrom(key),
      letters: letterFeatures(lexicon.fold(token), letters),
      meant: [],
    };
    if (memory[language].size >= remembered) memory[language].clear();
    memory[language].set(token, found);
    return found;
  }
}

function addConcepts(bag: Bag, concepts: readonly Concept[], scale: number): void {
  for (const { id, weight } of concepts) bag.add(conceptFeature(id), CONCEPT, scale * weight);
}
