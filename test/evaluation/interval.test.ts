import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wilsonInterval } from '../../src/evaluation/interval.ts';

describe('a 95 % interval', () => {
  it.each([
    // Newcombe 1998, Statistics in Medicine 17, table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is that of Wilson', (count, total, low, high) => {
    const [from, to] = wilsonInterval(count, total);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it('holds the share, and narrows with the number of questions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, part) => {
          const count = Math.round(part * total);
          const [low, high] = wilsonInterval(count, total);
          expect(low).toBeLessThanOrEqual(count / total + 1e-9);
          expect(high).toBeGreaterThanOrEqual(count / total - 1e-9);
          const [lower, higher] = wilsonInterval(4 * count, 4 * total);
          expect(higher - lower).toBeLessThan(high - low);
        },
      ),
    );
  });

  it('is everything when nothing was counted', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
