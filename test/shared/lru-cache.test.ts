import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLruCache } from '../../src/shared/lru-cache.ts';

describe('an LRU cache', () => {
  it('evicts the least recently used value', () => {
    const { get, set } = createLruCache<number>({ max: 2 });
    set('a', 1);
    set('b', 2);
    get('a');
    set('c', 3);
    expect(['a', 'b', 'c'].map(get)).toEqual([1, undefined, 3]);
  });

  it('does not prolong the TTL at a read', () => {
    let time = 0;
    const { get, set } = createLruCache<number>({ max: 2, ttl: 10, now: () => time });
    set('a', 1);
    time = 9;
    expect(get('a')).toBe(1);
    time = 10;
    expect(get('a')).toBeUndefined();
  });

  it('does the same as a list of values in the order of use', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');
    const step = fc.record({ key, isRead: fc.boolean(), passed: fc.nat({ max: 4 }) });
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 4 }), (steps, max) => {
        let time = 0;
        const cache = createLruCache<number>({ max, ttl: 6, now: () => time });
        let listed: { readonly key: string; readonly value: number; readonly expires: number }[] = [];
        for (const [value, { key: name, isRead, passed }] of steps.entries()) {
          time += passed;
          const found = listed.find((item) => item.key === name && item.expires > time);
          const others = listed.filter((item) => item.key !== name);
          if (isRead) {
            expect(cache.get(name)).toBe(found?.value);
            listed = found === undefined ? others : [...others, found];
          } else {
            cache.set(name, value);
            listed = [...others, { key: name, value, expires: time + 6 }];
            while (listed.length > max || (listed[0]?.expires ?? Infinity) <= time) listed.shift();
          }
        }
      }),
    );
  });
});
