import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import { mergeWords } from '../model.ts';
import type { Language } from '../types.ts';

/** A question with a known entry: what the matcher learns from. */
export interface Known {
  readonly text: string;
  /** Place in the list of all entries; `-1` when it is about none of them. */
  readonly entry: number;
  /** As its file says; absent for practice questions, which are written in any language. */
  readonly language: Language | undefined;
}

/** Every question, variant and practice question of the guidances. */
export function knownQuestions(guidances: readonly Guidance[], entries: readonly Entry[]): Known[] {
  const places = new Map(entries.map((entry, place) => [entry.id, place]));
  const written = entries.flatMap((entry, place) =>
    (['nl', 'en'] as const).flatMap((language) => {
      const wording = entry.wording[language];
      if (wording === undefined) return [];
      return [wording.question, ...wording.variants].map((text) => ({ text, entry: place, language }));
    }),
  );
  const practised = guidances.flatMap(({ practice }) =>
    practice.map(({ text, entry }) => ({
      text,
      entry: entry === null ? -1 : (places.get(entry) ?? -1),
      language: undefined,
    })),
  );
  return [...written, ...practised];
}

/** The words of all guidances together. */
export function joinWords(guidances: readonly Guidance[]): WordsByLanguage {
  const [first, ...others] = guidances.map(({ words }) => words);
  if (first === undefined) throw new TypeError('a matcher needs at least one guidance');
  return others.reduce<WordsByLanguage>(
    (joined, words) => ({ nl: mergeWords(joined.nl, words.nl), en: mergeWords(joined.en, words.en) }),
    first,
  );
}
