import type { Log } from '../../src/shared/log.ts';
import { oncePerMinute } from '../../src/shared/once-per-minute.ts';

/** Logs the number of refused callers, at most once a minute, and whether Microsoft's keys can be fetched. */
export interface RefusalLog {
  readonly add: () => void;
  readonly keysFail: (reason: string) => void;
  readonly keysWork: () => void;
}

/** Creates the log. The keys are those that tokens are checked with. */
export function createRefusalLog(log: Log): RefusalLog {
  let isFailing = false;
  return {
    add: oncePerMinute((count) => {
      log.warn({ count }, 'requests without a valid token from Teams were refused');
    }),
    keysFail: (reason) => {
      if (!isFailing) log.error({ reason }, "the keys of Microsoft's tokens cannot be fetched");
      isFailing = true;
    },
    keysWork: () => {
      if (isFailing) log.info({}, "the keys of Microsoft's tokens can be fetched again");
      isFailing = false;
    },
  };
}
