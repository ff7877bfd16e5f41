import { vectorsOf } from './inverted-index.ts';
import type { Index, Vector, Vectors } from './inverted-index.ts';
import { softmax, train } from './softmax-regression.ts';

/**
 * A linear classifier over the vectors of the known questions. It learns which words tell one entry from another,
 * where the nearest question only knows which words look alike.
 */
export type Classifier = (query: Vector) => Float32Array;

/**
 * What training found, without the weights that do next to nothing: five in six; what is left in 8 bits each. 3 of
 * 11,476 replies differ from those by all weights, and one of 2,781 by 16 bits.
 */
export interface Weights {
  /** Where the weights of each feature begin; one more than there are features. */
  readonly starts: Uint32Array;
  /** The class of each weight. */
  readonly labels: Uint8Array | Uint16Array;
  readonly weights: Int8Array;
  /** What a weight of 1 stands for, by feature. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Above this many weights (features x classes) training would take more than some seconds and 100 MB; the nearest
 * questions then decide alone.
 */
const MOST_WEIGHTS = 30_000_000;
/** A feature that stands in one question only teaches nothing about others: it gets no row. */
const FEWEST_QUESTIONS = 2;
const HIGHEST = 127;
/** A weight below this, of 127 for the highest of its feature, is left out. */
const LEAST = 4;

/** Trains on the questions of the index; `undefined` when there is too little or too much to learn from. */
export function findWeights(index: Index, classOf: ArrayLike<number>, classes: number): Weights | undefined {
  const { rows, rowOf } = rowsOf(index);
  if (classes < 2 || rows * classes > MOST_WEIGHTS) return undefined;
  const vectors = withRows(vectorsOf(index), rowOf);
  const trained = train({ vectors, classOf, rows, classes });
  const { scales, rounded } = round(trained.weights, rows, classes);
  const count = rounded.reduce((sum, weight) => sum + (Math.abs(weight) < LEAST ? 0 : 1), 0);
  const kept: Weights = {
    starts: new Uint32Array(rowOf.length + 1),
    labels: classes <= 1 << 8 ? new Uint8Array(count) : new Uint16Array(count),
    weights: new Int8Array(count),
    scales: Float32Array.from(rowOf, (row) => scales[row] ?? 0),
    bias: trained.bias,
  };
  let place = 0;
  rowOf.forEach((row, feature) => {
    for (let label = 0; row >= 0 && label < classes; label += 1) {
      const weight = rounded[row * classes + label]!;
      if (Math.abs(weight) < LEAST) continue;
      kept.labels[place] = label;
      kept.weights[place] = weight;
      place += 1;
    }
    kept.starts[feature + 1] = place;
  });
  return kept;
}

/** Every weight as a whole number, `HIGHEST` for the highest of its row; and what 1 stands for, by row. */
function round(weights: Float32Array, rows: number, classes: number) {
  const scales = new Float32Array(rows);
  const rounded = new Int8Array(weights.length);
  for (let row = 0; row < rows; row += 1) {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / HIGHEST || 1;
    scales[row] = scale;
    for (let label = 0; label < classes; label += 1)
      rounded[row * classes + label] = Math.round(own[label]! / scale);
  }
  return { scales, rounded };
}

/** Makes the classifier from the weights found for an index; its answer is overwritten by the next call. */
export function createClassifier({ starts, labels, weights, scales, bias }: Weights): Classifier {
  const scores = new Float32Array(bias.length);
  return ({ ids, values }) => {
    scores.set(bias);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at]!;
      const value = values[at]! * scales[id]!;
      const end = starts[id + 1]!;
      for (let place = starts[id]!; place < end; place += 1) {
        scores[labels[place]!]! += value * weights[place]!;
      }
    }
    return softmax(scores);
  };
}

/** The row of each feature, `-1` for none. */
function rowsOf({ starts }: Index): { readonly rows: number; readonly rowOf: Int32Array } {
  const rowOf = new Int32Array(starts.length - 1).fill(-1);
  let rows = 0;
  for (let id = 0; id < rowOf.length; id += 1) {
    if (starts[id + 1]! - starts[id]! >= FEWEST_QUESTIONS) rowOf[id] = rows++;
  }
  return { rows, rowOf };
}

/** The same vectors with rows for features, without the features that have none. */
function withRows({ starts, ids, values }: Vectors, rowOf: Int32Array): Vectors {
  const begins = new Uint32Array(starts.length);
  let count = 0;
  for (let document = 0; document + 1 < starts.length; document += 1) {
    for (let at = starts[document]!; at < starts[document + 1]!; at += 1) {
      const row = rowOf[ids[at]!]!;
      if (row < 0) continue;
      ids[count] = row;
      values[count] = values[at]!;
      count += 1;
    }
    begins[document + 1] = count;
  }
  return { starts: begins, ids: ids.subarray(0, count), values: values.subarray(0, count) };
}
