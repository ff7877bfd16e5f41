const DAY = 86_400_000;

/** Returns the first day of an ISO 8601 week (`2026-W47`), at midnight in UTC. */
export function mondayOf(week: string): Date {
  const [year = 0, number = 1] = week.split('-W').map(Number);
  // The fourth of January is always in week 1.
  const fourth = new Date(Date.UTC(year, 0, 4));
  return new Date(fourth.getTime() + DAY * (7 * (number - 1) - ((fourth.getUTCDay() + 6) % 7)));
}

/** Returns the ISO 8601 week of a moment, in UTC. */
export function weekOf(date: Date): string {
  const midnight = Math.floor(date.getTime() / DAY) * DAY;
  // The year of a week is that of its Thursday.
  const thursday = new Date(midnight + DAY * (3 - ((date.getUTCDay() + 6) % 7)));
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Returns the week that is so many weeks after another one, or before it. */
export function weekAfter(week: string, number: number): string {
  return weekOf(new Date(mondayOf(week).getTime() + number * 7 * DAY));
}

/** Returns all weeks from the first to the last, both included. */
export function weeksBetween(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = weekAfter(week, 1)) weeks.push(week);
  return weeks;
}

const DATE = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Returns a week as editors read it: `47 (16 nov)`. */
export function weekName(week: string): string {
  return `${Number(week.split('-W')[1])} (${DATE.format(mondayOf(week))})`;
}
