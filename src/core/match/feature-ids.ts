/** Numbers by the number of the feature's name: an open-addressing table that grows. */
export interface Numbers {
  readonly size: () => number;
  /** The number of a name, giving it the next one when it is new. */
  readonly give: (name: number) => number;
  readonly table: () => NameTable;
}

/**
 * The finished table: for each slot a name and, beside it so that both are in the same line of the processor's memory,
 * its number plus one; 0 is an empty slot. There are a power of two of slots.
 */
export interface NameTable {
  readonly slots: Uint32Array;
}

const FIRST_SLOTS = 1 << 16;

export function createNumbers(): Numbers {
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  let size = 0;
  return {
    size: () => size,
    table: () => ({ slots }),
    give: (name) => {
      const found = numberOf({ slots }, name);
      if (found >= 0) return found;
      // At most three quarters full: names are then found at the second look, on average.
      if (8 * size >= 3 * slots.length) grow();
      put(slots, name, size);
      size += 1;
      return size - 1;
    },
  };

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] !== 0) put(slots, before[at]!, before[at + 1]! - 1);
    }
  }
}

/** The number of a name; `-1` for a name that has none. */
export function numberOf({ slots }: NameTable, name: number): number {
  const last = slots.length - 2;
  for (let at = (name << 1) & last; ; at = (at + 2) & last) {
    const number = slots[at + 1]! - 1;
    if (number < 0 || slots[at] === name) return number;
  }
}

function put(slots: Uint32Array, name: number, number: number): void {
  const last = slots.length - 2;
  let at = (name << 1) & last;
  while (slots[at + 1] !== 0) at = (at + 2) & last;
  slots[at] = name;
  slots[at + 1] = number + 1;
}

/** A copy with room for more. */
export function enlarged<T extends Uint32Array | Uint8Array>(values: T, length: number): T {
  const copy = new (values.constructor as new (size: number) => T)(length);
  copy.set(values);
  return copy;
}
