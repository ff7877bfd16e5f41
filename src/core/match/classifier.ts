import type { Vector } from './index.ts';

/**
 * A linear classifier (multinomial logistic regression, AdaGrad) over the vectors of the known questions. It learns
 * which words tell one entry from another, where the nearest question only knows which words look alike.
 */
export interface Classifier {
  /** Probability of each class, in a buffer that the next call overwrites. */
  readonly classify: (query: Vector) => Float32Array;
}

const ROUNDS = 6;
const RATE = 0.7;

/** A class less likely than this is not corrected: it saves nine tenths of the work after the first round. */
const WORTH_CORRECTING = 0.01;
const DECAY = 1e-4;
const BIAS_RATE = 0.02;
/**
 * Above this many weights (features x classes) training would take more than some seconds and 100 MB; the nearest
 * questions then decide alone.
 */
const MOST_WEIGHTS = 30_000_000;

export function trainClassifier(
  vectors: readonly Vector[],
  classOf: readonly number[],
  importance: readonly number[],
  features: number,
  classes: number,
): Classifier | undefined {
  const { rows, toRows } = sharedFeatures(vectors, features);
  if (classes < 2 || rows * classes > MOST_WEIGHTS) return undefined;
  const weights = new Float32Array(rows * classes);
  const squares = new Float32Array(rows * classes).fill(1e-2);
  const bias = new Float32Array(classes);
  const scores = new Float32Array(classes);
  const labels = new Int32Array(classes);
  const slopes = new Float32Array(classes);

  const score = ({ ids, values }: Vector): Float32Array => {
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

  const known = vectors.map(toRows);
  const order = shuffled(vectors.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of order) {
      const vector = known[document]!;
      const target = classOf[document]!;
      const errors = score(vector);
      errors[target]! -= 1;
      let active = 0;
      for (let label = 0; label < classes; label += 1) {
        const error = errors[label]! * importance[document]!;
        if (Math.abs(error) < WORTH_CORRECTING) continue;
        labels[active] = label;
        slopes[active] = error;
        bias[label]! -= BIAS_RATE * error;
        active += 1;
      }
      // Row by row: the weights of one feature lie together in memory.
      for (let at = 0; at < vector.ids.length; at += 1) {
        const row = vector.ids[at]! * classes;
        const value = vector.values[at]!;
        for (let turn = 0; turn < active; turn += 1) {
          const place = row + labels[turn]!;
          const slope = slopes[turn]! * value + DECAY * weights[place]!;
          const square = squares[place]! + slope * slope;
          squares[place] = square;
          weights[place]! -= (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { classify: (query) => score(toRows(query)) };
}

/** A feature that stands in one question only teaches nothing about others: it gets no row (-1). */
function sharedFeatures(vectors: readonly Vector[], features: number) {
  const counts = new Int32Array(features);
  for (const { ids } of vectors) for (const id of ids) counts[id]! += 1;
  let rows = 0;
  const rowOf = counts.map((count) => (count < 2 ? -1 : rows++));
  const toRows = ({ ids, values }: Vector): Vector => {
    const places = [...ids.keys()].filter((at) => rowOf[ids[at]!]! >= 0);
    return {
      ids: Int32Array.from(places, (at) => rowOf[ids[at]!]!),
      values: Float32Array.from(places, (at) => values[at]!),
    };
  };
  return { rows, toRows };
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
