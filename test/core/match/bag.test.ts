import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBag } from '../../../src/core/match/bag.ts';
import { WORD } from '../../../src/core/match/feature-hash.ts';

const feature = fc.record({
  // Few different ones, many of which start at the same slot of the table.
  hash: fc.oneof(
    fc.nat(20),
    fc.nat(20).map((high) => (high << 14) | 3),
  ),
  kind: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
  weight: fc.constantFrom(0, 0.1, 0.5, 1),
});

describe('a bag', () => {
  it('keeps the highest weight of each feature, in the order of addition, as a map', () => {
    const bag = createBag();
    fc.assert(
      fc.property(fc.array(feature, { maxLength: 60 }), (features) => {
        bag.clear();
        const naive = new Map<number, readonly [number, number]>();
        for (const { hash, kind, weight } of features) {
          bag.add(hash, kind, weight);
          const [first = kind, before = 0] = naive.get(hash) ?? [];
          if (weight > 0 || before > 0) naive.set(hash, [first, Math.max(before, weight)]);
        }
        const held = Array.from({ length: bag.size() }, (_, index) => [
          bag.hashes[index],
          [bag.kinds[index], bag.weights[index]],
        ]);
        expect(held).toEqual([...naive]);
      }),
    );
  });

  it('ignores new features when it is full, and still raises the weights of those that it has', () => {
    const bag = createBag();
    for (let hash = 0; hash < 10_000; hash += 1) bag.add(hash, WORD, 0.5);
    const full = bag.size();
    expect(full).toBeLessThan(10_000);
    bag.add(0, WORD, 1);
    bag.add(9_999, WORD, 1);
    expect(bag.size()).toBe(full);
    expect([bag.weights[0], bag.hashes[full - 1]]).toEqual([1, full - 1]);
  });
});
