import type { Log } from '../../src/shared/log.ts';
import { oncePerMinute } from '../../src/shared/once-per-minute.ts';

const noop = () => undefined;
/** What Slack's SDK calls to log; its level is of the SDK's own type. */
interface SdkLogger {
  readonly debug: () => void;
  readonly info: () => void;
  readonly warn: (message: unknown) => void;
  readonly error: (message: unknown) => void;
  readonly setLevel: () => void;
  readonly setName: () => void;
}

const MAX_LOGGED = 200;
/** How Bolt's line for a request with a wrong signature or time begins; its rest says which. */
const REFUSED = 'Failed to parse and verify the request data: ';

/** Logs warnings and errors of the SDK, cut to their first line: its details can hold what a person typed. */
export function loggerFor(log: Log): SdkLogger {
  const line = (message: unknown) =>
    String(message instanceof Error ? message.name : message)
      .split('\n', 1)[0]
      ?.slice(0, MAX_LOGGED) ?? '';
  const logRefused = oncePerMinute((count, reason: string) => {
    log.warn({ count, reason }, 'requests that Slack did not sign were refused');
  });
  return {
    debug: noop,
    info: noop,
    warn: (message: unknown) => {
      const text = line(message);
      if (text.startsWith(REFUSED)) logRefused(text.slice(REFUSED.length));
      else log.warn({ from: 'slack' }, text);
    },
    error: (message: unknown) => {
      log.error({ from: 'slack' }, line(message));
    },
    setLevel: noop,
    setName: noop,
  };
}
