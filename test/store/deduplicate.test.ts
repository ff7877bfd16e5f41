import { describe, expect, it } from '@jest/globals';
import { createSeen } from '../../src/store/deduplicate.ts';

describe('what was seen', () => {
  it('is known by its whole name', () => {
    const isNew = createSeen(1_000, 1_024, () => 0);
    const names = Array.from({ length: 256 }, (_, number) => `slack:event:${number}`);
    expect(names.filter(isNew)).toEqual(names);
    expect(names.filter(isNew)).toEqual([]);
  });

  it('is new again after its time, however often it was asked for', () => {
    let time = 0;
    const isNew = createSeen(10, 16, () => time);
    const asked = [0, 5, 9, 10, 19, 20].map((moment) => {
      time = moment;
      return isNew('a');
    });
    expect(asked).toEqual([true, false, false, true, false, true]);
  });

  it('makes room for the next by forgetting the earliest, and takes a forgotten place before that', () => {
    let time = 0;
    const isNew = createSeen(100, 16, () => time);
    const names = Array.from({ length: 17 }, (_, number) => String(number));
    for (const name of names) {
      expect(isNew(name)).toBe(true);
      time += 1;
    }
    expect(names.slice(1).filter(isNew)).toEqual([]);
    expect(isNew('0')).toBe(true);
    // The place of 2 has been free since its time was over.
    time = 103;
    expect(isNew('later')).toBe(true);
    expect(names.slice(4).filter(isNew)).toEqual([]);
  });
});
