import { describe, expect, it } from '@jest/globals';
import { raisePriorOdds } from '../../../src/core/match/follow-up-prior.ts';

/** The values after a follow-up to class 1. */
function raised(values: readonly number[], isDistribution = true): number[] {
  const probabilities = Float32Array.from(values);
  raisePriorOdds(probabilities, new Set([1]), isDistribution);
  return Array.from(probabilities);
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the prior of a follow-up', () => {
  it('raises the odds of its entries and keeps a distribution one', () => {
    const [first = 0, second = 0, third = 0] = raised([0.6, 0.2, 0.2]);
    expect(sum([first, second, third])).toBeCloseTo(1);
    expect(second).toBeGreaterThan(0.6);
    expect(first / third).toBeCloseTo(3);
    // The same factor, wherever the probability was.
    const [, other = 0] = raised([0.2, 0.6, 0.2]);
    expect(second / (1 - second) / (0.2 / 0.8)).toBeCloseTo(other / (1 - other) / (0.6 / 0.4), 3);
  });

  it('leaves nothing where nothing was', () => {
    expect(raised([0, 0, 0])).toEqual([0, 0, 0]);
  });

  it('raises a similarity by itself, to at most 1, and leaves the others', () => {
    const [first, second = 0, third] = raised([0.5, 0.4, 0.75], false);
    expect([first, third]).toEqual([0.5, 0.75]);
    expect(second).toBeGreaterThan(0.8);
    expect(raised([0.5, 1, 0.5], false)).toEqual([0.5, 1, 0.5]);
  });
});
