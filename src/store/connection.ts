import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A way to the database; both kinds take the same queries. */
export interface Connection {
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** How long a call that finds the database locked waits from now on, and the process with it, in milliseconds. */
  readonly setWait: (milliseconds: number) => void;
  /** Lets go at once, also of a database that answers nothing more. What runs, fails or never ends. */
  readonly abandon: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Does all or nothing. SQLite takes its lock for writing at the beginning: one taken later would fail at once when
 * another process wrote in between, instead of waiting (https://sqlite.org/lang_transaction.html#immediate).
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
      // What made the work fail tells more than why it could not be undone, and a lost connection undoes it too.
      await sql`rollback`.execute(one).catch(() => undefined);
      throw error;
    }
  });
}
