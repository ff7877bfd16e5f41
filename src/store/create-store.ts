import { createProcessStore } from './process.ts';
import type { Log } from '../shared/log.ts';
import type { StoreLocation, Store } from './types.ts';

/**
 * The store at a location; without one, in the memory of the process. Resolves also while the database fails: see
 * `openStore`. @throws {StartError} for a database of a newer release
 */
export async function createStore(location: StoreLocation | undefined, log: Log): Promise<Store> {
  if (location === undefined) return createProcessStore();
  // Loading the drivers takes a fifth of a second, and not every installation needs them.
  const { openStore } = await import('./open.ts');
  return openStore(location, { log });
}
