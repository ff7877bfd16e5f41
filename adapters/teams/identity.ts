import type { Log } from '../../src/shared/log.ts';
import { backoffDelay } from '../../src/shared/retry.ts';
import { withTimeout } from '../../src/shared/with-timeout.ts';

/** The bot's own tokens, for calls to Teams. */
export interface Identity {
  /** The value of an `authorization` header; rejects when Microsoft gives none. */
  readonly token: () => Promise<string>;
  /** Why there is no token, in one line; `undefined` while there is one. */
  readonly problem: () => string | undefined;
  readonly stop: () => void;
}

/** A token is valid for an hour. Refreshing more often finds an expired secret early. */
const REFRESH_MS = 5 * 60_000;
/** Between attempts after a failure. */
const BACKOFF = { firstDelay: 1_000, maxDelay: 60_000 };
/** Microsoft's sign-in answers in well under a second. */
const TIMEOUT_MS = 5_000;

/** What an operator can do about a refusal. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const ADVICE: Readonly<Record<string, string>> = {
  AADSTS7000222: 'the client secret has expired: make a new one and set TEAMS_APP_PASSWORD',
  AADSTS7000215: 'the client secret is wrong: set TEAMS_APP_PASSWORD to its value, not to its id',
  AADSTS700016: 'the application is not in this tenant: see TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_TYPE',
  AADSTS90002: 'the tenant does not exist: see TEAMS_TENANT_ID',
};

/** Fetches a token and keeps it fresh. Logs each problem once, and once that it is over. */
export function watchIdentity(fetchToken: () => Promise<string>, log: Log): Identity {
  let running: Promise<string> | undefined;
  let problem: string | undefined = 'no token from Microsoft yet';
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const fetchOnce = async (): Promise<string> => {
    try {
      const token = await withTimeout(fetchToken(), TIMEOUT_MS);
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
    running ??= fetchOnce().finally(() => {
      running = undefined;
    });
    return running;
  };
  const refresh = async () => {
    await token().catch(() => undefined);
    if (isStopped) return;
    const delay = failures === 0 ? REFRESH_MS : backoffDelay(failures, BACKOFF);
    timer = setTimeout(() => void refresh(), delay).unref();
  };
  void refresh();
  return {
    token,
    problem: () => problem,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** The error code of a refusal by Microsoft's sign-in; `undefined` for an error of the network. */
function codeOf(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : '';
  return /AADSTS\d{3,9}/.exec(text)?.[0] ?? /\b(?:invalid|unauthorized)_client\b/.exec(text)?.[0];
}

function networkCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
