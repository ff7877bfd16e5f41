import { afterEach, expect } from '@jest/globals';

/** What went to the console. This file is to be imported before anything that also gets between: the SDK's keeper does. */
const printed: unknown[][] = [];

/* eslint-disable no-console -- the console is what is watched */
for (const name of ['error', 'warn', 'log'] as const) {
  const print = console[name].bind(console);
  console[name] = (...lines: unknown[]) => {
    printed.push(lines);
    print(...lines);
  };
}

/** Holds after each test of a file that nothing was printed: not by the SDK either, whatever a stranger sends. */
export function printsNothing(): void {
  afterEach(() => {
    expect(printed).toEqual([]);
  });
}
