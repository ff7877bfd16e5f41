import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import type { MissedRow, Tables } from './tables.ts';

/** Counts below this could lead to a person, and are shown as `<5`. */
const FEWEST_SHOWN = 5;

/** What counts can be told apart by. */
export const DIMENSIONS = ['week', 'channel', 'language', 'outcome', 'entry'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A line of an export: names and values, and how often. */
export type Line = Readonly<Record<string, string | number>>;

export interface Exported {
  readonly counts: readonly Line[];
  readonly votes: readonly Line[];
  readonly missed: readonly Line[];
}

/** Everything that may be seen of what is kept. Fewer dimensions give larger, so more often visible, counts. */
export async function exportAll(
  { db }: Pick<Connection, 'db'>,
  by: readonly Dimension[] = DIMENSIONS,
): Promise<Exported> {
  const counts = await db.selectFrom('counts').selectAll().execute();
  const votes = await db.selectFrom('votes').selectAll().execute();
  const missed = await db.selectFrom('missed').selectAll().execute();
  const voteBy = by.filter((name) => name !== 'language' && name !== 'outcome');
  return {
    counts: totals(counts, by),
    votes: totals(
      votes.map(({ useful, ...vote }) => ({ ...vote, useful: useful === 1 ? 'yes' : 'no' })),
      [...voteBy, 'useful'],
    ),
    missed: totals(missed, ['week', 'reason', 'language', 'text'] satisfies (keyof MissedRow)[]),
  };
}

function totals<Name extends string>(
  rows: readonly (Readonly<Record<Name, string>> & { readonly number: number })[],
  names: readonly Name[],
): Line[] {
  const sums = new Map<string, { readonly values: readonly string[]; readonly number: number }>();
  for (const row of rows) {
    const values = names.map((name) => row[name]);
    const key = JSON.stringify(values);
    sums.set(key, { values, number: (sums.get(key)?.number ?? 0) + row.number });
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { values, number }]) => ({
      ...Object.fromEntries(names.map((name, place) => [name, values[place] ?? ''])),
      number: number < FEWEST_SHOWN ? `<${FEWEST_SHOWN}` : number,
    }));
}

/** A table for a spreadsheet (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvOf(lines: readonly Line[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [Object.keys(first), ...lines.map((line) => Object.values(line))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

const TABLES = ['conversations', 'claims', 'counts', 'votes', 'missed'] as const;

/** How many rows each table has. */
export async function sizes(db: Kysely<Tables>): Promise<Readonly<Record<(typeof TABLES)[number], number>>> {
  const rows = await Promise.all(
    TABLES.map(async (table) => {
      const row = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirst();
      return [table, row?.rows ?? 0] as const;
    }),
  );
  return Object.fromEntries(rows) as Record<(typeof TABLES)[number], number>;
}

/** Deletes everything that was kept, also from the free space of the file. A bot that runs goes on counting. */
export async function purge({ db, dialect }: Connection): Promise<void> {
  for (const table of TABLES) await db.deleteFrom(table).execute();
  await tidy({ db, dialect });
}

/** Gives back the space of what was deleted; in SQLite also the log in which it may still be read. */
export async function tidy({ db, dialect }: Pick<Connection, 'db' | 'dialect'>): Promise<void> {
  await (
    dialect === 'sqlite' ? sql`vacuum` : sql`vacuum ${sql.join(TABLES.map((table) => sql.table(table)))}`
  ).execute(db);
  if (dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
