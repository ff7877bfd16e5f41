import type { Bag } from './bag.ts';
import { BIGRAM, NGRAM, SYNSET, WORD } from './feature-hash.ts';
import { createFeatureIds, featureId } from './feature-ids.ts';
import type { FeatureTable } from './feature-ids.ts';

/** Weight of each kind of feature (measured: `bench/README.md`). */
const KIND_WEIGHTS = new Float64Array(4);
KIND_WEIGHTS[WORD] = 1;
KIND_WEIGHTS[BIGRAM] = 0.9;
KIND_WEIGHTS[SYNSET] = 0.9;
KIND_WEIGHTS[NGRAM] = 1;
/** Squared norm of the words, bigrams and synsets in every vector; the character n-grams have the rest. */
const WORD_SHARE = 0.7;
/** Quantization levels of a posting weight (0..1). With 16 bits instead of 8, 2 of 11,476 replies differ. */
export const WEIGHT_LEVELS = 255;
/** Quantization levels of a term frequency (0..1) while the index is built; twentieths and thirds are exact. */
const TF_LEVELS = 240;

/** Inverted index in CSR form: the postings of feature f are `offsets[f]..offsets[f + 1]`. */
export interface InvertedIndex extends FeatureTable {
  readonly documentCount: number;
  /** One element more than there are features. */
  readonly offsets: Uint32Array;
  /** The document of each posting. */
  readonly postingDocs: Uint16Array | Uint32Array;
  /** The weight of the feature in that document's vector, 0..`WEIGHT_LEVELS`. */
  readonly postingWeights: Uint8Array;
}

/** A sparse vector with a norm of at most 1: feature ids and their values. */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
}

/** Builds the index of `documentCount` documents; `fill` adds the features of a document to the empty bag. */
export function buildIndex(documentCount: number, bag: Bag, fill: (document: number) => void): InvertedIndex {
  const features = createFeatureIds();
  const ends = new Uint32Array(documentCount);
  let ids = new Uint32Array(1 << 16);
  let frequencies = new Uint8Array(1 << 16);
  let kinds = new Uint8Array(1 << 16);
  let total = 0;
  for (let document = 0; document < documentCount; document += 1) {
    bag.clear();
    fill(document);
    const count = bag.size();
    if (total + count > ids.length) {
      ids = resized(ids, 2 * ids.length);
      frequencies = resized(frequencies, ids.length);
    }
    for (let at = 0; at < count; at += 1) {
      const id = features.intern(bag.hashes[at]!);
      if (id >= kinds.length) kinds = resized(kinds, 2 * kinds.length);
      kinds[id] = bag.kinds[at]!;
      ids[total] = id;
      frequencies[total] = Math.round(bag.weights[at]! * TF_LEVELS);
      total += 1;
    }
    ends[document] = total;
  }
  const offsets = new Uint32Array(features.size() + 1);
  for (let at = 0; at < total; at += 1) offsets[ids[at]! + 1]! += 1;
  const factors = Float64Array.from({ length: features.size() }, (_, id) => {
    return KIND_WEIGHTS[kinds[id]!]! * idfOf(documentCount, offsets[id + 1]!);
  });
  for (let id = 0; id < features.size(); id += 1) offsets[id + 1]! += offsets[id]!;
  const next = offsets.slice();
  const postingDocs = documentCount <= 1 << 16 ? new Uint16Array(total) : new Uint32Array(total);
  const postingWeights = new Uint8Array(total);
  for (let document = 0, at = 0; document < documentCount; document += 1) {
    const begin = at;
    const squares = [0, 0];
    for (; at < ends[document]!; at += 1) {
      const weight = factors[ids[at]!]! * frequencies[at]!;
      squares[kinds[ids[at]!] === NGRAM ? 1 : 0]! += weight * weight;
    }
    const scales = normalization(squares[0]!, squares[1]!);
    for (let again = begin; again < at; again += 1) {
      const id = ids[again]!;
      const posting = next[id]!++;
      postingDocs[posting] = document;
      const scale = scales[kinds[id] === NGRAM ? 1 : 0];
      postingWeights[posting] = Math.round(WEIGHT_LEVELS * scale * factors[id]! * frequencies[again]!);
    }
  }
  return { documentCount, ...features.table(), offsets, postingDocs, postingWeights };
}

