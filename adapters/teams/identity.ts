import type { Log } from '../../src/shared/log.ts';

/** The bot's own proof towards Teams. */
export interface Identity {
  /** A header value; rejects when there is none to be had. */
  readonly token: () => Promise<string>;
  /** Why there is no token, in one line; nothing while there is one. */
  readonly problem: () => string | undefined;
  readonly stop: () => void;
}

/** Tokens live an hour: a look in between keeps one at hand, and finds out early that a secret has expired. */
const LOOK_EVERY = 5 * 60_000;
/** After a failure it looks sooner, with ever longer pauses up to a minute: without a token nothing can be answered. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Microsoft's sign-in answers in well under a second. */
const PATIENCE = 5_000;

/** What an operator can do about a refusal. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const ADVICE: Readonly<Record<string, string>> = {
  AADSTS7000222: 'the client secret has expired: make a new one and set TEAMS_APP_PASSWORD',
  AADSTS7000215: 'the client secret is wrong: set TEAMS_APP_PASSWORD to its value, not to its id',
  AADSTS700016: 'the application is not in this tenant: see TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_TYPE',
  AADSTS90002: 'the tenant does not exist: see TEAMS_TENANT_ID',
};

/** Watches over getting tokens: says once in the log that it fails and why, and once that it works again. */
export function watchIdentity(fetchToken: () => Promise<string>, log: Log): Identity {
  let running: Promise<string> | undefined;
  let problem: string | undefined = 'no token from Microsoft yet';
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let hasEnded = false;

  const look = async (): Promise<string> => {
    try {
      const token = await within(fetchToken(), PATIENCE);
      if (failures > 0) log.info({}, 'Microsoft gives the bot tokens again');
      [problem, failures] = [undefined, 0];
      return token;
    } catch (error) {
      const before = problem;
      const refusal = codeOf(error);
      const code = refusal ?? networkCodeOf(error);
      problem =
        refusal === undefined
          ? `no token from Microsoft (${code})`
          : `Microsoft refuses the bot (${code}): ${ADVICE[code] ?? 'see docs/teams.md'}`;
      if (problem !== before) log.error({ code }, problem);
      failures += 1;
      throw error;
    }
  };
  const token = () => {
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  };
  const peek = async () => {
    await token().catch(() => undefined);
    if (hasEnded) return;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures - 1, 16));
    timer = setTimeout(() => void peek(), failures === 0 ? LOOK_EVERY : pause).unref();
  };
  void peek();
  return {
    token,
    problem: () => problem,
    stop: () => {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}

/** Gives up waiting after a time; what comes later is dropped. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(Object.assign(new Error('no answer in time'), { code: 'timeout' }));
    }, milliseconds);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** The code of a refusal by Microsoft's sign-in; network trouble has none. */
function codeOf(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : '';
  return /AADSTS\d{3,9}/.exec(text)?.[0] ?? /\b(?:invalid|unauthorized)_client\b/.exec(text)?.[0];
}

function networkCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
