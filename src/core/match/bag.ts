import type { FeatureKind } from './feature-hash.ts';

/** The weighted features of one text (a bag of features). One bag is refilled for each text, to allocate nothing. */
export interface Bag {
  /** Feature hashes, each once; only the first `size()` elements of the three arrays are valid. */
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  readonly weights: Float64Array;
  readonly size: () => number;
  /** Adds a feature; a feature added twice keeps its highest weight. A full bag ignores new features. */
  readonly add: (hash: number, kind: FeatureKind, weight: number) => void;
  readonly clear: () => void;
}

/** Bounds the time that a pasted page can take. Three times the features of the longest test question (836). */
const MAX_FEATURES = 2_560;
const SLOTS = 16_384;

/** Creates an empty bag. */
export function createBag(): Bag {
  const hashes = new Uint32Array(MAX_FEATURES);
  const kinds = new Uint8Array(MAX_FEATURES);
  const weights = new Float64Array(MAX_FEATURES);
  /** Open-addressing table from hash to index plus one; 0 is an empty slot. */
  const slots = new Uint16Array(SLOTS);
  const usedSlots = new Uint16Array(MAX_FEATURES);
  let size = 0;
  return {
    hashes,
    kinds,
    weights,
    size: () => size,
    add: (hash, kind, weight) => {
      let slot = hash & (SLOTS - 1);
      let index = (slots[slot] ?? 0) - 1;
      while (index >= 0 && hashes[index] !== hash) {
        slot = (slot + 1) & (SLOTS - 1);
        index = (slots[slot] ?? 0) - 1;
      }
      if (index >= 0) {
        if ((weights[index] ?? 0) < weight) weights[index] = weight;
      } else if (size < MAX_FEATURES && weight > 0) {
        hashes[size] = hash;
        kinds[size] = kind;
        weights[size] = weight;
        usedSlots[size] = slot;
        size += 1;
        slots[slot] = size;
      }
    },
    clear: () => {
      for (let at = 0; at < size; at += 1) slots[usedSlots[at] ?? 0] = 0;
      size = 0;
    },
  };
}
