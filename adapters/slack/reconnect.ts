import type { Log } from '../../src/shared/log.ts';
import { backoffDelay } from '../../src/shared/retry.ts';
import { toCallError } from './errors.ts';

/** Resolves once connected; `closed` resolves when the connection has ended. */
export type Connect = () => Promise<{ readonly closed: Promise<void> }>;

/** A connection to Slack that is kept up. */
export interface Connection {
  /** Why there is no connection; `undefined` while there is one. */
  readonly problem: () => string | undefined;
  /** Resolves after the first attempt, also when it failed. */
  readonly attempted: Promise<void>;
  /** Stops reconnecting. */
  readonly stop: () => void;
}

const BACKOFF = { firstDelay: 1_000, maxDelay: 60_000 };

const ADVICE: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack refuses the token (invalid_auth); check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  not_authed: 'Slack refuses the token (not_authed); check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  account_inactive: 'the app is no longer installed (account_inactive); install it again',
  token_revoked: 'the token was revoked; install the app again',
};

/**
 * Connects, and reconnects: with backoff after a failed attempt, at once after a connection that worked, because Slack
 * closes each of them now and then.
 */
export function reconnect(connect: Connect, log: Log): Connection {
  let problem: string | undefined = 'not connected to Slack yet';
  let timer: NodeJS.Timeout | undefined;
  const attempted = Promise.withResolvers<undefined>();
  const stopped = Promise.withResolvers<undefined>();
  let isStopped = false;

  const run = async () => {
    let failures = 0;
    while (!isStopped) {
      try {
        const { closed } = await connect();
        problem = undefined;
        failures = 0;
        log.info({}, 'connected to Slack');
        attempted.resolve(undefined);
        await Promise.race([closed, stopped.promise]);
        problem = 'the connection to Slack was closed';
      } catch (error) {
        const { reason } = toCallError(error);
        problem = ADVICE[reason] ?? `Slack cannot be reached (${reason})`;
        failures += 1;
        log.warn({ failures }, problem);
        attempted.resolve(undefined);
        const delay = new Promise((resolve) => {
          timer = setTimeout(resolve, backoffDelay(failures, BACKOFF));
        });
        await Promise.race([stopped.promise, delay]);
      }
    }
  };
  void run();

  return {
    problem: () => problem,
    attempted: attempted.promise,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      stopped.resolve(undefined);
    },
  };
}
