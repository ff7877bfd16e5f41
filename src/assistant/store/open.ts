import type { Log } from '../channel.ts';
import type { Place, Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { createShared } from './queries.ts';
import { createResilientStore } from './resilient.ts';
import type { Patience } from './resilient.ts';
import { prepare, SCHEMA } from './schema.ts';
import type { Open } from './stay.ts';
import { within } from './within.ts';

/** Longest that a database may take for its last answer before it is relied on, in milliseconds: as long as a call. */
const PROOF_MS = 200;

/** A way to the database, with only the driver that it needs. @throws when the file cannot be opened */
export async function connect(place: Place, isPatient = true): Promise<Connection> {
  switch (place.kind) {
    case 'sqlite':
      return (await import('./sqlite.ts')).connectSqlite(place.directory, isPatient);
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
 * The store, also when the database cannot be reached: it then works without and keeps trying. Only a database of a
 * newer release is refused, with a line for the operator: a bot that is rolled back must not touch it.
 */
export async function openStore(
  place: Place,
  parts: OpenParts,
): Promise<{ readonly store: Store } | { readonly refused: string }> {
  const now = parts.now ?? Date.now;
  let isFirst = true;
  const open: Open = async (signal) => {
    const connection = await connect(place, isFirst);
    isFirst = false;
    signal.addEventListener('abort', connection.abandon);
    if (signal.aborted) connection.abandon();
    try {
      const prepared = await prepare(connection);
      if ('newer' in prepared) {
        connection.abandon();
        return prepared;
      }
      connection.hurry();
      const shared = createShared(connection, prepared.salt, now);
      await within(shared.recall('probe'), PROOF_MS);
      return shared;
    } catch (error) {
      connection.abandon();
      throw error;
    }
  };
  const store = createResilientStore({ ...parts, open });
  const newer = await store.tried;
  if (newer === undefined) return { store };
  await store.close();
  return { refused: newerSchema(newer) };
}

export function newerSchema(schema: number): string {
  return `The database is of a newer release (schema ${schema}; this one knows ${SCHEMA}). Run that release, or restore the back-up from before the upgrade.`;
}
