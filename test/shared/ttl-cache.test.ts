import { describe, expect, it } from '@jest/globals';
import { createRecent } from '../../src/shared/ttl-cache.ts';

describe('recent values', () => {
  it('are forgotten from the one unused longest when there are too many', () => {
    const { get, set } = createRecent<number>(1_000, 2, () => 0);
    set('a', 1);
    set('b', 2);
    set('a', 3);
    set('c', 4);
    expect(['a', 'b', 'c'].map(get)).toEqual([3, undefined, 4]);
  });

  it('are not kept longer by looking at them', () => {
    let time = 0;
    const { get, set } = createRecent<number>(10, 2, () => time);
    set('a', 1);
    time = 9;
    expect(get('a')).toBe(1);
    time = 10;
    expect(get('a')).toBeUndefined();
  });
});
