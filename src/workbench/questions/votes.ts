import { keepFor } from '../../shared/keep-for.ts';
import type { WorkbenchParts } from '../parts.ts';
import type { Shown } from '../store.ts';

/** What people thought of an answer; small numbers are hidden. */
export interface Votes {
  readonly useful: Shown;
  readonly notUseful: Shown;
}

/** Returns the votes by the id of the entry in the store; none without a store, or when it cannot be used. */
export type ReadVotes = () => Promise<ReadonlyMap<string, Votes>>;

/** Milliseconds. */
const KEPT_FOR = 60_000;

/** Creates a reader of votes, which asks the store at most once a minute. */
export function createVoteReader({ store, log }: Pick<WorkbenchParts, 'store' | 'log'>): ReadVotes {
  if (store === undefined) return () => Promise.resolve(new Map());
  return keepFor(KEPT_FOR, async () => {
    try {
      const { votes } = await store.tables({ by: ['entry'] });
      const byEntry = Map.groupBy(votes, ({ entry = '' }) => String(entry));
      return new Map(
        [...byEntry].map(([entry, rows]) => {
          const numberOf = (useful: string) => rows.find((row) => row['useful'] === useful)?.['number'] ?? 0;
          return [entry, { useful: numberOf('yes'), notUseful: numberOf('no') }];
        }),
      );
    } catch (error) {
      log.warn({ cause: String(error) }, 'the votes could not be read');
      return new Map();
    }
  });
}
