import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { SqliteDatabase } from 'kysely';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** Name of the database file; while it is open, SQLite adds files with `-wal` and `-shm`. */
export const SQLITE_FILE = 'handreiking.sqlite';

/**
 * Opens the database file in this directory, creating both if needed. Local disks only: SQLite's locks do not work on
 * network drives. `busyTimeout`: how many milliseconds a call, and the whole process, waits while another process
 * writes. @throws when the directory cannot be written
 */
export function connectSqlite(directory: string, busyTimeout: number): Connection {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, SQLITE_FILE);
  // Readable for the bot's own user only; SQLite gives its other files the same mode.
  closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    // NORMAL: a power cut may lose the last seconds but does not corrupt the file; FULL waits for the disk at each write.
    // Deleted rows are overwritten, because they may hold questions.
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
    setBusyTimeout: (milliseconds) => {
      file.exec(`pragma busy_timeout = ${milliseconds}`);
    },
    close: () => {
      abandon();
      return Promise.resolve();
    },
  };
}

/** Kysely expects the interface of better-sqlite3. */
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
