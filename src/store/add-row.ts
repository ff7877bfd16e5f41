import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Row } from './queue.ts';
import type { Tables } from './tables.ts';

/** The columns that a row of each table is known by. */
const KEYS = {
  counts: ['week', 'channel', 'language', 'outcome', 'entry'],
  votes: ['week', 'channel', 'entry', 'useful'],
  reasons: ['week', 'channel', 'entry', 'reason'],
  chosen: ['week', 'channel', 'language', 'entry'],
  missed: ['id'],
} as const satisfies { [Table in Row['table']]: readonly (keyof Tables[Table])[] };

/** Writes a row, or adds its number to the row with the same key. A question with nothing left of its number is deleted. */
export async function addRow(db: Kysely<Tables>, row: Row): Promise<void> {
  if (row.table !== 'missed') return addUp(db, row);
  const { week, reason, language, text, entries } = row;
  const id = createHash('sha256')
    .update(JSON.stringify([week, reason, language, text, entries]))
    .digest('base64url');
  await addUp(db, { ...row, id });
  await db.deleteFrom('missed').where('id', '=', id).where('number', '<=', 0).execute();
}

async function addUp(
  db: Kysely<Tables>,
  { table, ...row }: Row | (Row & { readonly id: string }),
): Promise<void> {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const key = sql.join(KEYS[table].map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})
    on conflict (${key}) do update set number = ${sql.ref(`${table}.number`)} + excluded.number`.execute(db);
}
