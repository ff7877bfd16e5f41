const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'commonjs' } },
];

const common = {
  // What is built holds a package.json of its own.
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // Kysely comes as ES modules only, and jest runs CommonJS.
  transform: { '\\.ts$': swc, 'node_modules/kysely/.*\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!kysely/)'],
  // Looking `Math` up in jest's sandbox makes training the matcher five times slower (34 s instead of 7 s).
  sandboxInjectedGlobals: ['Math'],
};

/** Tests of code that computes, and of reading and drawing in the channels. */
const pure = [
  '**/test/{core,knowledge,assistant,evaluation,settings,shared}/**/*.test.ts',
  '**/test/{adapters,examples}/**/*{read,render}.test.ts',
];
/** Among them, those that train the shipped knowledge, or start processes or threads. */
const slow = '**/test/**/*{shipped,process}.test.ts';

// The last pattern that fits a file decides.
export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: [...pure, `!${slow}`] },
    {
      ...common,
      displayName: 'system',
      testMatch: ['**/test/**/*.test.ts', ...pure.map((pattern) => `!${pattern}`), slow],
    },
  ],
};