function resized<T extends Uint32Array | Uint8Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (size: number) => T)(length);
  copy.set(array);
  return copy;
}

/** Factors that give words (first) and n-grams (second) their share of the squared norm, from their sums of squares. */
function normalization(wordSquares: number, ngramSquares: number): [number, number] {
  return [
    wordSquares === 0 ? 0 : Math.sqrt(WORD_SHARE / wordSquares),
    ngramSquares === 0 ? 0 : Math.sqrt((1 - WORD_SHARE) / ngramSquares),
  ];
}

function idfOf(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + documentCount / documentFrequency);
}

/** Returns the inverse document frequency of a feature, ln(1 + N / df); one in no document counts as in one. */
export function idf(index: InvertedIndex, hash: number): number {
  const id = featureId(index, hash);
  return idfOf(index.documentCount, id < 0 ? 1 : index.offsets[id + 1]! - index.offsets[id]!);
}

/**
 * Creates a function from a bag to its TF-IDF vector. Features that are not in the index count in the norm only, so they
 * lower every similarity.
 */
export function createVectorizer(index: InvertedIndex): (bag: Bag) => SparseVector {
  const { documentCount, offsets } = index;
  const unseenIdf = idfOf(documentCount, 1);
  const idfs = Float32Array.from({ length: offsets.length - 1 }, (_, id) =>
    idfOf(documentCount, offsets[id + 1]! - offsets[id]!),
  );
  return (bag) => {
    const size = bag.size();
    const ids = new Uint32Array(size);
    const values = new Float32Array(size);
    const isNgram = new Uint8Array(size);
    let wordSquares = 0;
    let ngramSquares = 0;
    let count = 0;
    for (let at = 0; at < size; at += 1) {
      const kind = bag.kinds[at]!;
      const id = featureId(index, bag.hashes[at]!);
      // The two words of an unseen bigram are counted already.
      if (id < 0 && kind === BIGRAM) continue;
      const value = bag.weights[at]! * KIND_WEIGHTS[kind]! * (id < 0 ? unseenIdf : idfs[id]!);
      if (kind === NGRAM) ngramSquares += value * value;
      else wordSquares += value * value;
      if (id < 0) continue;
      ids[count] = id;
      values[count] = value;
      isNgram[count] = kind === NGRAM ? 1 : 0;
      count += 1;
    }
    const scales = normalization(wordSquares, ngramSquares);
    for (let at = 0; at < count; at += 1) values[at]! *= scales[isNgram[at]!]!;
    return { ids: ids.subarray(0, count), values: values.subarray(0, count) };
  };
}

/** Document vectors in CSR form: the features of document d are `offsets[d]..offsets[d + 1]`. */
export interface DocumentVectors {
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** 0..`WEIGHT_LEVELS`. */
  readonly values: Uint8Array;
}

/** Transposes the index into document vectors. */
export function documentVectors(index: InvertedIndex): DocumentVectors {
  const { documentCount, postingDocs, postingWeights } = index;
  const total = postingDocs.length;
  const offsets = new Uint32Array(documentCount + 1);
  for (let at = 0; at < total; at += 1) offsets[postingDocs[at]! + 1]! += 1;
  for (let document = 0; document < documentCount; document += 1)
    offsets[document + 1]! += offsets[document]!;
  const next = offsets.slice();
  const ids = new Uint32Array(total);
  const values = new Uint8Array(total);
  for (let id = 0; id + 1 < index.offsets.length; id += 1) {
    for (let posting = index.offsets[id]!; posting < index.offsets[id + 1]!; posting += 1) {
      const at = next[postingDocs[posting]!]!++;
      ids[at] = id;
      values[at] = postingWeights[posting]!;
    }
  }
  return { offsets, ids, values };
}
