import type { Bag } from './bag.ts';
import { CONCEPT, LETTERS, PAIR, WORD } from './feature-hash.ts';
import { createNumbers, enlarged, numberOf } from './feature-ids.ts';
import type { NameTable } from './feature-ids.ts';

/** How much each kind of feature counts (measured: `bench/README.md`). */
const WEIGHTS = new Float64Array(4);
WEIGHTS[WORD] = 1;
WEIGHTS[PAIR] = 0.9;
WEIGHTS[CONCEPT] = 0.9;
WEIGHTS[LETTERS] = 1;
/** Share of the words (with pairs and groups) in the likeness of two texts; the rest is for letter groups. */
const WORD_SHARE = 0.7;
/** Values (0..1) are kept as 8 bits, a quarter of the memory: 2 of 11,476 replies differ from those by 16 bits. */
export const UNIT = 255;
/** While counting, a weight (0..1) is kept as one byte; twentieths and thirds are exact. */
const WEIGHT_UNIT = 240;

/** Every known question as a vector, turned over: for each feature the questions that have it. Only flat arrays. */
export interface Index extends NameTable {
  readonly size: number;
  /** Where the questions of each feature begin; one more than there are features. */
  readonly starts: Uint32Array;
  readonly documents: Uint16Array | Uint32Array;
  /** The value of the feature in the question's vector, in `UNIT`s. */
  readonly values: Uint8Array;
}

/** A sparse vector of length 1 or less: feature numbers and their values. */
export interface Vector {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
}

/** Builds the index; `fill` puts the features of a question into the bag. */
export function createIndex(size: number, bag: Bag, fill: (document: number) => void): Index {
  const numbers = createNumbers();
  const ends = new Uint32Array(size);
  let ids = new Uint32Array(1 << 16);
  let weights = new Uint8Array(1 << 16);
  let kinds = new Uint8Array(1 << 16);
  let total = 0;
  for (let document = 0; document < size; document += 1) {
    bag.clear();
    fill(document);
    const count = bag.size();
    if (total + count > ids.length) {
      ids = enlarged(ids, 2 * ids.length);
      weights = enlarged(weights, ids.length);
    }
    for (let at = 0; at < count; at += 1) {
      const id = numbers.give(bag.names[at]!);
      if (id >= kinds.length) kinds = enlarged(kinds, 2 * kinds.length);
      kinds[id] = bag.kinds[at]!;
      ids[total] = id;
      weights[total] = Math.round(bag.weights[at]! * WEIGHT_UNIT);
      total += 1;
    }
    ends[document] = total;
  }
  const features = numbers.size();
  const starts = new Uint32Array(features + 1);
  for (let at = 0; at < total; at += 1) starts[ids[at]! + 1]! += 1;
  const factors = Float64Array.from({ length: features }, (_, id) => {
    return WEIGHTS[kinds[id]!]! * rarityOf(size, starts[id + 1]!);
  });
  for (let id = 0; id < features; id += 1) starts[id + 1]! += starts[id]!;
  const next = starts.slice();
  const documents = size <= 1 << 16 ? new Uint16Array(total) : new Uint32Array(total);
  const values = new Uint8Array(total);
  for (let document = 0, at = 0; document < size; document += 1) {
    const from = at;
    const lengths = [0, 0];
    for (; at < ends[document]!; at += 1) {
      const value = factors[ids[at]!]! * weights[at]!;
      lengths[kinds[ids[at]!] === LETTERS ? 1 : 0]! += value * value;
    }
    const scales = scalesOf(lengths[0]!, lengths[1]!);
    for (let again = from; again < at; again += 1) {
      const id = ids[again]!;
      const place = next[id]!++;
      documents[place] = document;
      const scale = scales[kinds[id] === LETTERS ? 1 : 0];
      values[place] = Math.round(UNIT * scale * factors[id]! * weights[again]!);
    }
  }
  return { size, ...numbers.table(), starts, documents, values };
}

/** Makes words and letters count by their shares, whatever their number. */
function scalesOf(words: number, letters: number): [number, number] {
  return [
    words === 0 ? 0 : Math.sqrt(WORD_SHARE / words),
    letters === 0 ? 0 : Math.sqrt((1 - WORD_SHARE) / letters),
  ];
}

function rarityOf(size: number, count: number): number {
  return Math.log(1 + size / count);
}

/** How rare a feature is; the highest value for one that no question has. */
export function rarity(index: Index, name: number): number {
  const id = numberOf(index, name);
  return rarityOf(index.size, id < 0 ? 1 : index.starts[id + 1]! - index.starts[id]!);
}

/**
 * Makes vectors of new texts. What no question has counts in the length only, so that it lowers every likeness.
 */
export function createVectorize(index: Index): (bag: Bag) => Vector {
  const { size, starts } = index;
  const highest = rarityOf(size, 1);
  const rarities = Float32Array.from({ length: starts.length - 1 }, (_, id) =>
    rarityOf(size, starts[id + 1]! - starts[id]!),
  );
  return (bag) => {
    const most = bag.size();
    const ids = new Uint32Array(most);
    const values = new Float32Array(most);
    const isLetters = new Uint8Array(most);
    let words = 0;
    let letters = 0;
    let count = 0;
    for (let at = 0; at < most; at += 1) {
      const kind = bag.kinds[at]!;
      const id = numberOf(index, bag.names[at]!);
      // Pairs of words that no question has say nothing that the words themselves do not.
      if (id < 0 && kind === PAIR) continue;
      const value = bag.weights[at]! * WEIGHTS[kind]! * (id < 0 ? highest : rarities[id]!);
      if (kind === LETTERS) letters += value * value;
      else words += value * value;
      if (id < 0) continue;
      ids[count] = id;
      values[count] = value;
      isLetters[count] = kind === LETTERS ? 1 : 0;
      count += 1;
    }
    const scales = scalesOf(words, letters);
    for (let at = 0; at < count; at += 1) values[at]! *= scales[isLetters[at]!]!;
    return { ids: ids.subarray(0, count), values: values.subarray(0, count) };
  };
}

/** The index turned back: the vector of each question. */
export interface Vectors {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
  readonly values: Uint8Array;
}

export function vectorsOf({ size, starts, documents, values }: Index): Vectors {
  const total = documents.length;
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < total; at += 1) begins[documents[at]! + 1]! += 1;
  for (let document = 0; document < size; document += 1) begins[document + 1]! += begins[document]!;
  const next = begins.slice();
  const vectors = { starts: begins, ids: new Uint32Array(total), values: new Uint8Array(total) };
  for (let id = 0; id + 1 < starts.length; id += 1) {
    for (let at = starts[id]!; at < starts[id + 1]!; at += 1) {
      const place = next[documents[at]!]!++;
      vectors.ids[place] = id;
      vectors.values[place] = values[at]!;
    }
  }
  return vectors;
}
