import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { transact } from './connection.ts';
import type { Connection } from './connection.ts';

type Migration = (db: Kysely<Tables>, dialect: Connection['dialect']) => Promise<void>;

/** Append only: a migration that was released is never changed. */
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
    // Row ids would keep the order in which the questions of a week were asked.
    await (dialect === 'sqlite' ? missed.modifyEnd(sql`without rowid`) : missed).execute();
  },
  async ({ schema }) => {
    await schema
      .createTable('ballots')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('useful', 'integer', (column) => column.notNull())
      .addColumn('changes', 'integer', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('ballots_until').on('ballots').column('until').execute();
  },
  async ({ schema }) => {
    for (const name of ['reason', 'was_reason']) {
      await schema
        .alterTable('ballots')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
        .execute();
    }
    await schema
      .alterTable('ballots')
      .addColumn('was_useful', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .createTable('reasons')
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('reasons_key', ['week', 'channel', 'entry', 'reason'])
      .execute();
  },
  async ({ schema }) => {
    await schema
      .createTable('chosen')
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('chosen_key', ['week', 'channel', 'language', 'entry'])
      .execute();
    await schema
      .alterTable('missed')
      .addColumn('entries', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  },
];

/** Number of the schema of this release. */
export const SCHEMA = MIGRATIONS.length;
/** Key of the advisory lock under which one replica at a time migrates; an arbitrary number. */
const LOCK = 7_120_261_122;

/** `salt`: for pseudonyms; `newer`: the number of a schema of a newer release, which is left as it is. */
export type Migrated = { readonly salt: string } | { readonly newer: number };

/** Migrates the database to the schema of this release and checks that it can be written; replicas may do so at once. */
export function migrate(connection: Connection): Promise<Migrated> {
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
    const stored = await valueOf(db, 'salt');
    if (stored !== undefined) return { salt: stored };
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
