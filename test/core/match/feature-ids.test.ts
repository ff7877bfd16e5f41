import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFeatureIds, featureId } from '../../../src/core/match/feature-ids.ts';

/** Hashes of which many start at the same slot of the table. */
const hash = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.integer({ min: 0, max: 0xffff }).map((high) => ((high << 16) | 7) >>> 0),
  fc.constantFrom(0, 0xffff, 0xffffffff),
);

describe('feature ids', () => {
  it('are the order in which hashes were interned, as in a map', () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 200 }), fc.array(hash), (interned, others) => {
        const ids = createFeatureIds();
        const naive = new Map<number, number>();
        for (const one of interned) {
          if (!naive.has(one)) naive.set(one, naive.size);
          expect(ids.intern(one)).toBe(naive.get(one));
        }
        expect(ids.size()).toBe(naive.size);
        for (const one of [...interned, ...others])
          expect(featureId(ids.table(), one)).toBe(naive.get(one) ?? -1);
      }),
    );
  });

  it('stay the same when the table grows', () => {
    const ids = createFeatureIds();
    const hashes = Array.from({ length: 120_000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 0);
    for (const one of hashes) ids.intern(one);
    const table = ids.table();
    expect(hashes.every((one, id) => featureId(table, one) === id)).toBe(true);
    expect(featureId(table, Math.imul(120_000, 0x9e3779b1) >>> 0)).toBe(-1);
  });
});
