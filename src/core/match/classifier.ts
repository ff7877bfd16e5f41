import { vectorsOf } from './index.ts';
import type { Index, Vector, Vectors } from './index.ts';
import { createScorer, train } from './linear.ts';

/**
 * A linear classifier over the vectors of the known questions. It learns which words tell one entry from another,
 * where the nearest question only knows which words look alike.
 */
export type Classifier = (query: Vector) => Float32Array;

/** What training found, as 8 bits a weight: a quarter of the memory. One of 2,781 replies differs from those by 16 bits. */
export interface Weights {
  /** A row for each feature that has one, in it a weight for each class. */
  readonly weights: Int8Array;
  /** What a weight of 1 stands for, by row. */
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

/** Trains on the questions of the index; `undefined` when there is too little or too much to learn from. */
export function findWeights(index: Index, classOf: ArrayLike<number>, classes: number): Weights | undefined {
  const { rows, rowOf } = rowsOf(index);
  if (classes < 2 || rows * classes > MOST_WEIGHTS) return undefined;
  const vectors = withRows(vectorsOf(index), rowOf);
  const { weights, bias } = train({ vectors, classOf, rows, classes });
  const scales = new Float32Array(rows);
  const rounded = new Int8Array(weights.length);
  for (let row = 0; row < rows; row += 1) {
    let highest = 0;
    for (let at = row * classes; at < (row + 1) * classes; at += 1) {
      highest = Math.max(highest, Math.abs(weights[at]!));
    }
    const scale = highest / HIGHEST || 1;
    scales[row] = scale;
    for (let at = row * classes; at < (row + 1) * classes; at += 1)
      rounded[at] = Math.round(weights[at]! / scale);
  }
  return { weights: rounded, scales, bias };
}

/** Makes the classifier from the weights found for this index. */
export function createClassifier(index: Index, { weights, scales, bias }: Weights): Classifier {
  const { rowOf } = rowsOf(index);
  const score = createScorer({ classes: bias.length, weights, bias });
  return ({ ids, values }) => {
    const rows = new Uint32Array(ids.length);
    const scaled = new Float32Array(ids.length);
    let count = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const row = rowOf[ids[at]!]!;
      if (row < 0) continue;
      rows[count] = row;
      scaled[count] = values[at]! * scales[row]!;
      count += 1;
    }
    return score({ ids: rows.subarray(0, count), values: scaled.subarray(0, count) });
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
