import { AsyncLocalStorage } from 'node:async_hooks';

/** Set while the SDK runs. */
const isSilent = new AsyncLocalStorage<true>();

/* eslint-disable no-console -- it is the console that the SDK prints to */
for (const name of ['error', 'warn'] as const) {
  const print = console[name].bind(console);
  console[name] = (...lines: unknown[]) => {
    if (isSilent.getStore() !== true) print(...lines);
  };
}
/* eslint-enable no-console */

/**
 * Runs a function without its console output: botbuilder prints the public keys and a stack trace for each forged token,
 * so a stranger could fill the log.
 */
export function withoutConsole<T>(run: () => Promise<T>): Promise<T> {
  return isSilent.run(true, run);
}
