import type { Language } from '../types.ts';

/**
 * Light stemmers of our own. Measured in the design: the published Dutch stemmers (all of the Porter family) join 34
 * of 60 inflection pairs; with the double letters folded first, cutting the verb and plural endings once joins more
 * and needs no dependency. Both sides are cut alike, so an ugly stem does no harm; a short one would join strangers.
 */
const SHORTEST_STEM = 3;

const DUTCH: readonly (readonly [RegExp, string])[] = [
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

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})ies$/, 'y'],
  [/(?<=.{3})(?:ing|ed|es|s|ly)$/, ''],
  [/(?<=.{3})e$/, ''],
];

/** Cuts an inflected word to its stem. Expects a folded word. */
export function stem(word: string, language: Language): string {
  if (word.length <= SHORTEST_STEM || /\d/.test(word)) return word;
  let result = word;
  for (const [ending, replacement] of language === 'nl' ? DUTCH : ENGLISH) {
    const cut = result.replace(ending, replacement);
    if (cut.length >= SHORTEST_STEM) result = cut;
  }
  return result;
}
