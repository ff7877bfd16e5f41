import type { FeatureKind } from './feature-hash.ts';

/** The weighted features of one text, refilled for each text so that measuring makes no garbage. */
export interface Bag {
  readonly names: Uint32Array;
  readonly kinds: Uint8Array;
  readonly weights: Float64Array;
  /** How many of the places above are filled. */
  readonly size: () => number;
  /** Adds a feature; of one that is added twice the highest weight counts. Full bags ignore new features. */
  readonly add: (name: number, kind: FeatureKind, weight: number) => void;
  readonly clear: () => void;
}

/**
 * Most features of a text: three times those of the longest question in the test sets (836). It bounds the time that a
 * pasted page of random letters can cost.
 */
const MOST_FEATURES = 2_560;
const SLOTS = 16_384;

export function createBag(): Bag {
  const names = new Uint32Array(MOST_FEATURES);
  const kinds = new Uint8Array(MOST_FEATURES);
  const weights = new Float64Array(MOST_FEATURES);
  /** Where each feature was looked for (open addressing): its place plus one. */
  const slots = new Uint16Array(SLOTS);
  const used = new Uint16Array(MOST_FEATURES);
  let size = 0;
  return {
    names,
    kinds,
    weights,
    size: () => size,
    add: (name, kind, weight) => {
      let slot = name & (SLOTS - 1);
      let place = (slots[slot] ?? 0) - 1;
      while (place >= 0 && names[place] !== name) {
        slot = (slot + 1) & (SLOTS - 1);
        place = (slots[slot] ?? 0) - 1;
      }
      if (place >= 0) {
        if ((weights[place] ?? 0) < weight) weights[place] = weight;
      } else if (size < MOST_FEATURES && weight > 0) {
        names[size] = name;
        kinds[size] = kind;
        weights[size] = weight;
        used[size] = slot;
        size += 1;
        slots[slot] = size;
      }
    },
    clear: () => {
      for (let at = 0; at < size; at += 1) slots[used[at] ?? 0] = 0;
      size = 0;
    },
  };
}
