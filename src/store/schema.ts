import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { transact } from './connection.ts';
import type { Connection } from './connection.ts';

type Migration = (db: Kysely<Tables>, dialect: Connection['dialect']) => Promise<void>;

/** Only ever added to: what a release has run stays as it is. */
const MIGRATIONS: readonly Migration[] = [
  async ({ schema }, dialect) => {
    await schema
      .createTable('conversations')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('claims')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    for (const table of ['conversations', 'claims'] as const) {
      await schema.createIndex(`${table}_until`).on(table).column('until').execute();
    }
    await schema
      .createTable('counts')
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('counts_key', ['week', 'channel', 'language', 'outcome', 'entry'])
      .execute();
    await schema
      .createTable('votes')
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('useful', 'integer', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('votes_key', ['week', 'channel', 'entry', 'useful'])
      .execute();
    const missed = schema
      .createTable('missed')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull());
    // Row numbers would tell in which order the questions of a week came.
    await (dialect === 'sqlite' ? missed.modifyEnd(sql`without rowid`) : missed).execute();
  },
];

/** The schema that this release makes and understands. */
export const SCHEMA = MIGRATIONS.length;
/** Any number, the same in every replica; PostgreSQL lets one of them migrate at a time. */
const LOCK = 7_120_261_122;

/** What stands ready: the salt that keys are hashed with; or the number of a schema that a newer release made. */
export type Prepared = { readonly salt: string } | { readonly newer: number };

/** Brings the database to this release's schema, with any number of replicas doing so at once; and proves that it can be written. */
export function prepare(connection: Connection): Promise<Prepared> {
  return transact(connection, async (db) => {
    if (connection.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
    await db.schema
      .createTable('meta')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    const done = Number((await valueOf(db, 'schema')) ?? 0);
    if (done > SCHEMA) return { newer: done };
    for (const migration of MIGRATIONS.slice(done)) await migration(db, connection.dialect);
    await put(db, 'schema', String(SCHEMA));
    await put(db, 'probe', randomBytes(8).toString('hex'));
    const known = await valueOf(db, 'salt');
    if (known !== undefined) return { salt: known };
    const salt = randomBytes(32).toString('base64url');
    await put(db, 'salt', salt);
    return { salt };
  });
}

async function valueOf(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

async function put(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
