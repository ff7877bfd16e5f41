import { describe, expect, it } from '@jest/globals';
import { createSimdKernel, ROWS_AT_ONCE } from '../../../src/core/match/simd-kernel.ts';

/** Floats of a row: two vectors. */
const WIDTH = 8;
const ROWS = 5;
const FLOAT = 4;
/** Addresses, one array after the other. */
const SUMS = 0;
const RESIDUALS = 32;
const DECAYS = 64;
const BLOCKS = 96;
const ADDRESSES = 112;
const VALUES = 144;
const WEIGHTS = 176;
const ACCUMULATORS = WEIGHTS + FLOAT * WIDTH * ROWS;

/** A kernel with five rows of weights, all different, that are listed with their values: row 4 first, some twice. */
function setUp() {
  const kernel = createSimdKernel(ACCUMULATORS + FLOAT * WIDTH * ROWS);
  const floats = (address: number, length: number) => new Float32Array(kernel.buffer, address, length);
  const integers = (address: number, length: number) => new Uint32Array(kernel.buffer, address, length);
  const weights = floats(WEIGHTS, WIDTH * ROWS);
  weights.forEach((_, at) => (weights[at] = at / 16 - 1));
  floats(ACCUMULATORS, WIDTH * ROWS).fill(0.5);
  const rows = [4, 0, 2, 1, 3, 0, 4, 2];
  const values = [0.5, -1, 2, 0.25, 3, 0.75, -2, 1];
  integers(ADDRESSES, ROWS_AT_ONCE).set(rows.map((row) => WEIGHTS + FLOAT * WIDTH * row));
  floats(VALUES, ROWS_AT_ONCE).set(values);
  return { kernel, floats, integers, weights, rows, values };
}

describe('the SIMD kernel', () => {
  it('adds rows times their values to what is there', () => {
    const { kernel, floats, weights, rows, values } = setUp();
    const sums = floats(SUMS, WIDTH).fill(3);
    kernel.addRows(ADDRESSES, ADDRESSES + FLOAT * ROWS_AT_ONCE, VALUES, SUMS, FLOAT * WIDTH);
    sums.forEach((sum, at) => {
      const own = rows.reduce(
        (total, row, n) => total + (values[n] ?? 0) * (weights[row * WIDTH + at] ?? 0),
        3,
      );
      expect(sum).toBeCloseTo(own, 5);
    });
  });

  it('takes a step of AdaGrad on the listed rows, in the listed blocks, and touches nothing else', () => {
    const { kernel, floats, integers, weights, rows, values } = setUp();
    const before = weights.slice();
    const stepped = rows.slice(0, 4);
    const residuals = [0, 0, 0, 0, 0.5, 0, -0.25, 0];
    const decays = residuals.map((residual) => (residual === 0 ? 0 : 0.125));
    floats(RESIDUALS, WIDTH).set(residuals);
    floats(DECAYS, WIDTH).set(decays);
    integers(BLOCKS, 1).set([16]);
    kernel.step(
      ADDRESSES,
      ADDRESSES + 16,
      VALUES,
      RESIDUALS,
      DECAYS,
      BLOCKS,
      BLOCKS + 4,
      ACCUMULATORS - WEIGHTS,
    );
    const accumulators = floats(ACCUMULATORS, WIDTH * ROWS);
    weights.forEach((weight, place) => {
      const [row, at, old] = [Math.floor(place / WIDTH), place % WIDTH, before[place] ?? 0];
      const value = values[rows.indexOf(row)] ?? 0;
      const isTouched = stepped.includes(row) && residuals[at] !== 0;
      const gradient = isTouched ? value * (residuals[at] ?? 0) + (decays[at] ?? 0) * old : 0;
      expect(accumulators[place]).toBeCloseTo(0.5 + gradient ** 2, 5);
      expect(weight).toBeCloseTo(old - gradient / Math.sqrt(0.5 + gradient ** 2), 5);
    });
  });

  it('says that there is no memory for more than an address can reach', () => {
    expect(() => createSimdKernel(2 ** 33)).toThrow(expect.objectContaining({ name: 'RangeError' }));
  });
});
