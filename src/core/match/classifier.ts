import { documentVectors } from './inverted-index.ts';
import type { DocumentVectors, InvertedIndex, SparseVector } from './inverted-index.ts';
import { fitSoftmaxRegression, softmax } from './softmax-regression.ts';

/** Returns the probability of each class for a vector, in a buffer that the next call overwrites. */
export type Classifier = (query: SparseVector) => Float32Array;

/**
 * The weights of the softmax regression, quantized to 8 bits and pruned, in CSR form: the weights of feature f are
 * `offsets[f]..offsets[f + 1]`. One weight in six is kept. 3 of 11,476 replies differ from those by all weights in 32
 * bits, and one of 2,781 from those by 16 bits.
 */
export interface ClassifierWeights {
  /** One element more than there are features. */
  readonly offsets: Uint32Array;
  /** The class of each weight. */
  readonly labels: Uint8Array | Uint16Array;
  /** -127..127, in units of the feature's scale. */
  readonly weights: Int8Array;
  /** The quantization step of each feature. */
  readonly scales: Float32Array;
  /** One element for each class. */
  readonly bias: Float32Array;
}

/** A larger classifier (rows x classes) would take 100 MB and many seconds to fit; the similarity then decides alone. */
const MAX_WEIGHTS = 30_000_000;
/** A feature of one document teaches nothing about others: it gets no row of weights. */
export const MIN_DOCUMENT_FREQUENCY = 2;
/** The highest quantization level. */
export const MAX_LEVEL = 127;
/** Weights below this quantization level are pruned. */
export const MIN_LEVEL = 4;

/**
 * Fits the classifier on the documents of an index, of which `texts` has the texts and `classOf` the classes. Returns `undefined` with
 * fewer than two classes, or with more than `MAX_WEIGHTS` weights.
 */
export function fitClassifier(
  index: InvertedIndex,
  texts: readonly string[],
  classOf: ArrayLike<number>,
  classes: number,
): ClassifierWeights | undefined {
  const { rows, rowOf } = assignRows(index);
  if (classes < 2 || rows * classes > MAX_WEIGHTS) return undefined;
  const vectors = selectRows(documentVectors(index), rowOf);
  const dense = fitSoftmaxRegression({ vectors, texts, classOf, rows, classes });
  const { scales, levels } = quantize(dense.weights, rows, classes);
  const count = levels.reduce((sum, level) => sum + (Math.abs(level) < MIN_LEVEL ? 0 : 1), 0);
  const kept: ClassifierWeights = {
    offsets: new Uint32Array(rowOf.length + 1),
    labels: classes <= 1 << 8 ? new Uint8Array(count) : new Uint16Array(count),
    weights: new Int8Array(count),
    scales: Float32Array.from(rowOf, (row) => scales[row] ?? 0),
    bias: dense.bias,
  };
  let next = 0;
  rowOf.forEach((row, feature) => {
    for (let label = 0; row >= 0 && label < classes; label += 1) {
      const level = levels[row * classes + label]!;
      if (Math.abs(level) < MIN_LEVEL) continue;
      kept.labels[next] = label;
      kept.weights[next] = level;
      next += 1;
    }
    kept.offsets[feature + 1] = next;
  });
  return kept;
}

/** Quantizes each row by its own scale, so that its highest absolute weight becomes `MAX_LEVEL`. */
export function quantize(
  weights: Float32Array,
  rows: number,
  classes: number,
): { readonly scales: Float32Array; readonly levels: Int8Array } {
  const scales = new Float32Array(rows);
  const levels = new Int8Array(weights.length);
  for (let row = 0; row < rows; row += 1) {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    const scale = own.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0) / MAX_LEVEL || 1;
    scales[row] = scale;
    for (let label = 0; label < classes; label += 1)
      levels[row * classes + label] = Math.round(own[label]! / scale);
  }
  return { scales, levels };
}

/** Creates the classifier from fitted weights. */
export function createClassifier({ offsets, labels, weights, scales, bias }: ClassifierWeights): Classifier {
  const logits = new Float32Array(bias.length);
  return ({ ids, values }) => {
    logits.set(bias);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at]!;
      const value = values[at]! * scales[id]!;
      const end = offsets[id + 1]!;
      for (let place = offsets[id]!; place < end; place += 1) {
        logits[labels[place]!]! += value * weights[place]!;
      }
    }
    return softmax(logits);
  };
}

/** The row of weights of each feature; `-1` for a feature without weights. */
function assignRows({ offsets }: InvertedIndex): { readonly rows: number; readonly rowOf: Int32Array } {
  const rowOf = new Int32Array(offsets.length - 1).fill(-1);
  let rows = 0;
  for (let id = 0; id < rowOf.length; id += 1) {
    if (offsets[id + 1]! - offsets[id]! >= MIN_DOCUMENT_FREQUENCY) rowOf[id] = rows++;
  }
  return { rows, rowOf };
}

/** Replaces feature ids by rows, in place, and leaves out features without a row. */
function selectRows(vectors: DocumentVectors, rowOf: Int32Array): DocumentVectors {
  const { ids, values } = vectors;
  const offsets = new Uint32Array(vectors.offsets.length);
  let count = 0;
  for (let document = 0; document + 1 < offsets.length; document += 1) {
    for (let at = vectors.offsets[document]!; at < vectors.offsets[document + 1]!; at += 1) {
      const row = rowOf[ids[at]!]!;
      if (row < 0) continue;
      ids[count] = row;
      values[count] = values[at]!;
      count += 1;
    }
    offsets[document + 1] = count;
  }
  return { offsets, ids: ids.subarray(0, count), values: values.subarray(0, count) };
}
