import { describe, expect, it } from '@jest/globals';
import { createDeduplicator } from '../../src/store/deduplicate.ts';

describe('a deduplicator', () => {
  it('tells keys apart by all of their characters', () => {
    const isNew = createDeduplicator(1_000, 1_024, () => 0);
    const names = Array.from({ length: 256 }, (_, number) => `slack:event:${number}`);
    expect(names.filter(isNew)).toEqual(names);
    expect(names.filter(isNew)).toEqual([]);
  });

  it('takes a key for new again after its TTL, which asking again does not prolong', () => {
    let time = 0;
    const isNew = createDeduplicator(10, 16, () => time);
    const asked = [0, 5, 9, 10, 19, 20].map((moment) => {
      time = moment;
      return isNew('a');
    });
    expect(asked).toEqual([true, false, false, true, false, true]);
  });

  it('forgets the key that expires first when a bucket is full, and reuses expired slots before that', () => {
    let time = 0;
    const isNew = createDeduplicator(100, 16, () => time);
    const names = Array.from({ length: 17 }, (_, number) => String(number));
    for (const name of names) {
      expect(isNew(name)).toBe(true);
      time += 1;
    }
    expect(names.slice(1).filter(isNew)).toEqual([]);
    expect(isNew('0')).toBe(true);
    // The slot of 2 is free, because it has expired.
    time = 103;
    expect(isNew('later')).toBe(true);
    expect(names.slice(4).filter(isNew)).toEqual([]);
  });
});
