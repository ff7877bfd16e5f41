import type { Log } from '../../src/shared/log.ts';

const EVERY = 60_000;

/** What the log tells of callers that are refused: how many, once a minute, and nothing that helps them. */
export interface Refusals {
  readonly add: () => void;
  readonly keysFail: (reason: string) => void;
  readonly keysWork: () => void;
}

export function createRefusals(log: Log): Refusals {
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

/** Tells at most once a minute how often it happened since it last told. */
export function oncePerMinute(tell: (count: number) => void): () => void {
  let count = 0;
  let last = 0;
  return () => {
    count += 1;
    if (Date.now() - last < EVERY) return;
    tell(count);
    [count, last] = [0, Date.now()];
  };
}
