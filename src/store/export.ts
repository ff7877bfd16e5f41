import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import type { MissedRow, Tables } from './tables.ts';

/** Smaller counts could lead to a person, and are exported as `<5`. */
const MIN_EXPORTED = 5;

/** Columns that counts can be grouped by. */
export const DIMENSIONS = ['week', 'channel', 'language', 'outcome', 'entry'] as const;
/** After every week. */
const LAST_WEEK = '9999-W53';
/** A column that counts can be grouped by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** A row of an export: the columns it is grouped by, and `number`. */
export type ExportRow = Readonly<Record<string, string | number>>;

/** The exported tables. */
export interface Exported {
  readonly counts: readonly ExportRow[];
  readonly votes: readonly ExportRow[];
  readonly reasons: readonly ExportRow[];
  readonly chosen: readonly ExportRow[];
  readonly missed: readonly ExportRow[];
}

/** What is exported; everything by default. */
export interface Wanted {
  /** Fewer dimensions give larger, so more often visible, counts. */
  readonly by?: readonly Dimension[];
  /** Names an entry: rows of which the entries get the same name are added up. */
  readonly nameOf?: (entry: string) => string;
  /** First and last week of the counts, as in `week.ts`. */
  readonly from?: string;
  readonly to?: string;
  /** The only channel that is counted. */
  readonly channel?: string;
}

/** Returns the stored counts, votes, reasons, choices and missed questions. */
export async function exportAll(
  { db }: Pick<Connection, 'db'>,
  { by = DIMENSIONS, nameOf = (entry) => entry, from = '', to = LAST_WEEK, channel }: Wanted = {},
): Promise<Exported> {
  const rowsOf = async <Table extends 'counts' | 'votes' | 'reasons' | 'chosen'>(table: Table) => {
    const { rows } = await sql<Tables[Table]>`select * from ${sql.table(table)}
      where week >= ${from} and week <= ${to}`.execute(db);
    return rows
      .filter((row) => channel === undefined || row.channel === channel)
      .map((row) => ({ ...row, entry: nameOf(row.entry) }));
  };
  const counts = await rowsOf('counts');
  const votes = await rowsOf('votes');
  const reasons = await rowsOf('reasons');
  const chosen = await rowsOf('chosen');
  const missed = (await db.selectFrom('missed').selectAll().execute()).map((row) => ({
    ...row,
    entries: row.entries.split(' ').map(nameOf).join(' '),
  }));
  const voteBy = by.filter((name) => name !== 'language' && name !== 'outcome');
  return {
    counts: totals(counts, by),
    votes: totals(
      votes.map(({ useful, ...vote }) => ({ ...vote, useful: useful === 1 ? 'yes' : 'no' })),
      [...voteBy, 'useful'],
    ),
    reasons: totals(reasons, [...voteBy, 'reason']),
    chosen: totals(
      chosen,
      by.filter((name) => name !== 'outcome'),
    ),
    missed: totals(missed, ['week', 'reason', 'language', 'text', 'entries'] satisfies (keyof MissedRow)[]),
  };
}

function totals<Name extends string>(
  rows: readonly (Readonly<Record<Name, string>> & { readonly number: number })[],
  names: readonly Name[],
): ExportRow[] {
  const sums = new Map<string, { readonly values: readonly string[]; readonly number: number }>();
  for (const row of rows) {
    const values = names.map((name) => row[name]);
    const key = JSON.stringify(values);
    sums.set(key, { values, number: (sums.get(key)?.number ?? 0) + row.number });
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { values, number }]) => ({
      ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
      number: number < MIN_EXPORTED ? `<${MIN_EXPORTED}` : number,
    }));
}

/** Returns CSV (RFC 4180); empty without rows. A cell that a spreadsheet would run as a formula is prefixed with `'`. */
export function csvOf(rows: readonly ExportRow[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [Object.keys(first), ...rows.map((row) => Object.values(row))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

const TABLES = [
  'conversations',
  'claims',
  'ballots',
  'counts',
  'votes',
  'reasons',
  'chosen',
  'missed',
] as const;

/** Returns the number of rows of each table. */
export async function rowCounts(
  db: Kysely<Tables>,
): Promise<Readonly<Record<(typeof TABLES)[number], number>>> {
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

/** Deletes all rows, also from the free pages of the file. A running bot keeps counting. */
export async function purge({ db, dialect }: Connection): Promise<void> {
  for (const table of TABLES) await db.deleteFrom(table).execute();
  await vacuum({ db, dialect });
}

/** Frees the space of deleted rows; in SQLite also the write-ahead log, which may still hold them. */
export async function vacuum({ db, dialect }: Pick<Connection, 'db' | 'dialect'>): Promise<void> {
  await (
    dialect === 'sqlite' ? sql`vacuum` : sql`vacuum ${sql.join(TABLES.map((table) => sql.table(table)))}`
  ).execute(db);
  if (dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
