import type { ForeignShare } from './foreign-words.ts';
import type { Classes } from './training-set.ts';

/**
 * A question on the subject that has no answer has a word that the nearest entry has not. Of unanswered questions that were
 * recognised (round 47, `wendingen` in the lists) 5 of 60 have a smaller share of foreign words.
 */
const MIN_TWIST = 0.1;

/**
 * Rules the class "unanswered" out, in place, when every word of the question is one of the likeliest entry (a label below
 * `entries`): the other classes of a distribution share what it had.
 */
export function ruleOutUnanswered(
  probabilities: Float32Array,
  { entries, unanswered }: Pick<Classes, 'entries' | 'unanswered'>,
  foreignTo: ForeignShare,
  isDistribution: boolean,
): void {
  const own = probabilities.subarray(0, entries);
  const likeliest = own.indexOf(Math.max(...own));
  if (likeliest < 0 || foreignTo(likeliest) >= MIN_TWIST) return;
  const rest = 1 - (probabilities[unanswered] ?? 0);
  probabilities[unanswered] = 0;
  if (isDistribution && rest > 0) probabilities.set(probabilities.map((value) => value / rest));
}
