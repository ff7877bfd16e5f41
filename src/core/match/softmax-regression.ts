import { UNIT } from './inverted-index.ts';
import type { Vector, Vectors } from './inverted-index.ts';

/**
 * Makes a function from a vector of rows to the probability of each class, in a buffer that the next call overwrites.
 * `weights` has a row for each feature, in it a weight for each class.
 */
function createScorer(weights: Float32Array, bias: Float32Array): (rows: Vector) => Float32Array {
  const classes = bias.length;
  const scores = new Float32Array(classes);
  return ({ ids, values }) => {
    scores.set(bias);
    // Four features at a time: a third of the time of one at a time, and training does little else.
    const length = ids.length;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      const row0 = ids[at]! * classes;
      const row1 = ids[at + 1]! * classes;
      const row2 = ids[at + 2]! * classes;
      const row3 = ids[at + 3]! * classes;
      const value0 = values[at]!;
      const value1 = values[at + 1]!;
      const value2 = values[at + 2]!;
      const value3 = values[at + 3]!;
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

/** Makes probabilities of scores, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let highest = -Infinity;
  for (let label = 0; label < scores.length; label += 1)
    if (scores[label]! > highest) highest = scores[label]!;
  let total = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const value = Math.exp(scores[label]! - highest);
    scores[label] = value;
    total += value;
  }
  for (let label = 0; label < scores.length; label += 1) scores[label]! /= total;
  return scores;
}

/**
 * Measured leave-one-round-out (`bench/README.md`): more rounds cost time and gain nothing; the average of the rounds
 * after the first ones is a point steadier than the last one, whose weights hang on the order of the questions.
 */
const ROUNDS = 6;
const ROUNDS_BEFORE_AVERAGING = 2;
const RATE = 1;
/** What AdaGrad starts to count slopes from: higher makes the first steps, and so the weights, more even. */
const FIRST_SQUARE = 0.3;
/** A class less likely than this is not corrected: it saves nine tenths of the work after the first round. */
const WORTH_CORRECTING = 0.01;
const DECAY = 1e-4;
const BIAS_RATE = 0.02;

/** Known questions as vectors of rows, with the class of each. */
export interface Examples {
  readonly vectors: Vectors;
  readonly classOf: ArrayLike<number>;
  readonly rows: number;
  readonly classes: number;
}

/** The weights and biases found, row by row. */
export interface Trained {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Finds the weights: multinomial logistic regression with AdaGrad. The same examples always give the same weights. */
export function train({ vectors, classOf, rows, classes }: Examples): Trained {
  const weights = new Float32Array(rows * classes);
  const bias = new Float32Array(classes);
  const squares = new Float32Array(weights.length).fill(FIRST_SQUARE);
  const average = new Float32Array(weights.length);
  const labels = new Int32Array(classes);
  const slopes = new Float32Array(classes);
  const score = createScorer(weights, bias);
  const scaled = Float32Array.from(vectors.values, (value) => value / UNIT);
  const order = shuffled(vectors.starts.length - 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of order) {
      const ids = vectors.ids.subarray(vectors.starts[document], vectors.starts[document + 1]);
      const values = scaled.subarray(vectors.starts[document], vectors.starts[document + 1]);
      const errors = score({ ids, values });
      errors[classOf[document]!]! -= 1;
      let active = 0;
      for (let label = 0; label < classes; label += 1) {
        const error = errors[label]!;
        if (Math.abs(error) < WORTH_CORRECTING) continue;
        labels[active] = label;
        slopes[active] = error;
        bias[label]! -= BIAS_RATE * error;
        active += 1;
      }
      // Row by row: the weights of one feature lie together in memory.
      for (let at = 0; at < ids.length; at += 1) {
        const row = ids[at]! * classes;
        const value = values[at]!;
        for (let turn = 0; turn < active; turn += 1) {
          const place = row + labels[turn]!;
          const slope = slopes[turn]! * value + DECAY * weights[place]!;
          const square = squares[place]! + slope * slope;
          squares[place] = square;
          weights[place]! -= (RATE * slope) / Math.sqrt(square);
        }
      }
    }
    if (round < ROUNDS_BEFORE_AVERAGING) continue;
    const share = 1 / (ROUNDS - ROUNDS_BEFORE_AVERAGING);
    for (let place = 0; place < weights.length; place += 1) average[place]! += share * weights[place]!;
  }
  return { weights: average, bias };
}

/** The same order on every run, so that the same content gives the same replies. */
function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  let seed = 12_345;
  for (let at = length - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
