import { REASONS } from '../../core/index.ts';
import type { Reason } from '../../core/index.ts';
import type { Shown, StoredRow, StoredTables } from '../store.ts';

/** What is counted of an entry, a topic, a week, or everything. Absent numbers are 0. */
export interface Figures {
  /** Every message and button that got a reply. */
  readonly asked: Shown;
  readonly answered: Shown;
  /** Replies that the guidance says nothing. */
  readonly silent: Shown;
  /** Replies that offered entries to choose from. */
  readonly offered: Shown;
  /** Choices out of those. */
  readonly chosen: Shown;
  readonly unknown: Shown;
  readonly useful: Shown;
  readonly notUseful: Shown;
  readonly reasons: Readonly<Record<Reason, Shown>>;
}

/**
 * Returns the figures by the values of a column; without one, one row with the name `undefined`. `plain` has the numbers grouped
 * by that column alone, `split` also by outcome.
 */
export function figuresBy(
  column: 'entry' | 'week' | undefined,
  plain: StoredTables,
  split: Pick<StoredTables, 'counts'>,
): ReadonlyMap<string | undefined, Figures> {
  const nameOf = (row: StoredRow) => (column === undefined ? undefined : String(row[column] ?? ''));
  /** The numbers of a table by name and, for some, by one more column. */
  const numbersIn = (table: readonly StoredRow[], more?: string) => {
    const keyOf = (name: string | undefined, value: Shown | undefined) => JSON.stringify([name, value]);
    const numbers = new Map(
      table.map((row) => [keyOf(nameOf(row), more === undefined ? undefined : row[more]), row.number ?? 0]),
    );
    return (name: string | undefined, value?: string) => numbers.get(keyOf(name, value)) ?? 0;
  };
  const asked = numbersIn(plain.counts);
  const outcomes = numbersIn(split.counts, 'outcome');
  const chosen = numbersIn(plain.chosen);
  const votes = numbersIn(plain.votes, 'useful');
  const reasons = numbersIn(plain.reasons, 'reason');
  const rows = [...plain.counts, ...plain.votes, ...plain.chosen, ...plain.reasons];
  return new Map(
    [...new Set(rows.map(nameOf))].map((name): [string | undefined, Figures] => [
      name,
      {
        asked: asked(name),
        answered: outcomes(name, 'answer'),
        silent: outcomes(name, 'silent'),
        offered: outcomes(name, 'choices'),
        chosen: chosen(name),
        unknown: outcomes(name, 'unknown'),
        useful: votes(name, 'yes'),
        notUseful: votes(name, 'no'),
        reasons: Object.fromEntries(
          REASONS.map((reason) => [reason, reasons(name, reason)]),
        ) as Figures['reasons'],
      },
    ]),
  );
}

/** The figures when nothing was counted. */
export const NO_FIGURES: Figures = {
  asked: 0,
  answered: 0,
  silent: 0,
  offered: 0,
  chosen: 0,
  unknown: 0,
  useful: 0,
  notUseful: 0,
  reasons: { 'wrong-subject': 0, unclear: 0, incomplete: 0, other: 0 },
};

/** Returns the height of a number in a chart, and its place in an order: a hidden one is between 0 and 5. */
export function sizeOf(shown: Shown): number {
  return typeof shown === 'number' ? shown : 2.5;
}
