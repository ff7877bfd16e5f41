const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Returns the ISO 8601 week of a time (milliseconds since 1970) in UTC: `2026-W47`, which sorts by time. */
export function weekOf(time: number): string {
  const start = mondayOf(time);
  // The year of a week is that of its Thursday.
  const year = new Date(start + 3 * DAY).getUTCFullYear();
  const first = mondayOf(Date.UTC(year, 0, 4));
  return `${year}-W${String(1 + Math.round((start - first) / WEEK)).padStart(2, '0')}`;
}

/**
 * Returns the oldest week to keep: its Monday is at most `days` old at `time` (milliseconds since 1970). So rows are
 * kept between `days - 7` and `days` days.
 */
export function oldestWeek(time: number, days: number): string {
  return weekOf(mondayOf(time - days * DAY) + WEEK);
}

function mondayOf(time: number): number {
  const midnight = Math.floor(time / DAY) * DAY;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY;
}
