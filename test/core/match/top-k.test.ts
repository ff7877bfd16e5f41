import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topK } from '../../../src/core/match/top-k.ts';

/** Few different values, so that many are equal. */
const values = fc.array(
  fc.oneof(fc.constantFrom(-1, 0, 0.5), fc.double({ noNaN: true, noDefaultInfinity: true })),
);

describe('top-k', () => {
  it('is the head of a stable sort', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (list, k) => {
        const sorted = list
          .map((value, index) => ({ value, index }))
          .sort((a, b) => b.value - a.value || a.index - b.index);
        expect(topK(Float64Array.from(list), k)).toEqual(sorted.slice(0, k).map(({ index }) => index));
      }),
    );
  });
});
