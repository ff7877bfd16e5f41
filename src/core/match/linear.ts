import type { Vector } from './index.ts';

/** The weights of a linear classifier: a row for each feature, in it a weight for each class. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Makes a function from a vector to the probability of each class, in a buffer that the next call overwrites. */
export function createScorer({ classes, weights, bias }: LinearModel): (vector: Vector) => Float32Array {
  const scores = new Float32Array(classes);
  return ({ ids, values }) => {
    scores.set(bias);
    // Four features at a time: a third of the time of one at a time, and training does little else.
    const length = ids.length;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      const [row0, row1] = [ids[at]! * classes, ids[at + 1]! * classes];
      const [row2, row3] = [ids[at + 2]! * classes, ids[at + 3]! * classes];
      const [value0, value1] = [values[at]!, values[at + 1]!];
      const [value2, value3] = [values[at + 2]!, values[at + 3]!];
      for (let label = 0; label < classes; label += 1) {
        scores[label]! +=
          value0 * weights[row0 + label]! +
          value1 * weights[row1 + label]! +
          value2 * weights[row2 + label]! +
          value3 * weights[row3 + label]!;
      }
    }
    for (; at < length; at += 1) {
      const row = ids[at]! * classes;
      for (let label = 0; label < classes; label += 1) scores[label]! += values[at]! * weights[row + label]!;
    }
    return softmax(scores);
  };
}

function softmax(scores: Float32Array): Float32Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const value = Math.exp(scores[label]! - highest);
    scores[label] = value;
    total += value;
  }
  for (let label = 0; label < scores.length; label += 1) scores[label]! /= total;
  return scores;
}
