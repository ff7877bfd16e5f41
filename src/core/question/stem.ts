import type { Language } from '../types.ts';

/** A shorter stem would be shared by unrelated words. */
const MIN_STEM_LENGTH = 3;

/** Suffix rules, all applied in this order; of alternatives in one rule only the first that fits. */
type Rules = readonly (readonly [RegExp, string])[];

/**
 * Own light stemmers: the published Dutch ones, all of the Porter family, join 34 of 60 inflection pairs, and with double
 * letters folded first these rules join more. A stem need not be a word: questions and index are stemmed alike.
 */
const DUTCH: Rules = [
  [/^ge(?=.{3,}[dt]$|.{3,}en$)/, ''],
  [/heden$/, 'heid'],
  [/(?<=.{3})(?:etj|tj|pj|j)es?$/, ''],
  [/(?<=.{2})(?:enden|ende|end)$/, ''],
  [/(?<=.{3})(?:sten|ste|den|ten)$/, ''],
  [/(?<=.{3})(?:en|e|t|d|s)$/, ''],
  [/(?<=.{3})s$/, ''],
  [/z$/, 's'],
  [/v$/, 'f'],
  [/d$/, 't'],
];

const ENGLISH: Rules = [
  [/(?<=.{3})ies$/, 'y'],
  [/(?<=.{3})(?:ing|ed|es|s|ly)$/, ''],
  [/(?<=.{3})e$/, ''],
];

/** Returns the stem of a folded word (`Lexicon.fold`). Words with a digit stay as they are. */
export function stem(word: string, language: Language): string {
  if (word.length <= MIN_STEM_LENGTH || /\d/.test(word)) return word;
  let result = word;
  for (const [suffix, replacement] of language === 'nl' ? DUTCH : ENGLISH) {
    const stemmed = result.replace(suffix, replacement);
    if (stemmed.length >= MIN_STEM_LENGTH) result = stemmed;
  }
  return result;
}
