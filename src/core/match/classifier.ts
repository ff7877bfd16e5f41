import { createHash } from 'node:crypto';
import type { Vector } from './index.ts';
import { createScorer } from './linear.ts';
import type { LinearModel } from './linear.ts';

/**
 * A linear classifier (multinomial logistic regression, AdaGrad) over the vectors of the known questions. It learns
 * which words tell one entry from another, where the nearest question only knows which words look alike.
 */
export type Classifier = (query: Vector) => Float32Array;

/** Known questions as vectors, with the class of each. */
export interface Examples {
  readonly vectors: readonly Vector[];
  readonly classOf: readonly number[];
  readonly features: number;
  readonly classes: number;
}

/** Keeps what training found, because training takes seconds and the same questions always give the same weights. */
export interface ModelCache {
  readonly read: (key: string) => Float32Array | undefined;
  readonly write: (key: string, values: Float32Array) => void;
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
/** Raise this when anything above or in `train` changes: a cached model of before is then not used. */
const VERSION = 1;
/**
 * Above this many weights (features x classes) training would take more than some seconds and 100 MB; the nearest
 * questions then decide alone.
 */
const MOST_WEIGHTS = 30_000_000;

/** Trains a classifier, or takes it from the cache; `undefined` when there is too little or too much to learn from. */
export function createClassifier(examples: Examples, cache?: ModelCache): Classifier | undefined {
  const { rows, toRows } = sharedFeatures(examples);
  const { classes } = examples;
  const size = rows * classes;
  if (classes < 2 || size > MOST_WEIGHTS) return undefined;
  const known = examples.vectors.map(toRows);
  const key = cache === undefined ? '' : keyOf(known, examples);
  const cached = cache?.read(key);
  let values = cached?.length === size + classes ? cached : undefined;
  if (values === undefined) {
    values = new Float32Array(size + classes);
    train(known, examples.classOf, split(values, classes));
    cache?.write(key, values);
  }
  const score = createScorer(split(values, classes));
  return (query) => score(toRows(query));
}

/** One array holds all weights and then the biases, so that it can be kept as it is. */
function split(values: Float32Array, classes: number): LinearModel {
  const size = values.length - classes;
  return { classes, weights: values.subarray(0, size), bias: values.subarray(size) };
}

/** Finds the weights; writes them into the model. */
function train(known: readonly Vector[], classOf: readonly number[], model: LinearModel): void {
  const { classes, weights, bias } = model;
  const squares = new Float32Array(weights.length).fill(FIRST_SQUARE);
  const average = new Float32Array(weights.length);
  const labels = new Int32Array(classes);
  const slopes = new Float32Array(classes);
  const score = createScorer(model);
  const order = shuffled(known.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of order) {
      const { ids, values } = known[document]!;
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
  weights.set(average);
}

/** A feature that stands in one question only teaches nothing about others: it gets no row. */
function sharedFeatures({ vectors, features }: Examples) {
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

function keyOf(known: readonly Vector[], { classOf, classes }: Examples): string {
  const hash = createHash('sha256').update(`${VERSION} ${classes} ${classOf.join()}`);
  for (const { ids, values } of known) hash.update(bytesOf(ids)).update(bytesOf(values));
  return hash.digest('hex');
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
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
