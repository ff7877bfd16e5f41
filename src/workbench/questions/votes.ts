import type { Log } from '../../shared/log.ts';
import type { Shown, StoreReader } from '../store.ts';

/** What people thought of an answer; small numbers are hidden. */
export interface Votes {
  readonly useful: Shown;
  readonly notUseful: Shown;
}

/** Returns the votes by the id of the entry in the store; none without a store, or when it cannot be used. */
export async function readVotes(
  store: StoreReader | undefined,
  log: Log,
): Promise<ReadonlyMap<string, Votes>> {
  if (store === undefined) return new Map();
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
}
