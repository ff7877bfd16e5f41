import { repeatRare, shuffled } from './epoch.ts';
import { WEIGHT_LEVELS } from './inverted-index.ts';
import type { DocumentVectors } from './inverted-index.ts';
import { createSimdKernel, ROWS_AT_ONCE } from './simd-kernel.ts';

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
 * More epochs gain nothing (`bench/README.md`, “What was tried”): with 6 no figure differs by its interval. The average of the weights after each of
 * the last epochs is a point steadier than the last weights, that depend on the order of the examples.
 */
const EPOCHS = 4;
const EPOCHS_BEFORE_AVERAGING = 2;
export const BIAS_LEARNING_RATE = 0.02;
/** Initial squared-gradient accumulator of AdaGrad; a larger value damps the first steps. */
export const INITIAL_ACCUMULATOR = 0.3;
/** Classes with a smaller residual are not updated: nine tenths of the updates after the first epoch. */
export const MIN_RESIDUAL = 0.01;
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
export function fitSoftmaxRegression(examples: LabelledVectors): DenseWeights {
  const { texts, classOf, rows, classes } = examples;
  const bias = new Float32Array(classes);
  const average = new Float32Array(rows * classes);
  const documents = repeatRare(classOf, texts.length);
  const sgd = createSgd(examples, bias);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const document of shuffled(documents, texts, epoch)) sgd.learn(document);
    if (epoch < EPOCHS_BEFORE_AVERAGING) continue;
    sgd.addTo(average, 1 / (EPOCHS - EPOCHS_BEFORE_AVERAGING));
  }
  return { weights: average, bias };
}

/** Floats of a vector instruction: rows of weights are padded to a multiple of it. */
const LANES = 4;
const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** The weights while they are fitted, in the memory of the SIMD kernel. */
interface Sgd {
  /** Updates the weights and `bias` for one document. */
  readonly learn: (document: number) => void;
  /** Adds `share` times the weights to `total`, which has no padding. */
  readonly addTo: (total: Float32Array, share: number) => void;
}

function createSgd({ vectors, classOf, rows, classes }: LabelledVectors, bias: Float32Array): Sgd {
  const width = paddedTo(LANES, classes);
  // The accumulators of a row stand behind its weights, on the same page of memory: a quarter of the time of the fit.
  const rowSize = 2 * width;
  const { offsets } = vectors;
  const starts = new Uint32Array(offsets.length);
  for (let document = 0; document + 1 < offsets.length; document += 1)
    starts[document + 1] =
      starts[document]! + paddedTo(ROWS_AT_ONCE, offsets[document + 1]! - offsets[document]!);
  const total = starts.at(-1) ?? 0;
  // Four arrays of a row, the rows and values of all documents, the weights with their accumulators.
  const sizes = [width, width, width, width / LANES, total, total, rows * rowSize];
  const kernel = createSimdKernel(FLOAT * sizes.reduce((sum, size) => sum + paddedTo(LANES, size), 0));
  let end = 0;
  const [logits, residuals, decays, blocks, rowsAt, valuesAt, weightsAt] = sizes.map((size) => {
    const address = end;
    end += FLOAT * paddedTo(LANES, size);
    return address;
  }) as [number, number, number, number, number, number, number];
  const floats = (address: number, length: number) => new Float32Array(kernel.buffer, address, length);
  const integers = (address: number, length: number) => new Uint32Array(kernel.buffer, address, length);
  const probabilities = floats(logits, classes);
  const residualOf = floats(residuals, width);
  const decayOf = floats(decays, width);
  const activeBlocks = integers(blocks, width / LANES);
  const weights = floats(weightsAt, rows * rowSize);
  for (let row = 0; row < rows; row += 1)
    weights.fill(INITIAL_ACCUMULATOR, row * rowSize + width, (row + 1) * rowSize);
  writeDocuments();
  return { learn, addTo };

  function writeDocuments(): void {
    // Padding is row 0 with the value 0.
    const addresses = integers(rowsAt, total).fill(weightsAt);
    const values = floats(valuesAt, total);
    for (let document = 0; document + 1 < offsets.length; document += 1) {
      let at = starts[document]!;
      for (let from = offsets[document]!; from < offsets[document + 1]!; from += 1, at += 1) {
        addresses[at] = weightsAt + FLOAT * rowSize * vectors.ids[from]!;
        values[at] = vectors.values[from]! / WEIGHT_LEVELS;
      }
    }
  }

  function learn(document: number): void {
    const start = FLOAT * starts[document]!;
    probabilities.set(bias);
    kernel.addRows(
      rowsAt + start,
      rowsAt + FLOAT * starts[document + 1]!,
      valuesAt + start,
      logits,
      FLOAT * width,
    );
    softmax(probabilities)[classOf[document]!]! -= 1;
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
    kernel.step(
      rowsAt + start,
      rowsAt + start + FLOAT * (offsets[document + 1]! - offsets[document]!),
      valuesAt + start,
      residuals,
      decays,
      blocks,
      blocks + FLOAT * active,
      FLOAT * width,
    );
  }

  function addTo(sums: Float32Array, share: number): void {
    for (let row = 0; row < rows; row += 1) {
      for (let label = 0; label < classes; label += 1)
        sums[row * classes + label]! += share * weights[row * rowSize + label]!;
    }
  }
}

/** The next multiple of `step`. */
function paddedTo(step: number, length: number): number {
  return step * Math.ceil(length / step);
}
