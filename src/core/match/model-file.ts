/** Keeps what was prepared before, because preparing takes seconds and the same content always gives the same. */
export interface ModelCache {
  /** What was written under this key; nothing when it is not there, or damaged. */
  readonly read: (key: string) => Uint8Array | undefined;
  readonly write: (key: string, bytes: Uint8Array) => void;
}

const TYPES = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;
export type FlatArray = InstanceType<(typeof TYPES)[TypeName]>;
/** Flat arrays by name. */
export type Flat = Readonly<Record<string, FlatArray>>;

interface Part {
  readonly name: string;
  readonly type: TypeName;
  readonly from: number;
  readonly length: number;
}

/** Every part begins at a multiple of the largest element's size, as views on a buffer must. */
const ALIGNMENT = 8;

/** Puts arrays in one row of bytes: the length of the list of parts, the list as JSON, and the parts. */
export function pack(flat: Flat): Uint8Array {
  let end = 0;
  const parts = Object.entries(flat).map(([name, array]): Part => {
    const from = end;
    end = aligned(from + array.byteLength);
    return { name, type: array.constructor.name as TypeName, from, length: array.length };
  });
  const list = new TextEncoder().encode(JSON.stringify(parts));
  const begin = aligned(ALIGNMENT + list.length);
  const bytes = new Uint8Array(begin + end);
  new DataView(bytes.buffer).setUint32(0, list.length, true);
  bytes.set(list, ALIGNMENT);
  Object.values(flat).forEach(({ buffer, byteOffset, byteLength }, place) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), begin + (parts[place]?.from ?? 0));
  });
  return bytes;
}

/** The arrays again, as views on the same bytes: nothing is copied. Nothing when these bytes are something else. */
export function unpack(packed: Uint8Array): Flat | undefined {
  const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : packed.slice();
  const { buffer, byteOffset } = bytes;
  try {
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    const list = new TextDecoder().decode(bytes.subarray(ALIGNMENT, ALIGNMENT + length));
    const begin = byteOffset + aligned(ALIGNMENT + length);
    const parts = JSON.parse(list) as readonly Part[];
    return Object.fromEntries(
      parts.map(({ name, type, from, length: size }) => [
        name,
        new TYPES[type](buffer as ArrayBuffer, begin + from, size),
      ]),
    );
  } catch {
    return undefined;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
