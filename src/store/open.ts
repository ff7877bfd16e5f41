import type { Log } from '../shared/log.ts';
import { StartError } from '../shared/start-error.ts';
import type { Place, Store } from './types.ts';
import type { Connection } from './connection.ts';
import { createShared } from './queries.ts';
import { createResilientStore, PATIENCE } from './resilient.ts';
import type { Patience } from './resilient.ts';
import { prepare, SCHEMA } from './schema.ts';
import type { Open } from './stay.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** As long as nobody is served yet, there is time: several processes may be making the same file. */
const FIRST_WAIT_MS = 2_000;
/** Share of the time of a call that may go by in waiting for a file that another process writes. */
const WAIT_SHARE = 1 / 2;

/**
 * A way to the database, with only the driver that it needs. `wait`: for a file that another process writes, in
 * milliseconds. @throws when the file cannot be opened
 */
export async function connect(place: Place, wait = FIRST_WAIT_MS): Promise<Connection> {
  switch (place.kind) {
    case 'sqlite':
      return (await import('./sqlite.ts')).connectSqlite(place.directory, wait);
    case 'postgres':
      return (await import('./postgres.ts')).connectPostgres(place.url);
  }
}

export interface OpenParts {
  readonly log: Log;
  readonly now?: () => number;
  readonly patience?: Partial<Patience>;
}

/**
 * The store, also when the database cannot be reached: it then works without and keeps trying. A bot that is
 * rolled back must not touch the database of a newer release. @throws {StartError} for such a database
 */
export async function openStore(place: Place, parts: OpenParts): Promise<Store> {
  const now = parts.now ?? Date.now;
  const patience = { ...PATIENCE, ...parts.patience };
  const wait = patience.call * WAIT_SHARE;
  let firstWait = Math.max(wait, FIRST_WAIT_MS);
  const open: Open = async (signal) => {
    const connection = await connect(place, firstWait);
    firstWait = wait;
    signal.addEventListener('abort', connection.abandon);
    if (signal.aborted) connection.abandon();
    try {
      const prepared = await prepare(connection);
      if ('newer' in prepared) {
        connection.abandon();
        return prepared;
      }
      connection.setWait(wait);
      const shared = createShared(connection, prepared.salt, now);
      // Relied on only when it answers as quickly as a call must be answered.
      await withTimeout(shared.recall('probe'), patience.call);
      return shared;
    } catch (error) {
      connection.abandon();
      throw error;
    }
  };
  const store = createResilientStore({ ...parts, patience, open, now });
  const newer = await store.tried;
  if (newer === undefined) return store;
  await store.close();
  throw new StartError(newerSchema(newer));
}

/** What an operator is told of a database whose schema has a higher number than this release knows. */
export function newerSchema(schema: number): string {
  return `The database is of a newer release (schema ${schema}; this one knows ${SCHEMA}). Run that release, or restore the back-up from before the upgrade.`;
}
