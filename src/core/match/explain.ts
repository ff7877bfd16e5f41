import type { Correct, Features } from './features.ts';
import type { Index } from './index.ts';

const MOST_WORDS = 5;

/** Tells on which words of its own vocabulary an entry was found. */
export type WordsFor = (question: Features, entry: number) => string[];

/**
 * Makes the teller. Only words of the knowledge come out, never what the person typed: a misspelled or other word is
 * told as the known word that it was understood as.
 */
export function createWordsFor(
  documents: readonly Features[],
  classOf: readonly number[],
  index: Index,
  correct: Correct,
): WordsFor {
  const places = new Map<number, number[]>();
  classOf.forEach((entry, document) => {
    const list = places.get(entry);
    if (list === undefined) places.set(entry, [document]);
    else list.push(document);
  });
  const vocabularies = new Map<number, ReadonlyMap<string, string>>();

  return (question, entry) => {
    const vocabulary = vocabularyOf(entry);
    const found = new Map<string, number>();
    for (const { key, concepts } of question.words) {
      const names = [key, ...correct(key).map((meant) => meant.key), ...concepts.map((id) => `#${id}`)];
      const word = names.map((name) => vocabulary.get(name)).find((known) => known !== undefined);
      if (word !== undefined) found.set(word, Math.max(found.get(word) ?? 0, index.rarity(`w${key}`)));
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_WORDS)
      .map(([word]) => word);
  };

  /** The words of an entry's known questions by key, and one word for each synonym group (`#id`). */
  function vocabularyOf(entry: number): ReadonlyMap<string, string> {
    let vocabulary = vocabularies.get(entry);
    if (vocabulary === undefined) {
      const words = new Map<string, string>();
      for (const document of places.get(entry) ?? []) {
        for (const { key, token, concepts } of documents[document]?.words ?? []) {
          for (const name of [key, ...concepts.map((id) => `#${id}`)])
            if (!words.has(name)) words.set(name, token);
        }
      }
      vocabulary = words;
      vocabularies.set(entry, vocabulary);
    }
    return vocabulary;
  }
}
