import { describe, expect, it } from '@jest/globals';
import { ruleOutUnanswered } from '../../../src/core/match/unanswered.ts';

/** Two entries, a phrase, "unanswered" and "out of scope". */
const CLASSES = { entries: 2, unanswered: 3 };

function ruled(values: readonly number[], foreign: readonly number[], isDistribution = true): number[] {
  const probabilities = Float32Array.from(values);
  ruleOutUnanswered(probabilities, CLASSES, (label) => foreign[label] ?? NaN, isDistribution);
  return Array.from(probabilities, (value) => Number(value.toFixed(3)));
}

describe('a question with a twist', () => {
  it('may be unanswered when it has words that the likeliest entry has not', () => {
    expect(ruled([0.1, 0.3, 0, 0.5, 0.1], [0, 0.4])).toEqual([0.1, 0.3, 0, 0.5, 0.1]);
  });

  it('is none when all of its words are those of the likeliest entry', () => {
    expect(ruled([0.1, 0.3, 0, 0.5, 0.1], [0.9, 0.05])).toEqual([0.2, 0.6, 0, 0, 0.2]);
  });

  it('is none without a classifier either, and leaves the other similarities', () => {
    expect(ruled([0.1, 0.3, 0, 0.5, 0.1], [0.9, 0.05], false)).toEqual([0.1, 0.3, 0, 0, 0.1]);
  });

  it('leaves nothing where nothing else was', () => {
    expect(ruled([0, 0, 0, 1, 0], [0, 0])).toEqual([0, 0, 0, 0, 0]);
  });
});
