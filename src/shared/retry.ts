/** How a delay grows; in milliseconds. */
export interface Backoff {
  /** Doubles with each failure. */
  readonly firstDelay: number;
  readonly maxDelay: number;
}

/** How a call to another service is made; times in milliseconds. */
export interface CallPolicy extends Backoff {
  /** For one attempt. */
  readonly timeout: number;
  /** Including the first one. */
  readonly maxAttempts: number;
  /** No attempt starts later than this after the first; omit for no limit. */
  readonly maxTotal?: number;
}

/** What is known of a failed call. */
export interface CallErrorOptions extends ErrorOptions {
  /** Whether the same call may succeed later and cannot have succeeded already. */
  readonly retryable?: boolean;
  /** The delay that the service asks for. */
  readonly retryAfterSeconds?: number;
  /** Attempts that were made. */
  readonly attempts?: number;
}

/** A call to another service failed. Fit for the log: holds nothing of what was sent, and no address. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** An HTTP status, or an error code of the service or of the network. */
  readonly reason: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number;
  readonly attempts: number;

  constructor(reason: string, options: CallErrorOptions = {}) {
    super(`a call failed: ${reason}`, options);
    this.reason = reason;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? 0;
    this.attempts = options.attempts ?? 1;
  }
}

/**
 * Repeats a call while it throws a retryable `CallError` and the policy allows it. It waits for the backoff delay, or as
 * long as the service asks; a service that asks for more than `maxDelay` is not called again.
 * p-retry 9 was not taken: it cannot wait for a time that an error names, and reconnecting needs only the delay.
 * @param call gets the number of the attempt, from 1
 * @throws what the last attempt threw
 */
export async function retry<T>(call: (attempt: number) => Promise<T>, policy: CallPolicy): Promise<T> {
  const end = performance.now() + (policy.maxTotal ?? Infinity);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(attempt);
    } catch (error) {
      if (!(error instanceof CallError) || !error.retryable || attempt >= policy.maxAttempts) throw error;
      const asked = error.retryAfterSeconds * 1_000;
      const delay = Math.max(asked, backoffDelay(attempt, policy));
      if (asked > policy.maxDelay || performance.now() + delay >= end) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

/**
 * The delay in milliseconds before the next attempt after a number of failures (from 1): exponential, with equal jitter
 * (half of it random), so that replicas do not come back at the same moment.
 */
export function backoffDelay(failures: number, { firstDelay, maxDelay }: Backoff): number {
  return Math.min(maxDelay, firstDelay * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}
