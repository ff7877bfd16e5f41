import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database. Both dialects take the same queries. */
export interface Connection {
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** Sets how many milliseconds a call waits for a lock of SQLite. The whole process waits with it. */
  readonly setBusyTimeout: (milliseconds: number) => void;
  /** Closes at once, also when the database does not respond. Queries that run are rejected or never settle. */
  readonly abandon: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Runs `work` in a transaction and returns its result; rolls back and rejects when it rejects. SQLite takes the write lock
 * at the beginning: a lock taken later fails at once, without waiting, when another process wrote in between
 * (https://sqlite.org/lang_transaction.html#immediate).
 */
export function transact<T>(
  { db, dialect }: Pick<Connection, 'db' | 'dialect'>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (one) => {
    await (dialect === 'sqlite' ? sql`begin immediate` : sql`begin`).execute(one);
    try {
      const result = await work(one);
      await sql`commit`.execute(one);
      return result;
    } catch (error) {
      // The first error tells more than that of the rollback, and a lost connection rolls back too.
      await sql`rollback`.execute(one).catch(() => undefined);
      throw error;
    }
  });
}
