/** The timeout of a call has passed. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'timeout';

  constructor(options?: ErrorOptions) {
    super('no answer in time', options);
  }
}

/**
 * Waits for a promise for at most `milliseconds`, for work that cannot be aborted; a fetch takes `AbortSignal.timeout`.
 * A later result of the promise is dropped.
 * @throws {TimeoutError} when it takes longer. A process that was busy itself first handles the input that arrived
 * meanwhile, so that its own delay does not count.
 */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      setImmediate(() => {
        reject(new TimeoutError());
      });
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether an error is a `TimeoutError`, or the `DOMException` that `AbortSignal.timeout` aborts a fetch with. */
export function isTimeout(error: unknown): boolean {
  return error instanceof TimeoutError || (error instanceof DOMException && error.name === 'TimeoutError');
}
