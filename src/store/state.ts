import { createProcessStore } from './process.ts';
import type { Log } from '../shared/log.ts';
import type { StoreLocation, Store } from './types.ts';

/**
 * Where state is kept, as the settings say. A database that fails is no reason not to start; one of a newer release is:
 * then nothing, after telling the operator on standard error.
 */
export async function stateOrAdvice(place: StoreLocation | undefined, log: Log): Promise<Store | undefined> {
  if (place === undefined) return createProcessStore();
  // Loading the drivers takes a fifth of a second, and not every installation needs them.
  const { openStore } = await import('./open.ts');
  const opened = await openStore(place, { log });
  if ('store' in opened) return opened.store;
  process.stderr.write(`${opened.refused}\n`);
  return undefined;
}
