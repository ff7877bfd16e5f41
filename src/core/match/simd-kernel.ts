/**
 * The inner loops of `softmax-regression.ts` in WebAssembly, for its instructions on four floats at a time: fitting takes a
 * third of the time of the same loops in JavaScript, which has no such instructions. Written as expressions that are
 * assembled here, so that no compiler and no binary file is needed.
 */

/** The part of the standard API that is used; it is in the types of browsers only. */
declare const WebAssembly: {
  readonly Memory: new (options: { readonly initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
interface Memory {
  readonly buffer: ArrayBuffer;
}

/** Rows that `addRows` adds in one pass over the sums. */
export const ROWS_AT_ONCE = 8;

/** Functions on the memory; all arguments but `rate` are addresses or lengths in bytes, lengths multiples of 16. */
export interface SimdKernel {
  readonly buffer: ArrayBuffer;
  /**
   * Adds rows times their values to `sums`, `width` bytes each. `rows` to `rowsEnd` holds the addresses of the rows, as many
   * as there are `values`: a multiple of `ROWS_AT_ONCE`.
   */
  readonly addRows: (rows: number, rowsEnd: number, values: number, sums: number, width: number) => void;
  /**
   * A step of AdaGrad on rows of weights, at the offsets in `blocks` to `blocksEnd` only: gradient = value · residual +
   * decay · weight. The accumulator of a weight is `distance` bytes behind it.
   */
  readonly step: (
    rows: number,
    rowsEnd: number,
    values: number,
    residuals: number,
    decays: number,
    blocks: number,
    blocksEnd: number,
    distance: number,
  ) => void;
}

/** Instructions, as bytes. */
type Code = readonly number[];

/** Bytes of four floats, and of one float or integer. */
const VECTOR = 16;
const SCALAR = 4;
const PAGE = 65_536;
const I32 = 0x7f;
const V128 = 0x7b;

/** LEB128: seven bits a byte, the lowest first. Right for signed numbers too, as long as they are below 64. */
function leb(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

const sized = (content: Code): Code => [...leb(content.length), ...content];
const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()];
const text = (word: string): Code => sized(Array.from(word, (letter) => letter.charCodeAt(0)));
const simd = (code: number, ...more: Code): Code => [0xfd, ...leb(code), ...more];

const get = (local: number): Code => [0x20, local];
const set = (local: number, value: Code): Code => [...value, 0x21, local];
const constant = (value: number): Code => [0x41, value];
const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
const loadInt = (address: Code, offset = 0): Code => [...address, 0x28, 2, offset];
const loadSplat = (address: Code, offset = 0): Code => [...address, ...simd(0x09, 2, offset)];
const load = (address: Code): Code => [...address, ...simd(0x00, 2, 0)];
const store = (address: Code, value: Code): Code => [...address, ...value, ...simd(0x0b, 2, 0)];
const plus = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe4)];
const minus = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe5)];
const times = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe6)];
const dividedBy = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe7)];
const root = (a: Code): Code => [...a, ...simd(0xe3)];

/** Runs `body` with `local` from its value to `end` (exclusive), in steps. */
function loop(local: number, end: number, step: number, ...body: readonly Code[]): Code {
  const isDone: Code = [...get(local), ...get(end), 0x4f, 0x0d, 1];
  const next = set(local, add(get(local), constant(step)));
  return [0x02, 0x40, 0x03, 0x40, ...isDone, ...body.flat(), ...next, 0x0c, 0, 0x0b, 0x0b];
}

/** A function body with this number of integer and vector locals behind its parameters. */
function body(integers: number, vectors: number, ...code: readonly Code[]): Code {
  return sized([
    ...list([
      [integers, I32],
      [vectors, V128],
    ]),
    ...code.flat(),
    0x0b,
  ]);
}

function addRows(): Code {
  const [rows, rowsEnd, values, sums, width, at] = [0, 1, 2, 3, 4, 5];
  const addresses = Array.from({ length: ROWS_AT_ONCE }, (_, n) => 6 + n);
  const factors = addresses.map((address) => address + ROWS_AT_ONCE);
  const terms = addresses.map((address, n) => times(get(factors[n] ?? 0), load(add(get(address), get(at)))));
  const sum = add(get(sums), get(at));
  return body(
    1 + ROWS_AT_ONCE,
    ROWS_AT_ONCE,
    loop(
      rows,
      rowsEnd,
      ROWS_AT_ONCE * SCALAR,
      ...addresses.map((address, n) => set(address, loadInt(get(rows), n * SCALAR))),
      ...factors.map((factor, n) => set(factor, loadSplat(get(values), n * SCALAR))),
      set(at, constant(0)),
      loop(at, width, VECTOR, store(sum, terms.reduce(plus, load(sum)))),
      set(values, add(get(values), constant(ROWS_AT_ONCE * SCALAR))),
    ),
  );
}

function step(): Code {
  const [rows, rowsEnd, values, residuals, decays, blocks, blocksEnd, distance] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [block, offset, place] = [8, 9, 10];
  const [value, gradient, accumulated] = [11, 12, 13];
  const accumulator = add(get(place), get(distance));
  return body(
    3,
    3,
    loop(
      rows,
      rowsEnd,
      SCALAR,
      set(value, loadSplat(get(values))),
      set(block, get(blocks)),
      loop(
        block,
        blocksEnd,
        SCALAR,
        set(offset, loadInt(get(block))),
        set(place, add(loadInt(get(rows)), get(offset))),
        set(
          gradient,
          plus(
            times(get(value), load(add(get(residuals), get(offset)))),
            times(load(add(get(decays), get(offset))), load(get(place))),
          ),
        ),
        set(accumulated, plus(load(accumulator), times(get(gradient), get(gradient)))),
        store(accumulator, get(accumulated)),
        store(get(place), minus(load(get(place)), dividedBy(get(gradient), root(get(accumulated))))),
      ),
      set(values, add(get(values), constant(SCALAR))),
    ),
  );
}

const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
const functionType = (parameters: number): Code => [0x60, ...list(Array<Code>(parameters).fill([I32])), 0];
const MODULE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [functionType(5), functionType(8)]),
  ...section(2, [[...text('env'), ...text('memory'), 2, 0, 0]]),
  ...section(3, [[0], [1]]),
  ...section(7, [
    [...text('addRows'), 0, 0],
    [...text('step'), 0, 1],
  ]),
  ...section(10, [addRows(), step()]),
]);

/** Creates the kernel on zeroed memory of at least so many bytes. Throws a `RangeError` when there is no such memory. */
export function createSimdKernel(bytes: number): SimdKernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { env: { memory } });
  return { buffer: memory.buffer, ...(instance.exports as Omit<SimdKernel, 'buffer'>) };
}
