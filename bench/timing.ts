/** How long a call took, in milliseconds, and what it gave back. */
export interface Timed<T> {
  readonly value: T;
  readonly ms: number;
}

export function timed<T>(call: () => T): Timed<T> {
  const start = performance.now();
  const value = call();
  return { value, ms: performance.now() - start };
}

/** The time that this part (0..1) of the calls stayed under. */
export function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
