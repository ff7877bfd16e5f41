import { randomUUID } from 'node:crypto';
import type { CountRow, MissedRow, VoteRow } from './tables.ts';

/** A row to be added to what is stored: its `number` is added to the one that is there. */
export type Row =
  | ({ readonly table: 'counts' } & CountRow)
  | ({ readonly table: 'votes' } & VoteRow)
  | ({ readonly table: 'missed' } & MissedRow);

/** Rows that are stored together; whoever stores it twice under its id changes nothing. */
export interface Batch {
  readonly id: string;
  readonly rows: readonly Row[];
}

/** What waits to be stored. Equal rows are one, so it stays small however long the wait. */
export interface Queue {
  readonly add: (row: Row) => void;
  /** What to store now; the same again until `done`. Nothing when there is nothing. */
  readonly next: () => Batch | undefined;
  readonly done: (batch: Batch) => void;
  /** Tells that it could not be stored: what fails often is let go, or it would hold up all that comes after it. */
  readonly failed: (batch: Batch) => void;
  /** Rows that wait. */
  readonly size: () => number;
  /** How many things were not kept because too much waited. */
  readonly dropped: () => number;
}

const MOST_ROWS = 10_000;
const MOST_IN_BATCH = 1_000;
const MOST_TRIES = 10;

export function createQueue(most = MOST_ROWS): Queue {
  const waiting = new Map<string, Row>();
  let sent: Batch | undefined;
  let tries = 0;
  let dropped = 0;
  const size = () => waiting.size + (sent?.rows.length ?? 0);
  return {
    add: (written) => {
      const row = storable(written);
      const key = JSON.stringify({ ...row, number: 0 });
      const known = waiting.get(key);
      if (known !== undefined) waiting.set(key, { ...row, number: known.number + row.number });
      else if (size() < most) waiting.set(key, row);
      else dropped += row.number;
    },
    next: () => {
      if (sent !== undefined || waiting.size === 0) return sent;
      // In one order, so that two replicas that store the same rows never wait for each other.
      const keys = [...waiting.keys()].slice(0, MOST_IN_BATCH).sort();
      sent = { id: randomUUID(), rows: keys.flatMap((key) => waiting.get(key) ?? []) };
      for (const key of keys) waiting.delete(key);
      return sent;
    },
    done: (batch) => {
      if (sent === batch) sent = undefined;
      tries = 0;
    },
    failed: (batch) => {
      tries += 1;
      if (sent !== batch || tries < MOST_TRIES) return;
      sent = undefined;
      tries = 0;
      for (const { number } of batch.rows) dropped += number;
    },
    size,
    dropped: () => dropped,
  };
}

/** PostgreSQL takes no U+0000 in a text. */
function storable<T extends Row>(row: T): T {
  const clean = Object.entries(row).map(([name, value]: [string, string | number]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\u0000', '') : value,
  ]);
  return Object.fromEntries(clean) as T;
}
