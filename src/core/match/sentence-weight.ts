import type { Sentence } from '../question/normalize.ts';

/**
 * Returns the weight (0..1) of the words of a sentence: in a message of several sentences the question counts most, but the
 * sentences around it still help.
 */
export function sentenceWeight(sentence: Sentence, all: readonly Sentence[]): number {
  if (all.length === 1 || sentence.isQuestion) return 1;
  return all.some(({ isQuestion }) => isQuestion) ? 0.8 : 0.9;
}
