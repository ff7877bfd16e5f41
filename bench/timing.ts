/** The result of a call and its duration in milliseconds. */
export interface Timed<T> {
  readonly value: T;
  readonly ms: number;
}

/** Calls a function and measures how long it takes. */
export function timed<T>(call: () => T): Timed<T> {
  const start = performance.now();
  const value = call();
  return { value, ms: performance.now() - start };
}

/** The quantile `part` (0..1) of the values, by rank, without interpolation; 0 when there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
