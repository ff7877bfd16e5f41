import { AsyncLocalStorage } from 'node:async_hooks';

/** Set while the SDK works. */
const quiet = new AsyncLocalStorage<true>();

/* eslint-disable no-console -- it is the console that the SDK prints to */
for (const name of ['error', 'warn'] as const) {
  const print = console[name].bind(console);
  console[name] = (...lines: unknown[]) => {
    if (quiet.getStore() !== true) print(...lines);
  };
}
/* eslint-enable no-console */

/**
 * Runs without a console: botbuilder prints the public keys and a stack for each forged token, which would let a
 * stranger fill the log.
 */
export function quietly<T>(run: () => Promise<T>): Promise<T> {
  return quiet.run(true, run);
}
