import type { Guidance } from '../model.ts';

/** Stores fitted models, because fitting takes seconds and the same training set always gives the same model. */
export interface ModelCache {
  /** Returns the bytes written under this key, or `undefined` when there are none or they are damaged. */
  readonly read: (key: string) => Uint8Array | undefined;
  readonly write: (key: string, bytes: Uint8Array) => void;
  /**
   * The model of nearly the same knowledge. Where no model is found, one is then estimated from it, in a third of the time of a
   * fit; an estimate is not written.
   */
  readonly near?: { readonly guidances: readonly Guidance[]; readonly bytes: Uint8Array };
}

const TYPES = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;
/** Typed arrays by name. */
export type NamedArrays = Readonly<Record<string, InstanceType<(typeof TYPES)[TypeName]>>>;

interface ArrayHeader {
  readonly name: string;
  readonly type: TypeName;
  /** Bytes from the first array. */
  readonly from: number;
  /** Elements. */
  readonly length: number;
}

/** In bytes. A view on a buffer must begin at a multiple of its element size, of which 8 is the largest. */
const ALIGNMENT = 8;

/** Packs arrays into one file: the length of the header (32 bits, little-endian), the header as JSON, the arrays. */
export function pack(arrays: NamedArrays): Uint8Array {
  let end = 0;
  const headers = Object.entries(arrays).map(([name, array]): ArrayHeader => {
    const from = end;
    end = aligned(from + array.byteLength);
    return { name, type: array.constructor.name as TypeName, from, length: array.length };
  });
  const header = new TextEncoder().encode(JSON.stringify(headers));
  const begin = aligned(ALIGNMENT + header.length);
  const bytes = new Uint8Array(begin + end);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, ALIGNMENT);
  Object.values(arrays).forEach(({ buffer, byteOffset, byteLength }, index) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), begin + (headers[index]?.from ?? 0));
  });
  return bytes;
}

/** Unpacks arrays as views on the same bytes, without a copy. Returns `undefined` when `pack` did not make these bytes. */
export function unpack(packed: Uint8Array): NamedArrays | undefined {
  const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : packed.slice();
  const { buffer, byteOffset } = bytes;
  try {
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    const header = new TextDecoder().decode(bytes.subarray(ALIGNMENT, ALIGNMENT + length));
    const begin = byteOffset + aligned(ALIGNMENT + length);
    const headers = JSON.parse(header) as readonly ArrayHeader[];
    return Object.fromEntries(
      headers.map(({ name, type, from, length: elements }) => [
        name,
        new TYPES[type](buffer as ArrayBuffer, begin + from, elements),
      ]),
    );
  } catch {
    return undefined;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
