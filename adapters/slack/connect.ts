import type { Log } from '../../src/shared/log.ts';
import { faultOf, jitter } from './faults.ts';

/** Resolves when the connection is there; `closed` when it is gone again. */
export type Connect = () => Promise<{ readonly closed: Promise<void> }>;

export interface Connected {
  /** Why there is no connection; nothing when there is one. */
  readonly problem: () => string | undefined;
  /** Resolves after the first try, however it went. */
  readonly tried: Promise<void>;
  /** Tries no more. */
  readonly end: () => void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

const ADVICE: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack refuses the token (invalid_auth); check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  not_authed: 'Slack refuses the token (not_authed); check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
  account_inactive: 'the app is no longer installed (account_inactive); install it again',
  token_revoked: 'the token was revoked; install the app again',
};

/** Connects, and connects again whenever that fails or ends, with ever longer pauses up to a minute. */
export function stayConnected(connect: Connect, log: Log, firstPause = FIRST_PAUSE): Connected {
  let problem: string | undefined = 'not connected to Slack yet';
  let hasEnded = false;
  let wake: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let first: () => void = () => undefined;
  const tried = new Promise<void>((resolve) => {
    first = resolve;
  });

  const keepOn = async () => {
    let failures = 0;
    while (!hasEnded) {
      try {
        const { closed } = await connect();
        problem = undefined;
        failures = 0;
        log.info({}, 'connected to Slack');
        first();
        await Promise.race([closed, ended]);
        problem = 'the connection to Slack was closed';
      } catch (error) {
        const { reason } = faultOf(error);
        problem = ADVICE[reason] ?? `Slack cannot be reached (${reason})`;
        failures += 1;
        log.warn({ failures }, problem);
        first();
      }
      await Promise.race([ended, pause(failures)]);
    }
  };
  void keepOn();

  let timer: NodeJS.Timeout | undefined;
  /** None after a connection that worked: Slack closes each of them now and then. */
  function pause(failures: number): Promise<void> {
    if (failures === 0) return Promise.resolve();
    const wait = Math.min(LONGEST_PAUSE, firstPause * 2 ** Math.min(failures - 1, 16));
    return new Promise((resolve) => {
      timer = setTimeout(resolve, jitter(wait));
    });
  }

  return {
    problem: () => problem,
    tried,
    end: () => {
      hasEnded = true;
      clearTimeout(timer);
      wake();
    },
  };
}
