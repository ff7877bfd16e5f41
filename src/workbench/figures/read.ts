import type { KnownEntry } from '../working-copy/known-entries.ts';
import type { StoreQuery, StoreReader } from '../store.ts';
import { figuresBy, NO_FIGURES, sizeOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { weekAfter, weeksBetween } from './weeks.ts';

/** Which numbers are shown. */
export interface Filter {
  /** The last so many weeks; all of them when absent. */
  readonly weeks: number | undefined;
  readonly channel: string | undefined;
}

/** Figures with what they are about. */
export interface NamedFigures extends Figures {
  readonly name: string;
  /** Id of the entry that they are about, when it is still there. */
  readonly entry?: string;
}

/** What the page with figures shows. */
export interface Overview {
  readonly all: Figures;
  /** Oldest first, without gaps. */
  readonly weeks: readonly (Figures & { readonly week: string })[];
  /** Most asked first. */
  readonly topics: readonly NamedFigures[];
  readonly entries: readonly NamedFigures[];
  /** All channels that there are numbers of. */
  readonly channels: readonly string[];
}

/** Stands for entries that are not in the knowledge any more. */
const GONE = 'Niet meer in de kennis';

/** Reads the figures. `now`: the last week. Rejects when the store cannot be used. */
export async function readOverview(
  store: StoreReader,
  entries: readonly KnownEntry[],
  { weeks, channel }: Filter,
  now: string,
): Promise<Overview> {
  const period: StoreQuery = {
    ...(weeks !== undefined && { from: weekAfter(now, 1 - weeks) }),
    ...(channel !== undefined && { channel }),
  };
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const older = Map.groupBy(entries, ({ id }) => id.slice(id.indexOf('/') + 1));
  // Numbers of before 2026-12 do not tell the guidance.
  const entryOf = (id: string) => known.get(id) ?? older.get(id)?.[0];
  const named = (nameOf: (entry: KnownEntry) => string) => (id: string) => {
    if (id === '') return '';
    const entry = entryOf(id);
    return entry === undefined ? GONE : nameOf(entry);
  };
  const rowsBy = async (column: 'entry' | 'week' | undefined, more: StoreQuery = {}) => {
    const by = column === undefined ? [] : [column];
    const plain = await store.tables({ ...period, ...more, by });
    return figuresBy(column, plain, await store.tables({ ...period, ...more, by: [...by, 'outcome'] }));
  };
  const all = (await rowsBy(undefined)).get(undefined) ?? NO_FIGURES;
  const byWeek = await rowsBy('week');
  const byTopic = await rowsBy('entry', { nameOf: named(({ topic }) => topic) });
  const byEntry = await rowsBy('entry', { nameOf: named(({ id }) => id) });
  const counted = [...byWeek.keys()].flatMap((week) => week ?? []).sort();
  const [first = now] = counted;
  return {
    all,
    weeks: weeksBetween(first, counted.at(-1) ?? now).map((week) => ({
      ...(byWeek.get(week) ?? NO_FIGURES),
      week,
    })),
    topics: ordered(byTopic).map(([name, figures]) => ({ ...figures, name })),
    entries: ordered(byEntry).map(([id, figures]) => {
      const entry = known.get(id);
      return { ...figures, name: entry?.question ?? id, ...(entry !== undefined && { entry: id }) };
    }),
    channels: (await store.tables({ by: ['channel'] })).counts.map((row) => String(row.channel)),
  };
}

function ordered(rows: ReadonlyMap<string | undefined, Figures>): [string, Figures][] {
  return [...rows]
    .flatMap(([name, figures]): [string, Figures][] =>
      name === undefined || name === '' ? [] : [[name, figures]],
    )
    .sort(([, a], [, b]) => sizeOf(b.asked) - sizeOf(a.asked));
}
