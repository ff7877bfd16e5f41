import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import { mergeWords } from '../merge-words.ts';
import { FOLLOW_UP_KINDS } from '../question/phrasings.ts';
import type { Language } from '../types.ts';

/** A labelled question: the question of an entry, a variant of it, a practice question, or one made from a template. */
export interface TrainingExample {
  readonly text: string;
  /** Its class; see `classesOf`. */
  readonly label: number;
  /** Absent for practice questions, which may be in any language. */
  readonly language: Language | undefined;
  /** Whether it is another example in a frame: only the classifier learns from it, and it explains no match. */
  readonly isFramed?: boolean;
}

/** Messages about no entry: follow-ups, by what they ask of the last answer, and messages without a subject. */
export const PHRASE_KINDS = [...FOLLOW_UP_KINDS, 'zonder_onderwerp'] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** Returns the likeliest of the phrases, and their score together; `scores` are in the order of `PHRASE_KINDS`. */
export function likeliestPhrase(scores: Float64Array): {
  readonly kind: PhraseKind;
  readonly score: number;
} {
  const kind = PHRASE_KINDS[scores.indexOf(Math.max(...scores))] ?? 'zonder_onderwerp';
  return { kind, score: scores.reduce((sum, score) => sum + score, 0) };
}

/** The classes of a matcher: its entries by index, then `PHRASE_KINDS`, "unanswered" and "out of scope". */
export interface Classes {
  readonly entries: number;
  /** Questions about the subject that no entry is about. */
  readonly unanswered: number;
  readonly outOfScope: number;
  readonly count: number;
}

/** Returns the classes of a matcher with so many entries. */
export function classesOf(entries: number): Classes {
  const unanswered = entries + PHRASE_KINDS.length;
  return { entries, unanswered, outOfScope: unanswered + 1, count: unanswered + 2 };
}

/** Returns names of the classes that stay the same in another matcher, by label. */
export function classNamesOf(entries: readonly Entry[]): string[] {
  return [...entries.map(({ id }) => id), ...PHRASE_KINDS, 'unanswered', 'out of scope'];
}

/** Returns every question, variant and practice question of the guidances, in the order of `entries`. */
export function trainingExamples(
  guidances: readonly Guidance[],
  entries: readonly Entry[],
): TrainingExample[] {
  const { unanswered, outOfScope } = classesOf(entries.length);
  const indexes = new Map(entries.map((entry, index) => [entry.id, index]));
  const written = entries.flatMap((entry, label) =>
    (['nl', 'en'] as const).flatMap((language) => {
      const wording = entry.wording[language];
      if (wording === undefined) return [];
      return [wording.question, ...wording.variants].map((text) => ({ text, label, language }));
    }),
  );
  const practice = guidances.flatMap((guidance) =>
    guidance.practice.map(({ text, entry, isOnSubject = false }) => ({
      text,
      label: indexes.get(entry ?? '') ?? (isOnSubject ? unanswered : outOfScope),
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

/** Returns what an estimate needs to know of the training set of before, beside its model. */
export function nearSet<Near extends { readonly guidances: readonly Guidance[] }>(near: Near) {
  const entries = near.guidances.flatMap((guidance) => guidance.entries);
  const classNames = classNamesOf(entries);
  const examples = trainingExamples(near.guidances, entries);
  return {
    ...near,
    classNames,
    examples: new Set(examples.map(({ text, label }) => `${classNames[label] ?? ''} ${text}`)),
  };
}
