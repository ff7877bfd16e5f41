import type { Guidance, WordsByLanguage } from '../model.ts';
import { createLexicon } from '../question/lexicon.ts';
import type { Lexicon } from '../question/lexicon.ts';
import type { Language } from '../types.ts';
import { mergeGuidanceWords } from './training-set.ts';

/** The compiled word lists of all guidances. */
export interface GuidanceLexicon {
  readonly lexicon: Lexicon;
  /** The languages in which entries have a wording, the guidance's own first. */
  readonly languages: readonly Language[];
  /** The merged word lists. */
  readonly words: WordsByLanguage;
}

/** Compiles the word lists of all guidances. Throws a `TypeError` when there is no guidance. */
export function createGuidanceLexicon(guidances: readonly Guidance[]): GuidanceLexicon {
  const wordings = guidances.flatMap(({ entries }) => entries.map(({ wording }) => wording));
  const own = guidances[0]?.language ?? 'nl';
  const languages = [
    ...new Set<Language>([own, ...wordings.flatMap((wording) => Object.keys(wording) as Language[])]),
  ];
  const words = mergeGuidanceWords(guidances);
  const questions = wordings.flatMap((wording) => Object.values(wording).map(({ question }) => question));
  return { lexicon: createLexicon(words, own, languages, questions), languages, words };
}
