import type { Log } from '../shared/log.ts';
import { StartError } from '../shared/start-error.ts';
import type { StoreLocation, Store } from './types.ts';
import type { Connection } from './connection.ts';
import { createQueries } from './queries.ts';
import { createResilientStore, TIMEOUTS } from './resilient.ts';
import type { Timeouts } from './resilient.ts';
import { migrate, SCHEMA } from './schema.ts';
import type { Open } from './reconnector.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** Busy timeout of SQLite during start-up, in milliseconds: several processes may create the same file. */
const FIRST_BUSY_TIMEOUT = 2_000;
/** Share of the timeout of a call that may be spent on waiting for a lock of SQLite. */
const BUSY_SHARE = 1 / 2;

/**
 * Opens the database, loading only the driver that it needs. `busyTimeout`: how long a call waits for a lock of SQLite,
 * in milliseconds. @throws when the file cannot be opened
 */
export async function connect(
  location: StoreLocation,
  busyTimeout = FIRST_BUSY_TIMEOUT,
): Promise<Connection> {
  switch (location.kind) {
    case 'sqlite':
      return (await import('./sqlite.ts')).connectSqlite(location.directory, busyTimeout);
    case 'postgres':
      return (await import('./postgres.ts')).connectPostgres(location.url);
  }
}

/** What a store is opened with. */
export interface OpenParts {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly timeouts?: Partial<Timeouts>;
}

/**
 * The store in a database. While that cannot be reached, it uses process memory and keeps reconnecting.
 * @throws {StartError} for a database of a newer release, which a bot that was rolled back must not touch
 */
export async function openStore(location: StoreLocation, parts: OpenParts): Promise<Store> {
  const now = parts.now ?? Date.now;
  const timeouts = { ...TIMEOUTS, ...parts.timeouts };
  const busyTimeout = timeouts.call * BUSY_SHARE;
  let nextBusyTimeout = Math.max(busyTimeout, FIRST_BUSY_TIMEOUT);
  const open: Open = async (signal) => {
    const connection = await connect(location, nextBusyTimeout);
    nextBusyTimeout = busyTimeout;
    signal.addEventListener('abort', connection.abandon);
    if (signal.aborted) connection.abandon();
    try {
      const migrated = await migrate(connection);
      if ('newer' in migrated) {
        connection.abandon();
        return migrated;
      }
      connection.setBusyTimeout(busyTimeout);
      const queries = createQueries(connection, migrated.salt, now);
      // A database that is slower than the timeout of a call is not used.
      await withTimeout(queries.recall('probe'), timeouts.call);
      return queries;
    } catch (error) {
      connection.abandon();
      throw error;
    }
  };
  const store = createResilientStore({ ...parts, timeouts, open, now });
  const newer = await store.firstAttempt;
  if (newer === undefined) return store;
  await store.close();
  throw new StartError(newerSchema(newer));
}

/** Advice to the operator about a database with a newer schema than this release knows. */
export function newerSchema(schema: number): string {
  return `The database is of a newer release (schema ${schema}; this one knows ${SCHEMA}). Run that release, or restore the back-up from before the upgrade.`;
}
