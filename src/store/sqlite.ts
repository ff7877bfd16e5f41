import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { SqliteDatabase } from 'kysely';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** Beside it SQLite keeps `-wal` and `-shm` while it is open. */
export const SQLITE_FILE = 'handreiking.sqlite';
/**
 * Opens the file in this directory, and makes both when they are not there. Local disks only: SQLite's locks do not
 * hold on network drives. `wait`: how long a call waits, and the whole process with it, while another process writes,
 * in milliseconds. @throws when the directory cannot be written
 */
export function connectSqlite(directory: string, wait: number): Connection {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, SQLITE_FILE);
  // For the bot's own user only; what SQLite makes beside it gets the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path, { timeout: wait });
  try {
    // NORMAL: a power cut may lose the last seconds but breaks nothing; FULL would wait for the disk at every answer.
    // What is deleted is overwritten, as questions may be among it.
    file.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on; pragma journal_size_limit = 4194304',
    );
  } catch (error) {
    file.close();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKysely(file) }) });
  const abandon = () => {
    if (file.isOpen) file.close();
  };
  return {
    dialect: 'sqlite',
    db,
    abandon,
    setWait: (milliseconds) => {
      file.exec(`pragma busy_timeout = ${milliseconds}`);
    },
    close: () => {
      abandon();
      return Promise.resolve();
    },
  };
}

/** Kysely asks for the interface of better-sqlite3. */
function asKysely(file: DatabaseSync): SqliteDatabase {
  return {
    close: () => {
      if (file.isOpen) file.close();
    },
    prepare: (text) => {
      const statement = file.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SqlValue[])),
        run: (values) => statement.run(...(values as SqlValue[])),
        iterate: (values) => statement.iterate(...(values as SqlValue[])),
      };
    },
  };
}

type SqlValue = string | number | bigint | null;
