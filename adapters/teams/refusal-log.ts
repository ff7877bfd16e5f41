import type { Log } from '../../src/shared/log.ts';

const INTERVAL_MS = 60_000;

/** Logs refused callers: only how many, once a minute. */
export interface RefusalLog {
  readonly add: () => void;
  readonly keysFail: (reason: string) => void;
  readonly keysWork: () => void;
}

/** Creates the log of refused callers, and of failures to fetch the keys that tokens are checked with. */
export function createRefusalLog(log: Log): RefusalLog {
  let fail = false;
  return {
    add: oncePerMinute((count) => {
      log.warn({ count }, 'requests without a valid token from Teams were refused');
    }),
    keysFail: (reason) => {
      if (!fail) log.error({ reason }, "the keys of Microsoft's tokens cannot be fetched");
      fail = true;
    },
    keysWork: () => {
      if (fail) log.info({}, "the keys of Microsoft's tokens can be fetched again");
      fail = false;
    },
  };
}

/** Returns a function that calls `tell` at most once a minute, with the number of times it was called since. */
export function oncePerMinute(tell: (count: number) => void): () => void {
  let count = 0;
  let last = 0;
  return () => {
    count += 1;
    if (Date.now() - last < INTERVAL_MS) return;
    tell(count);
    [count, last] = [0, Date.now()];
  };
}
