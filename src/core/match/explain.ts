import type { Word } from './features.ts';
import { hashWord } from './feature-hash.ts';
import { idf } from './inverted-index.ts';
import type { InvertedIndex } from './inverted-index.ts';

const MAX_WORDS = 5;

/** Returns the words on which an entry (by index) was found, rarest first. */
export type WordsFor = (words: readonly Word[], entry: number) => string[];

/**
 * The content words of the training set, in CSR form: the terms of class c are `offsets[c]..offsets[c + 1]`. Words are
 * indexes in one list of strings, to save memory.
 */
export interface Vocabulary {
  /** Keys and surface forms, each once. */
  readonly strings: readonly string[];
  /** The strings that are keys, in the order in which they first occur. */
  readonly keys: Uint32Array;
  /** One element more than there are classes. */
  readonly offsets: Uint32Array;
  /** A key as its index in `strings`, or a synset as `-1 - id`; each once for a class. */
  readonly terms: Int32Array;
  /** The surface form in which the class first used that term, as its index in `strings`. */
  readonly surfaces: Uint32Array;
}

/** Creates a builder of the vocabulary: `add` the words of each training example, of a class or of none, then `build`. */
export function createVocabularyBuilder(classes: number) {
  const indexes = new Map<string, number>();
  const keys = new Set<number>();
  const surfaceOf = Array.from({ length: classes }, () => new Map<number, number>());
  const intern = (text: string): number => {
    const index = indexes.get(text) ?? indexes.size;
    if (index === indexes.size) indexes.set(text, index);
    return index;
  };
  return {
    add: (words: readonly Word[], label: number | undefined): void => {
      const surfaces = label === undefined ? undefined : surfaceOf[label];
      for (const { key, token, synsets } of words) {
        const surface = intern(token);
        const term = intern(key);
        keys.add(term);
        for (const own of [term, ...synsets.map(({ id }) => -1 - id)])
          if (surfaces?.has(own) === false) surfaces.set(own, surface);
      }
    },
    build: (): Vocabulary => {
      const offsets = new Uint32Array(classes + 1);
      let end = 0;
      surfaceOf.forEach(({ size }, label) => {
        end += size;
        offsets[label + 1] = end;
      });
      return {
        strings: [...indexes.keys()],
        keys: Uint32Array.from(keys),
        offsets,
        terms: Int32Array.from(surfaceOf.flatMap((surfaces) => [...surfaces.keys()])),
        surfaces: Uint32Array.from(surfaceOf.flatMap((surfaces) => [...surfaces.values()])),
      };
    },
  };
}

/**
 * Creates the function that explains a match. It returns surface forms of the knowledge only, never what the person
 * typed: a misspelled word or a synonym is returned as the word that it matched.
 */
export function createWordsFor(vocabulary: Vocabulary, index: InvertedIndex): WordsFor {
  const { strings, offsets, terms, surfaces } = vocabulary;
  const termOf = new Map(Array.from(vocabulary.keys, (key) => [strings[key] ?? '', key]));

  return (words, entry) => {
    const found = new Map<string, number>();
    for (const { key, synsets, corrections } of words) {
      const surface = firstSurface(entry, [
        ...[key, ...corrections.map(({ word }) => word)].map((name) => termOf.get(name)),
        ...synsets.map(({ id }) => -1 - id),
      ]);
      if (surface !== undefined)
        found.set(surface, Math.max(found.get(surface) ?? 0, idf(index, hashWord(key))));
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_WORDS)
      .map(([surface]) => surface);
  };

  /** The surface form of the first of these terms that the entry has. */
  function firstSurface(entry: number, wanted: readonly (number | undefined)[]): string | undefined {
    const own = terms.subarray(offsets[entry], offsets[entry + 1]);
    for (const term of wanted) {
      const at = term === undefined ? -1 : own.indexOf(term);
      if (at >= 0) return strings[surfaces[(offsets[entry] ?? 0) + at] ?? 0];
    }
    return undefined;
  }
}
