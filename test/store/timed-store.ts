import { openStore, connect } from '../../src/store/open.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { CountedEvent, StoreLocation } from '../../src/store/index.ts';
import type { Tables } from '../../src/store/tables.ts';
import type { Previous } from '../../src/core/index.ts';
import { NO_LOG } from '../../src/shared/log.ts';

/** A Sunday. */
export const NOW = Date.UTC(2026, 10, 22, 12);
export const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;

/** What is remembered of an answer with this entry, and what is counted of one. */
export const about = (entry: string): Previous => ({ entry, missed: false, language: 'nl' });
export const reply: CountedEvent = {
  kind: 'reply',
  channel: 'web',
  language: 'nl',
  outcome: 'answer',
  entry: 'open',
};

/** A store with a clock that the test moves. */
export async function storeAt(place: StoreLocation) {
  let time = NOW;
  const store = await openStore(place, { log: NO_LOG, now: () => time });
  return { ...store, pass: (milliseconds: number) => (time += milliseconds) };
}

/** Looks into a database from outside a store. */
export async function looking<T>(
  place: StoreLocation,
  look: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connect(place);
  try {
    return await look(connection);
  } finally {
    await connection.close();
  }
}

/** All that a table holds. */
export const rowsOf = (place: StoreLocation, table: keyof Tables) =>
  looking(place, ({ db }) => db.selectFrom(table).selectAll().execute());
