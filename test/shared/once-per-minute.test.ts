import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { oncePerMinute } from '../../src/shared/once-per-minute.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('reports a burst once, with its size and its last event', () => {
  const reported: unknown[] = [];
  const add = oncePerMinute<string>((...line) => reported.push(line));
  for (let count = 1; count <= 500; count += 1) add(`event ${count}`);
  expect(reported).toEqual([]);
  jest.advanceTimersByTime(3_600_000);
  expect(reported).toEqual([[500, 'event 500']]);
});

it('reports every event, at most once a minute, however they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 200 }), (pauses) => {
      const lines: { readonly count: number; readonly at: number }[] = [];
      const add = oncePerMinute((count) => lines.push({ count, at: performance.now() }));
      for (const pause of pauses) {
        jest.advanceTimersByTime(pause);
        add();
      }
      jest.advanceTimersByTime(60_000);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(pauses.length);
      const gaps = lines.slice(1).map(({ at }, place) => at - (lines[place]?.at ?? 0));
      expect(gaps.filter((gap) => gap < 60_000)).toEqual([]);
    }),
  );
});
