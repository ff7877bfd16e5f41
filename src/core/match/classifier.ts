import type { Vector } from './index.ts';

/**
 * A linear classifier (multinomial logistic regression, AdaGrad) over the vectors of the known questions. It learns
 * which words tell one entry from another, where the nearest question only knows which words look alike.
 */
export interface Classifier {
  /** Probability of each class, in a buffer that the next call overwrites. */
  readonly classify: (query: Vector) => Float32Array;
}

const ROUNDS = 12;
const RATE = 0.5;
/** Vectors have length 1. Larger inputs separate the known questions sooner and new ones worse. */
const INPUT_SCALE = 1;
/** A class less likely than this is not corrected: it saves nine tenths of the work after the first round. */
const WORTH_CORRECTING = 0.002;
const DECAY = 1e-4;
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
  if (classes < 2 || features * classes > MOST_WEIGHTS) return undefined;
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-2);
  const bias = new Float32Array(classes);
  const scores = new Float32Array(classes);

  const classify = ({ ids, values }: Vector): Float32Array => {
    scores.set(bias);
    for (let at = 0; at < ids.length; at += 1) {
      const value = (values[at] ?? 0) * INPUT_SCALE;
      const row = (ids[at] ?? 0) * classes;
      for (let label = 0; label < classes; label += 1) scores[label]! += value * weights[row + label]!;
    }
    return softmax(scores);
  };

  const order = shuffled(vectors.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of order) {
      const vector = vectors[document]!;
      const target = classOf[document]!;
      const errors = classify(vector);
      errors[target]! -= 1;
      for (let label = 0; label < classes; label += 1) {
        const error = errors[label]! * importance[document]!;
        if (Math.abs(error) < WORTH_CORRECTING) continue;
        bias[label]! -= 0.02 * error;
        for (let at = 0; at < vector.ids.length; at += 1) {
          const place = vector.ids[at]! * classes + label;
          const slope = error * vector.values[at]! * INPUT_SCALE + DECAY * weights[place]!;
          squares[place]! += slope * slope;
          weights[place]! -= (RATE * slope) / Math.sqrt(squares[place]!);
        }
      }
    }
  }
  return { classify };
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
