import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import { mergeWords } from '../model.ts';
import type { Language } from '../types.ts';

/** A labelled question: the question of an entry, a variant of it, or a practice question. */
export interface TrainingExample {
  readonly text: string;
  /** Index in the list of all entries; `-1` for a question that is out of scope. */
  readonly entry: number;
  /** Absent for practice questions, which may be in any language. */
  readonly language: Language | undefined;
}

/** Returns every question, variant and practice question of the guidances, in the order of `entries`. */
export function trainingExamples(
  guidances: readonly Guidance[],
  entries: readonly Entry[],
): TrainingExample[] {
  const indexes = new Map(entries.map((entry, index) => [entry.id, index]));
  const written = entries.flatMap((entry, index) =>
    (['nl', 'en'] as const).flatMap((language) => {
      const wording = entry.wording[language];
      if (wording === undefined) return [];
      return [wording.question, ...wording.variants].map((text) => ({ text, entry: index, language }));
    }),
  );
  const practice = guidances.flatMap((guidance) =>
    guidance.practice.map(({ text, entry }) => ({
      text,
      entry: entry === null ? -1 : (indexes.get(entry) ?? -1),
      language: undefined,
    })),
  );
  return [...written, ...practice];
}

/** Returns the words of all guidances together. Throws a `TypeError` when there is no guidance. */
export function mergeGuidanceWords(guidances: readonly Guidance[]): WordsByLanguage {
  const [first, ...others] = guidances.map(({ words }) => words);
  if (first === undefined) throw new TypeError('a matcher needs at least one guidance');
  return others.reduce<WordsByLanguage>(
    (merged, words) => ({ nl: mergeWords(merged.nl, words.nl), en: mergeWords(merged.en, words.en) }),
    first,
  );
}
