/** Numbers by the number of the feature's name: an open-addressing table that grows. */
export interface Numbers {
  readonly size: () => number;
  /** The number of a name, giving it the next one when it is new. */
  readonly give: (name: number) => number;
  readonly table: () => NameTable;
}

/** The finished table: names by number, and where to look for a name. The length of `slots` is a power of two. */
export interface NameTable {
  readonly names: Uint32Array;
  /** A number plus one; 0 is an empty slot. */
  readonly slots: Uint32Array;
}

const FIRST_SLOTS = 1 << 16;

export function createNumbers(): Numbers {
  let slots = new Uint32Array(FIRST_SLOTS);
  let names = new Uint32Array(FIRST_SLOTS / 2);
  let size = 0;
  return {
    size: () => size,
    table: () => ({ names: names.slice(0, size), slots }),
    give: (name) => {
      const found = numberOf({ names, slots }, name);
      if (found >= 0) return found;
      if (size === names.length) grow();
      names[size] = name;
      put(slots, name, size);
      size += 1;
      return size - 1;
    },
  };

  function grow(): void {
    names = enlarged(names, 2 * size);
    slots = new Uint32Array(4 * size);
    for (let number = 0; number < size; number += 1) put(slots, names[number] ?? 0, number);
  }
}

/** The number of a name; `-1` for a name that has none. */
export function numberOf({ names, slots }: NameTable, name: number): number {
  const mask = slots.length - 1;
  for (let slot = name & mask; ; slot = (slot + 1) & mask) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || names[number] === name) return number;
  }
}

function put(slots: Uint32Array, name: number, number: number): void {
  const mask = slots.length - 1;
  let slot = name & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number + 1;
}

/** A copy with room for more. */
export function enlarged<T extends Uint32Array | Uint8Array>(values: T, length: number): T {
  const copy = new (values.constructor as new (size: number) => T)(length);
  copy.set(values);
  return copy;
}
