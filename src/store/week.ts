const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** The ISO 8601 week of a time, in UTC: `2026-W47`. Weeks so written sort by time. */
export function weekOf(time: number): string {
  const start = mondayOf(time);
  // A week belongs to the year that its Thursday is in.
  const year = new Date(start + 3 * DAY).getUTCFullYear();
  const first = mondayOf(Date.UTC(year, 0, 4));
  return `${year}-W${String(1 + Math.round((start - first) / WEEK)).padStart(2, '0')}`;
}

/**
 * The oldest week of which nothing is older than `days`, counted from its Monday: what has a lower week is to be
 * deleted. So what is kept by the week is never kept longer than was said, and up to a week less.
 */
export function oldestWeek(time: number, days: number): string {
  return weekOf(mondayOf(time - days * DAY) + WEEK);
}

function mondayOf(time: number): number {
  const midnight = Math.floor(time / DAY) * DAY;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY;
}
