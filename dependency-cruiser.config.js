/**
 * Who may import whom: the table in `src/README.md`, as rules of dependency-cruiser. `npm run lint` runs it; types count
 * as much as values.
 */

/** A folder of `src` may import only these; always itself and `node:`. */
const only = (folder, ...allowed) => ({
  name: `imports-of-${folder}`,
  comment: `src/${folder} imports downwards only: see the table in src/README.md.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { pathNot: [`^src/${folder}/`, ...allowed], dependencyTypesNot: ['core'] },
});
const SHARED = '^src/shared/';
const indexOf = (folder) => `^src/${folder}/index[.]ts$`;
const library = (name) => `^node_modules/${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that import each other, even only types, cannot be read one after the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only('shared', library('[^/]+')),
    only('core', SHARED, library('fuse.js')),
    only('knowledge', indexOf('core'), SHARED, library('(yaml|zod|diff)')),
    only('store', indexOf('core'), SHARED, library('kysely'), library('pg'), library('@types/pg')),
    only('assistant', indexOf('core'), indexOf('store'), SHARED, library('rate-limiter-flexible')),
    only(
      'evaluation',
      indexOf('core'),
      indexOf('knowledge'),
      indexOf('assistant'),
      SHARED,
      library('yaml'),
      library('zod'),
    ),
    only(
      'pages',
      SHARED,
      library('(hono|@hono/node-server|@nl-design-system-candidate/[^/]+|adaptivecards)'),
    ),
    only(
      'workbench',
      indexOf('core'),
      indexOf('knowledge'),
      '^src/knowledge/edit/index[.]ts$',
      indexOf('evaluation'),
      indexOf('pages'),
      SHARED,
      library('(hono|yaml|diff)'),
    ),
    only('settings', indexOf('core'), indexOf('knowledge'), indexOf('store'), SHARED, library('zod')),
    only(
      'server',
      indexOf('core'),
      indexOf('knowledge'),
      indexOf('store'),
      indexOf('assistant'),
      SHARED,
      library('(pino|prom-client|undici)'),
    ),
    {
      name: 'core-does-no-io',
      comment: 'The core is pure: of Node it uses hashes only.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'imports-of-a-channel',
      comment:
        'A channel imports what core, assistant and pages export, src/shared and its own SDK; never another channel.',
      severity: 'error',
      from: { path: '^(adapters|examples)/([^/]+)/' },
      to: {
        path: '^(src|adapters|examples)/',
        pathNot: ['^$1/$2/', indexOf('core'), indexOf('assistant'), indexOf('pages'), SHARED],
      },
    },
    ...[
      ['botbuilder', '^adapters/teams/botbuilder[.]ts$'],
      ['@slack/bolt', '^adapters/slack/bolt[.]ts$'],
    ].map(([name, file]) => ({
      name: `one-file-for-${name.replace('@slack/', '')}`,
      comment: `Only one file knows ${name}, so that it can be replaced.`,
      severity: 'error',
      from: { pathNot: [file, '^bench/'] },
      to: { path: library(name) },
    })),
    {
      name: 'adapters-only-from-the-composition-root',
      comment: 'Channels are put together in src/main.ts and src/cli; nothing else in src knows them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main[.]ts$', '^src/cli/'] },
      to: { path: '^(adapters|examples)/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(src|adapters|examples)/' },
      to: { path: '^(test|bench|scripts)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(adapters/web|src/workbench/page)/public/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser' },
  },
};
