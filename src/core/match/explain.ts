import type { Word } from './features.ts';
import { wordFeature } from './feature-hash.ts';
import { rarity } from './inverted-index.ts';
import type { Index } from './inverted-index.ts';

const MOST_WORDS = 5;

/** Tells on which words of its own vocabulary an entry was found. */
export type WordsFor = (words: readonly Word[], entry: number) => string[];

/** Words as numbers in a list of strings, so that the words of every question take little memory. */
export interface Spoken {
  /** Keys and the words as they were written, each once. */
  readonly strings: readonly string[];
  /** Which of `strings` are keys; in the order in which they first stand in the questions. */
  readonly keys: Uint32Array;
  /** Where the names of each class begin; one more than there are classes. */
  readonly starts: Uint32Array;
  /** A key, as its number in `strings`; or `-1 - id` for a synonym group. Each once for a class. */
  readonly names: Int32Array;
  /** The first written word of that name, as its number in `strings`. */
  readonly tokens: Uint32Array;
}

/** Collects the words of the known questions, question by question, each with its class. */
export function createCollector(classes: number) {
  const numbers = new Map<string, number>();
  const keys = new Set<number>();
  const labels: number[] = [];
  const named: number[] = [];
  const written: number[] = [];
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) numbers.set(text, number);
    return number;
  };
  const put = (label: number, name: number, token: number): void => {
    labels.push(label);
    named.push(name);
    written.push(token);
  };
  return {
    add: (words: readonly Word[], label: number): void => {
      for (const { key, token, concepts } of words) {
        const number = numberOf(token);
        const name = numberOf(key);
        keys.add(name);
        put(label, name, number);
        for (const { id } of concepts) put(label, -1 - id, number);
      }
    },
    finish: (): Spoken => ({
      strings: [...numbers.keys()],
      keys: Uint32Array.from(keys),
      ...group(classes, labels, named, written),
    }),
  };
}

/** The names of each class, each once, with the first word written for it. */
function group(
  classes: number,
  labels: readonly number[],
  named: readonly number[],
  written: readonly number[],
): Pick<Spoken, 'starts' | 'names' | 'tokens'> {
  const places = Array.from({ length: classes }, (): number[] => []);
  labels.forEach((label, at) => places[label]?.push(at));
  const starts = new Uint32Array(classes + 1);
  const names: number[] = [];
  const tokens: number[] = [];
  places.forEach((own, label) => {
    const seen = new Set<number>();
    for (const at of own) {
      const name = named[at] ?? 0;
      if (seen.has(name)) continue;
      seen.add(name);
      names.push(name);
      tokens.push(written[at] ?? 0);
    }
    starts[label + 1] = names.length;
  });
  return { starts, names: Int32Array.from(names), tokens: Uint32Array.from(tokens) };
}

/**
 * Makes the teller. Only words of the knowledge come out, never what the person typed: a misspelled or other word is
 * told as the known word that it was understood as.
 */
export function createWordsFor(spoken: Spoken, index: Index): WordsFor {
  const { strings, starts, names, tokens } = spoken;
  const numbers = new Map(Array.from(spoken.keys, (number) => [strings[number] ?? '', number]));

  return (words, entry) => {
    const found = new Map<string, number>();
    for (const { key, concepts, meant } of words) {
      const word = firstOf(entry, [
        ...[key, ...meant.map((other) => other.key)].map((name) => numbers.get(name)),
        ...concepts.map(({ id }) => -1 - id),
      ]);
      if (word !== undefined)
        found.set(word, Math.max(found.get(word) ?? 0, rarity(index, wordFeature(key))));
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_WORDS)
      .map(([word]) => word);
  };

  /** The written word of the first of these names that the entry has. */
  function firstOf(entry: number, wanted: readonly (number | undefined)[]): string | undefined {
    const own = names.subarray(starts[entry], starts[entry + 1]);
    for (const name of wanted) {
      const place = name === undefined ? -1 : own.indexOf(name);
      if (place >= 0) return strings[tokens[(starts[entry] ?? 0) + place] ?? 0];
    }
    return undefined;
  }
}
