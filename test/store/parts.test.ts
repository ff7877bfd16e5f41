import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createQueue } from '../../src/store/queue.ts';
import type { Row } from '../../src/store/queue.ts';
import { oldestWeek, weekOf } from '../../src/store/week.ts';

const DAY = 86_400_000;

describe('a week', () => {
  it('is that of ISO 8601, also around new year', () => {
    const of = (date: string) => weekOf(Date.parse(date));
    expect(['2026-11-22', '2026-11-23', '2026-01-01', '2027-01-03', '2024-12-30'].map(of)).toEqual([
      '2026-W47',
      '2026-W48',
      '2026-W01',
      '2026-W53',
      '2025-W01',
    ]);
  });

  it('is kept for at most the given days, and at most a week less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 60 }), (today, ago) => {
        const isKept = weekOf((today - ago) * DAY) >= oldestWeek(today * DAY, 28);
        if (ago > 28) expect(isKept).toBe(false);
        if (ago < 21) expect(isKept).toBe(true);
      }),
    );
  });
});

describe('a queue', () => {
  const vote = (entry: string): Row => ({
    table: 'votes',
    week: '2026-W47',
    channel: 'web',
    entry,
    useful: 1,
    number: 1,
  });

  it('is bounded, and counts what it dropped', () => {
    const queue = createQueue(2);
    for (const entry of ['a', 'a', 'b', 'c', 'c', 'a']) queue.add(vote(entry));
    expect([queue.size(), queue.dropped()]).toEqual([2, 2]);
    expect(queue.next()?.rows).toMatchObject([
      { entry: 'a', number: 3 },
      { entry: 'b', number: 1 },
    ]);
  });

  it('returns the same batch until it is written, and drops one that keeps failing', () => {
    const queue = createQueue();
    queue.add(vote('a'));
    const batch = queue.next();
    queue.add(vote('b'));
    expect(queue.next()).toBe(batch);
    for (let tries = 0; tries < 10; tries += 1) if (batch !== undefined) queue.failed(batch);
    expect(queue.next()?.rows).toMatchObject([{ entry: 'b' }]);
    expect(queue.dropped()).toBe(1);
  });
});
