import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weekOf as storedWeekOf } from '../../../src/store/week.ts';
import { mondayOf, weekAfter, weekName, weekOf, weeksBetween } from '../../../src/workbench/figures/weeks.ts';

const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('a week', () => {
  it('is the one that the bot counts in, and begins on its Monday', () => {
    fc.assert(
      fc.property(date, (time) => {
        const week = weekOf(time);
        expect(week).toBe(storedWeekOf(time.getTime()));
        expect(mondayOf(week).getUTCDay()).toBe(1);
        expect(weekOf(mondayOf(week))).toBe(week);
        expect(weekAfter(weekAfter(week, 60), -60)).toBe(week);
      }),
    );
  });

  it('follows the last one of a year with 53', () => {
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(weekName('2026-W47')).toBe('47 (16 nov)');
  });
});
