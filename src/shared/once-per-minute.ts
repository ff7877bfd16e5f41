/** From the first call until the line, so that a burst is one line. */
const BURST_MS = 1_000;
/** Between two lines. */
const INTERVAL_MS = 60_000;

/**
 * Returns a function for events that strangers can cause at will: `report` gets how many there were and the last one, a
 * second after the first and from then on at most once a minute.
 */
export function oncePerMinute<T = void>(report: (count: number, last: T) => void): (event: T) => void {
  let count = 0;
  let lastReport = -Infinity;
  let latest: T;
  return (event) => {
    count += 1;
    latest = event;
    if (count > 1) return;
    const due = Math.max(BURST_MS, lastReport + INTERVAL_MS - performance.now());
    setTimeout(() => {
      report(count, latest);
      [count, lastReport] = [0, performance.now()];
    }, due).unref();
  };
}
