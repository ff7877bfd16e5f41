import { randomUUID } from 'node:crypto';
import type { ChosenRow, CountRow, MissedRow, ReasonRow, VoteRow } from './tables.ts';

/** A row to write: its `number`, -1 for a vote or a reason that was changed, is added to that of the stored row with the same key. */
export type Row =
  | ({ readonly table: 'counts' } & CountRow)
  | ({ readonly table: 'votes' } & VoteRow)
  | ({ readonly table: 'reasons' } & ReasonRow)
  | ({ readonly table: 'chosen' } & ChosenRow)
  | ({ readonly table: 'missed' } & MissedRow);

/** Rows that are written in one transaction; writing a batch twice is deduplicated by its id. */
export interface Batch {
  readonly id: string;
  readonly rows: readonly Row[];
}

/** The write queue. Rows with the same key are added up, so that it stays small while the database fails. */
export interface Queue {
  readonly add: (row: Row) => void;
  /** Returns the batch to write: the same one until `done`; `undefined` when the queue is empty. */
  readonly next: () => Batch | undefined;
  readonly done: (batch: Batch) => void;
  /** Reports a failed write. A batch that fails ten times is dropped, because it blocks all rows after it. */
  readonly failed: (batch: Batch) => void;
  /** Number of rows, with those of the batch. */
  readonly size: () => number;
  /** Number of counts in all dropped rows. */
  readonly dropped: () => number;
}

const MAX_ROWS = 10_000;
const MAX_BATCH_ROWS = 1_000;
const MAX_ATTEMPTS = 10;

/** Returns an empty queue; a new row is dropped when there are `maxRows`. */
export function createQueue(maxRows = MAX_ROWS): Queue {
  const waiting = new Map<string, Row>();
  let sent: Batch | undefined;
  let attempts = 0;
  let dropped = 0;
  const size = () => waiting.size + (sent?.rows.length ?? 0);
  return {
    add: (written) => {
      const row = withoutNul(written);
      const key = JSON.stringify({ ...row, number: 0 });
      const known = waiting.get(key);
      if (known !== undefined) waiting.set(key, { ...row, number: known.number + row.number });
      else if (size() < maxRows) waiting.set(key, row);
      else dropped += Math.abs(row.number);
    },
    next: () => {
      if (sent !== undefined || waiting.size === 0) return sent;
      // Sorted, so that replicas lock the same rows in the same order and cannot deadlock.
      const keys = [...waiting.keys()].slice(0, MAX_BATCH_ROWS).sort();
      sent = { id: randomUUID(), rows: keys.flatMap((key) => waiting.get(key) ?? []) };
      for (const key of keys) waiting.delete(key);
      return sent;
    },
    done: (batch) => {
      if (sent === batch) sent = undefined;
      attempts = 0;
    },
    failed: (batch) => {
      attempts += 1;
      if (sent !== batch || attempts < MAX_ATTEMPTS) return;
      sent = undefined;
      attempts = 0;
      for (const { number } of batch.rows) dropped += Math.abs(number);
    },
    size,
    dropped: () => dropped,
  };
}

/** PostgreSQL refuses U+0000 in text. */
function withoutNul<T extends Row>(row: T): T {
  const clean = Object.entries(row).map(([name, value]: [string, string | number]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\u0000', '') : value,
  ]);
  return Object.fromEntries(clean) as T;
}
