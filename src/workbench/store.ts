/** A number of events, or `<5`: smaller ones could lead to a person. */
export type Shown = string | number;

/** A row of stored numbers that were added up: the columns they are grouped by, and `number`. */
export type StoredRow = Readonly<Record<string, Shown>>;

/** Columns that numbers can be grouped by. */
export type Dimension = 'week' | 'channel' | 'language' | 'outcome' | 'entry';

/** What is wanted of the stored numbers; everything by default. */
export interface StoreQuery {
  readonly by?: readonly Dimension[];
  /** Names an entry: rows of which the entries get the same name are added up. */
  readonly nameOf?: (entry: string) => string;
  /** First and last ISO 8601 week (`2026-W47`). */
  readonly from?: string;
  readonly to?: string;
  readonly channel?: string;
}

/** The tables of the bot's database, as `npm run data -- export` has them. */
export interface StoredTables {
  readonly counts: readonly StoredRow[];
  readonly votes: readonly StoredRow[];
  readonly reasons: readonly StoredRow[];
  readonly chosen: readonly StoredRow[];
  readonly missed: readonly StoredRow[];
}

/** The bot's database, handed over by the command line. Each method rejects when it cannot be used. */
export interface StoreReader {
  readonly tables: (query: StoreQuery) => Promise<StoredTables>;
  /** Returns the secret for a purpose: the same as long as the database is. */
  readonly secret: (purpose: string) => Promise<string>;
}
