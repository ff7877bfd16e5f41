import type { Log } from '../shared/log.ts';
import type { DatabaseQueries } from './queries.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** Opens the database and proves that it can be written; returns `{ newer }` when its schema is of a later release. */
export type Open = (signal: AbortSignal) => Promise<DatabaseQueries | { readonly newer: number }>;

/** A database connection that is kept up. */
export interface Reconnector {
  /** The queries of the open database; `undefined` while it fails. */
  readonly queries: () => DatabaseQueries | undefined;
  /** Why it fails, as a code; `undefined` while it works. */
  readonly problem: () => string | undefined;
  /** Reports a failed query: abandons the connection and opens another. */
  readonly failed: (queries: DatabaseQueries, error: unknown) => void;
  /** Settles after the first attempt, with the schema of a later release or `undefined`. */
  readonly firstAttempt: Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

/** What a reconnector is made with. */
export interface ReconnectorParts {
  readonly open: Open;
  readonly log: Log;
  /** Delay between attempts, in milliseconds. */
  readonly retry: number;
  /** For one attempt, in milliseconds. */
  readonly attemptTimeout: number;
}

/** Delay of the first attempt after a failure: a connection that was reset works again at once. */
const SOON_MS = 100;

/** Opens a database, and opens it again in the background whenever it fails. */
export function createReconnector({ open, log, retry, attemptTimeout }: ReconnectorParts): Reconnector {
  let queries: DatabaseQueries | undefined;
  let since = 0;
  let problem: string | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const report = (reason: string) => {
    // Once for each reason, not at every attempt.
    if (problem === reason) return;
    problem = reason;
    log.error({ reason }, 'the database fails; the bot answers without it and keeps trying');
  };
  const scheduleAttempt = (delay: number) => {
    if (isClosed) return;
    timer = setTimeout(() => void attempt(), delay);
    timer.unref();
  };

  async function attempt(): Promise<number | undefined> {
    const abort = new AbortController();
    try {
      const opened = await withTimeout(open(abort.signal), attemptTimeout);
      if ('newer' in opened) {
        report(`its schema ${opened.newer} is of a newer release`);
        scheduleAttempt(retry);
        return opened.newer;
      }
      if (isClosed) {
        opened.abandon();
        return undefined;
      }
      queries = opened;
      since = Date.now();
      if (problem !== undefined) log.info({}, 'the database works again');
      problem = undefined;
    } catch (error) {
      abort.abort();
      report(reasonOf(error));
      scheduleAttempt(retry);
    }
    return undefined;
  }

  return {
    firstAttempt: attempt(),
    queries: () => queries,
    problem: () => problem,
    failed: (one, error) => {
      // Of calls that fail together only the first is reported.
      if (one !== queries) return;
      queries = undefined;
      one.abandon();
      report(reasonOf(error));
      // A database that fails right after it was opened gets the longer delay.
      scheduleAttempt(Date.now() - since > retry ? SOON_MS : retry);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const last = queries;
      queries = undefined;
      if (last !== undefined) await withTimeout(last.close(), attemptTimeout).catch(last.abandon);
    },
  };
}

/** Messages of `pg` for errors without a code. */
const WITHOUT_CODE =
  /^(?:timeout expired|Connection terminated[a-z ]*|The server does not support SSL connections|SASL: [\w :,-]+)$/;

/** The code of what went wrong: messages may hold an address, a name or a value. */
export function reasonOf(error: unknown): string {
  const { code, errcode, name, message } = (typeof error === 'object' ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof errcode === 'number') return `SQLite ${errcode}`;
  if (typeof code === 'string') return code;
  if (typeof message === 'string' && WITHOUT_CODE.test(message)) return message;
  return typeof name === 'string' ? name : 'unknown';
}
