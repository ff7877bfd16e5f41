import { repeatRare, shuffled } from './epoch.ts';
import { WEIGHT_LEVELS } from './inverted-index.ts';
import type { DocumentVectors, SparseVector } from './inverted-index.ts';
import { createSimdKernel } from './simd-kernel.ts';

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
const BIAS_LEARNING_RATE = 0.02;
/** Initial squared-gradient accumulator of AdaGrad; a larger value damps the first steps. */
const INITIAL_ACCUMULATOR = 0.3;
/** Classes with a smaller residual are not updated: nine tenths of the updates after the first epoch. */
const MIN_RESIDUAL = 0.01;
const L2 = 1e-4;

/** Document vectors over `rows` features, with the class of each document. */
export interface LabelledVectors {
  readonly vectors: DocumentVectors;
  /** The text of each document. Its place in an epoch depends on nothing else, so that a change of one moves no other. */
  readonly texts: readonly string[];
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
 * Deterministic: the same examples give the same weights. Throws a `RangeError` when there is no memory for them.
 */
export function fitSoftmaxRegression({
  vectors,
  texts,
  classOf,
  rows,
  classes,
}: LabelledVectors): DenseWeights {
  const bias = new Float32Array(classes);
  const average = new Float32Array(rows * classes);
  const inputs = Float32Array.from(vectors.values, (value) => value / WEIGHT_LEVELS);
  const documents = repeatRare(classOf, texts.length);
  const sgd = createSgd(rows, classes, longestOf(vectors), bias);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const document of shuffled(documents, texts, epoch)) {
      const [begin, end] = [vectors.offsets[document]!, vectors.offsets[document + 1]!];
      sgd.learn(
        { ids: vectors.ids.subarray(begin, end), values: inputs.subarray(begin, end) },
        classOf[document]!,
      );
    }
    if (epoch < EPOCHS_BEFORE_AVERAGING) continue;
    sgd.addTo(average, 1 / (EPOCHS - EPOCHS_BEFORE_AVERAGING));
  }
  return { weights: average, bias };
}

/** Features of the longest document. */
function longestOf({ offsets }: DocumentVectors): number {
  return offsets.reduce((most, end, at) => Math.max(most, end - (offsets[at - 1] ?? 0)), 0);
}

/** Floats of a vector instruction: rows of weights, and lists of features, are padded to multiples of it. */
const LANES = 4;
const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** The weights while they are fitted, in the memory of the SIMD kernel. */
interface Sgd {
  /** Updates the weights and `bias` for one example. */
  readonly learn: (input: SparseVector, label: number) => void;
  /** Adds `share` times the weights to `total`, which has no padding. */
  readonly addTo: (total: Float32Array, share: number) => void;
}

function createSgd(rows: number, classes: number, longest: number, bias: Float32Array): Sgd {
  const padded = (length: number) => Math.ceil(length / LANES) * LANES;
  const width = padded(classes);
  // Four arrays of a row, the blocks, rows and values of a document, the weights and their accumulators.
  const sizes = [
    width,
    width,
    width,
    width / LANES,
    padded(longest),
    padded(longest),
    rows * width,
    rows * width,
  ];
  const kernel = createSimdKernel(FLOAT * sizes.reduce((sum, size) => sum + padded(size), 0));
  let end = 0;
  const [logits, residuals, decays, blocks, rowsAt, valuesAt, weightsAt, accumulators] = sizes.map((size) => {
    const address = end;
    end += FLOAT * padded(size);
    return address;
  }) as [number, number, number, number, number, number, number, number];
  const floats = (address: number, length: number) => new Float32Array(kernel.buffer, address, length);
  const integers = (address: number, length: number) => new Uint32Array(kernel.buffer, address, length);
  const probabilities = floats(logits, classes);
  const residualOf = floats(residuals, width);
  const decayOf = floats(decays, width);
  const activeBlocks = integers(blocks, width / LANES);
  const rowOf = integers(rowsAt, padded(longest));
  const valueOf = floats(valuesAt, padded(longest));
  const weights = floats(weightsAt, rows * width);
  floats(accumulators, rows * width).fill(INITIAL_ACCUMULATOR);
  return { learn, addTo };

  function learn({ ids, values }: SparseVector, own: number): void {
    const count = padded(ids.length);
    for (let at = 0; at < ids.length; at += 1) rowOf[at] = weightsAt + FLOAT * width * ids[at]!;
    rowOf.fill(weightsAt, ids.length, count);
    valueOf.set(values);
    valueOf.fill(0, ids.length, count);
    probabilities.set(bias);
    kernel.addRows(rowsAt, rowsAt + FLOAT * count, valuesAt, logits, FLOAT * width);
    softmax(probabilities)[own]! -= 1;
    let active = 0;
    for (let label = 0; label < classes; label += 1) {
      const error = probabilities[label]!;
      const isActive = Math.abs(error) >= MIN_RESIDUAL;
      residualOf[label] = isActive ? error : 0;
      decayOf[label] = isActive ? L2 : 0;
      if (!isActive) continue;
      bias[label]! -= BIAS_LEARNING_RATE * error;
      const block = FLOAT * LANES * Math.floor(label / LANES);
      if (active > 0 && activeBlocks[active - 1] === block) continue;
      activeBlocks[active] = block;
      active += 1;
    }
    const rowsEnd = rowsAt + FLOAT * ids.length;
    kernel.step(
      rowsAt,
      rowsEnd,
      valuesAt,
      residuals,
      decays,
      blocks,
      blocks + FLOAT * active,
      accumulators - weightsAt,
    );
  }

  function addTo(total: Float32Array, share: number): void {
    for (let row = 0; row < rows; row += 1) {
      for (let label = 0; label < classes; label += 1)
        total[row * classes + label]! += share * weights[row * width + label]!;
    }
  }
}
