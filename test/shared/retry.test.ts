import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { backoffDelay, CallError, retry } from '../../src/shared/retry.ts';

const POLICY = { timeout: 0, maxAttempts: 3, firstDelay: 100, maxDelay: 10_000 };
const passing = new CallError('503', { retryable: true });

/** Fails with each error in turn, then returns the number of attempts. */
function failing(...errors: Error[]) {
  return jest.fn((attempt: number) => {
    const error = errors[attempt - 1];
    return error === undefined ? Promise.resolve(attempt) : Promise.reject(error);
  });
}

describe('a call with retries', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  /** Settles a call with all timers run. */
  const settled = async <T>(promise: Promise<T>) => {
    const outcome = promise.catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(60_000);
    return outcome;
  };

  it.each<[string, Error[], number]>([
    ['succeeds at once', [], 1],
    ['succeeds after retryable errors', [passing, passing], 3],
  ])('%s', async (_, errors, attempts) => {
    const call = failing(...errors);
    await expect(settled(retry(call, POLICY))).resolves.toBe(attempts);
    expect(call).toHaveBeenCalledTimes(attempts);
  });

  const final = new CallError('403');
  const bug = new TypeError('a bug');
  const longWait = new CallError('429', { retryable: true, retryAfterSeconds: 11 });
  it.each<[string, Error[], Error, number]>([
    ['the last attempt', [passing, passing, passing, passing], passing, 3],
    ['an error that is not retryable', [passing, final], final, 2],
    ['an error that is no CallError', [bug], bug, 1],
    ['a requested delay over the maximum', [longWait], longWait, 1],
  ])('throws the error after %s', async (_, errors, thrown, attempts) => {
    const call = failing(...errors);
    await expect(settled(retry(call, POLICY))).resolves.toBe(thrown);
    expect(call).toHaveBeenCalledTimes(attempts);
  });

  it('waits as long as the service asks', async () => {
    const call = failing(new CallError('429', { retryable: true, retryAfterSeconds: 5 }));
    const outcome = retry(call, POLICY);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(call).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    await expect(outcome).resolves.toBe(2);
  });

  it('starts no attempt after the maximum total', async () => {
    const call = failing(passing, passing, passing);
    await expect(settled(retry(call, { ...POLICY, maxTotal: 40 }))).resolves.toBe(passing);
    expect(call).toHaveBeenCalledTimes(1);
  });
});

it('backs off exponentially up to a maximum, at least half of it and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (failures) => {
      const full = Math.min(60_000, 1_000 * 2 ** (failures - 1));
      const delay = backoffDelay(failures, { firstDelay: 1_000, maxDelay: 60_000 });
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(full);
    }),
  );
});
