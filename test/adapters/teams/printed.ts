/** What went to the console. To be imported before anything that also gets between: the SDK's keeper does. */
export const printed: unknown[][] = [];

/* eslint-disable no-console -- the console is what is watched */
for (const name of ['error', 'warn', 'log'] as const) {
  const print = console[name].bind(console);
  console[name] = (...lines: unknown[]) => {
    printed.push(lines);
    print(...lines);
  };
}
