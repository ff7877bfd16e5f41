/** Interns feature hashes as consecutive ids: a hash table with open addressing and linear probing that grows. */
export interface FeatureIds {
  readonly size: () => number;
  /** Returns the id of a hash; a new hash gets the next id. */
  readonly intern: (hash: number) => number;
  readonly table: () => FeatureTable;
}

/** The hash table from feature hash to feature id, as it is stored in the model. */
export interface FeatureTable {
  /**
   * Pairs of a hash and its id plus one, side by side so that they share a cache line; id plus one is 0 in an empty
   * slot. The number of pairs is a power of two.
   */
  readonly slots: Uint32Array;
}

const INITIAL_SLOTS = 1 << 16;

/** Creates an empty table. */
export function createFeatureIds(): FeatureIds {
  let slots = new Uint32Array(2 * INITIAL_SLOTS);
  let size = 0;
  return {
    size: () => size,
    table: () => ({ slots }),
    intern: (hash) => {
      const found = featureId({ slots }, hash);
      if (found >= 0) return found;
      // At a load factor of at most 3/4 a lookup takes two probes on average.
      if (8 * size >= 3 * slots.length) grow();
      insert(slots, hash, size);
      size += 1;
      return size - 1;
    },
  };

  function grow(): void {
    const previous = slots;
    slots = new Uint32Array(2 * previous.length);
    for (let at = 0; at < previous.length; at += 2) {
      if (previous[at + 1] !== 0) insert(slots, previous[at]!, previous[at + 1]! - 1);
    }
  }
}

/** Returns the id of a feature hash, or `-1` when the table does not hold it. */
export function featureId({ slots }: FeatureTable, hash: number): number {
  const mask = slots.length - 2;
  for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
    const id = slots[at + 1]! - 1;
    if (id < 0 || slots[at] === hash) return id;
  }
}

function insert(slots: Uint32Array, hash: number, id: number): void {
  const mask = slots.length - 2;
  let at = (hash << 1) & mask;
  while (slots[at + 1] !== 0) at = (at + 2) & mask;
  slots[at] = hash;
  slots[at + 1] = id + 1;
}
