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
const MAX_LEVEL = 127;
/** Weights below this quantization level are pruned. */
const MIN_LEVEL = 4;

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
  return packWeights(rowOf.length, dense.bias, (feature) => {
    const row = rowOf[feature]!;
    return row < 0 ? undefined : dense.weights.subarray(row * classes, (row + 1) * classes);
  });
}

/**
 * Quantizes the weights of each feature by their own scale, so that the highest becomes `MAX_LEVEL`, and prunes them. `rowOf`
 * returns the weights of a feature, one for each class, or `undefined` when it has none; they are read before the next call.
 */
export function packWeights(
  features: number,
  bias: Float32Array,
  rowOf: (feature: number) => Float32Array | undefined,
): ClassifierWeights {
  const labels: number[] = [];
  const levels: number[] = [];
  const scales = new Float32Array(features);
  const offsets = new Uint32Array(features + 1);
  for (let feature = 0; feature < features; feature += 1) {
    const row = rowOf(feature);
    if (row !== undefined) {
      let max = 0;
      for (let label = 0; label < row.length; label += 1) max = Math.max(max, Math.abs(row[label]!));
      const scale = max / MAX_LEVEL || 1;
      scales[feature] = scale;
      for (let label = 0; label < row.length; label += 1) {
        const level = Math.round(row[label]! / scale);
        if (Math.abs(level) < MIN_LEVEL) continue;
        labels.push(label);
        levels.push(level);
      }
    }
    offsets[feature + 1] = labels.length;
  }
  return {
    offsets,
    labels: bias.length <= 1 << 8 ? Uint8Array.from(labels) : Uint16Array.from(labels),
    weights: Int8Array.from(levels),
    scales,
    bias,
  };
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
