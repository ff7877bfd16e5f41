import { createPseudoRandom } from './pseudo-random.ts';
import { WEIGHT_LEVELS } from './inverted-index.ts';
import type { DocumentVectors, SparseVector } from './inverted-index.ts';

/** Turns logits into probabilities, in place, and returns them. */
export function softmax(logits: Float32Array): Float32Array {
  let max = -Infinity;
  for (let label = 0; label < logits.length; label += 1) if (logits[label]! > max) max = logits[label]!;
  let total = 0;
  for (let label = 0; label < logits.length; label += 1) {
    const value = Math.exp(logits[label]! - max);
    logits[label] = value;
    total += value;
  }
  for (let label = 0; label < logits.length; label += 1) logits[label]! /= total;
  return logits;
}

/**
 * Measured leave-one-round-out (`bench/README.md`): more epochs gain nothing. The average of the weights after each of
 * the last epochs is a point steadier than the last weights, that depend on the order of the examples.
 */
const EPOCHS = 6;
const EPOCHS_BEFORE_AVERAGING = 2;
const LEARNING_RATE = 1;
const BIAS_LEARNING_RATE = 0.02;
/** Initial squared-gradient accumulator of AdaGrad; a larger value damps the first steps. */
const INITIAL_ACCUMULATOR = 0.3;
/** Classes with a smaller residual are not updated: nine tenths of the work after the first epoch. */
const MIN_RESIDUAL = 0.01;
const L2 = 1e-4;

/** Document vectors over `rows` features, with the class of each document. */
export interface LabelledVectors {
  readonly vectors: DocumentVectors;
  readonly classOf: ArrayLike<number>;
  readonly rows: number;
  readonly classes: number;
}

/** Fitted weights: for each of the rows one weight for each class, and a bias for each class. */
export interface DenseWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Fits a multinomial logistic (softmax) regression with L2 regularization by stochastic gradient descent with AdaGrad.
 * Deterministic: the same examples give the same weights.
 */
export function fitSoftmaxRegression({ vectors, classOf, rows, classes }: LabelledVectors): DenseWeights {
  const weights = new Float32Array(rows * classes);
  const bias = new Float32Array(classes);
  const accumulator = new Float32Array(weights.length).fill(INITIAL_ACCUMULATOR);
  const average = new Float32Array(weights.length);
  const labels = new Int32Array(classes);
  const residuals = new Float32Array(classes);
  const predict = createPredictor(weights, bias);
  const values = Float32Array.from(vectors.values, (value) => value / WEIGHT_LEVELS);
  const order = shuffled(repeatRare(classOf, vectors.offsets.length - 1));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const document of order) {
      const ids = vectors.ids.subarray(vectors.offsets[document], vectors.offsets[document + 1]);
      const inputs = values.subarray(vectors.offsets[document], vectors.offsets[document + 1]);
      const errors = predict({ ids, values: inputs });
      errors[classOf[document]!]! -= 1;
      let active = 0;
      for (let label = 0; label < classes; label += 1) {
        const error = errors[label]!;
        if (Math.abs(error) < MIN_RESIDUAL) continue;
        labels[active] = label;
        residuals[active] = error;
        bias[label]! -= BIAS_LEARNING_RATE * error;
        active += 1;
      }
      // Row by row, because the weights of one feature are adjacent in memory.
      for (let at = 0; at < ids.length; at += 1) {
        const row = ids[at]! * classes;
        const input = inputs[at]!;
        for (let index = 0; index < active; index += 1) {
          const place = row + labels[index]!;
          const gradient = residuals[index]! * input + L2 * weights[place]!;
          const squared = accumulator[place]! + gradient * gradient;
          accumulator[place] = squared;
          weights[place]! -= (LEARNING_RATE * gradient) / Math.sqrt(squared);
        }
      }
    }
    if (epoch < EPOCHS_BEFORE_AVERAGING) continue;
    const share = 1 / (EPOCHS - EPOCHS_BEFORE_AVERAGING);
    for (let place = 0; place < weights.length; place += 1) average[place]! += share * weights[place]!;
  }
  return { weights: average, bias };
}

/** Creates a function that returns the class probabilities of a vector, in a buffer that the next call overwrites. */
function createPredictor(weights: Float32Array, bias: Float32Array): (input: SparseVector) => Float32Array {
  const classes = bias.length;
  const logits = new Float32Array(classes);
  return ({ ids, values }) => {
    logits.set(bias);
    // Unrolled by four: a third of the time, and training does little else.
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
        logits[label]! +=
          value0 * weights[row0 + label]! +
          value1 * weights[row1 + label]! +
          value2 * weights[row2 + label]! +
          value3 * weights[row3 + label]!;
      }
    }
    for (; at < length; at += 1) {
      const row = ids[at]! * classes;
      for (let label = 0; label < classes; label += 1) logits[label]! += values[at]! * weights[row + label]!;
    }
    return softmax(logits);
  };
}

/**
 * A class with fewer examples is seen as often as if it had so many: a quarter of what an entry of the shared small talk
 * has. Without it, 3 of 8 paraphrases of entries with three variants get no answer (`test/core/small-guidance.test.ts`).
 */
const MIN_EXAMPLES = 48;

/** The documents of an epoch: each once, those of a class with few examples more often. */
function repeatRare(classOf: ArrayLike<number>, documents: number): Int32Array {
  const counts = new Map<number, number>();
  for (let document = 0; document < documents; document += 1)
    counts.set(classOf[document]!, (counts.get(classOf[document]!) ?? 0) + 1);
  const order: number[] = [];
  for (let document = 0; document < documents; document += 1) {
    const times = Math.ceil(MIN_EXAMPLES / (counts.get(classOf[document]!) ?? MIN_EXAMPLES));
    for (let time = 0; time < times; time += 1) order.push(document);
  }
  return Int32Array.from(order);
}

/** Shuffles in place (Fisher-Yates), the same way each time. */
function shuffled(order: Int32Array): Int32Array {
  const random = createPseudoRandom();
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
