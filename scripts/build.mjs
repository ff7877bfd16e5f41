/**
 * Makes `dist/`: the bot as a handful of JavaScript files with everything that it reads from disk beside them, so that
 * a machine needs Node and this folder alone. Takes some 20 seconds, most of them to train the matcher.
 *
 *     npm run build -- [--out DIR] [--cold]
 *
 * `--cold` leaves out what `scripts/warm.mjs` adds, for tests.
 *
 * Sources keep their place: what `import.meta.dirname` says in `src/knowledge/load.ts` is `dist/src/knowledge` in the bundle,
 * so `../../knowledge` is `dist/knowledge`. Channels stay apart (splitting), because most installations have one.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { coreDigest } from '../src/knowledge/code-digest.ts';
import { checkedText } from '../src/knowledge/checked.ts';
import { builtInsAsRequired, leftOut, onceEach, ownFolders, shortNames, whenUsed } from './bundle-plugins.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string' }, cold: { type: 'boolean' } } });
const OUT = resolve(values.out ?? join(ROOT, 'dist'));

/** What is started: the bot, and the commands of an operator. A command that is not there is not shipped. */
const ENTRIES = [
  'main',
  'knowledge/reload-worker',
  ...['ask', 'config', 'data', 'knowledge', 'slack-manifest', 'teams-package'].map((name) => `cli/${name}`),
];
/** Started by its place beside the source that starts it. */
const WORKERS = ['knowledge/reload-worker'];
/** Read from disk while running, at the same place as in the repository. */
const FOLDERS = ['knowledge', 'adapters/web/public'];
const FILES = [
  'LICENSE',
  'adapters/teams/icons',
  'adapters/teams/manifest.json',
  'adapters/teams/en.json',
  'adapters/slack/manifest.yaml',
];
/** Files of packages that the web page serves as they are, with the packages' own names and licences. */
const SERVED = [
  ...['button', 'heading', 'link', 'paragraph', 'skip-link'].map((name) => [
    `@nl-design-system-candidate/${name}-css`,
    `dist/${name}.css`,
  ]),
  ['adaptivecards', 'dist/adaptivecards.min.js'],
];
/** Loaded only when present, for uses that this bot does not make. */
const ABSENT = ['pg-native'];

/** What packages bring that this bot has no use for: ways to receive, and counting in several processes of one machine. */
const LEFT_OUT = [
  '@slack/bolt/dist/receivers/ExpressReceiver.js',
  '@slack/bolt/dist/receivers/AwsLambdaReceiver.js',
  'rate-limiter-flexible/lib/RateLimiterCluster.js',
];
/** Asked for when their packages are loaded, and used by few: `whenUsed`. */
const SELDOM = [
  // Installing in several workspaces; bodies in other alphabets.
  '@slack/oauth/dist/index.js',
  'iconv-lite/lib/index.js',
  // Calls of bots to bots; a managed identity; sockets and named pipes; speech; uploads.
  'axios/dist/node/axios.cjs',
  '@azure/identity/dist/commonjs/index.js',
  'botframework-streaming/lib/index.js',
  'htmlparser2/lib/index.js',
  'form-data/node_modules/mime-types/index.js',
];
/** Only for a Node without it. */
const BUILT_IN = { 'whatwg-url': 'node:url' };

rmSync(OUT, { recursive: true, force: true });
const present = ENTRIES.filter((name) => existsSync(join(ROOT, 'src', `${name}.ts`)));
const fileOf = (name) => basename(name);
const startedBy = (name) => `${fileOf(name)}-start`;
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(present.map((name) => [startedBy(name), `src/${name}.ts`])),
  outdir: OUT,
  bundle: true,
  splitting: true,
  chunkNames: 'part-[hash]',
  format: 'esm',
  define: { CORE_DIGEST: JSON.stringify(coreDigest()) },
  platform: 'node',
  target: 'node22.19',
  // Names stay, for readable stack traces; white space and long forms go.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  external: ABSENT,
  alias: BUILT_IN,
  metafile: true,
  plugins: [
    builtInsAsRequired,
    ownFolders(ROOT),
    onceEach(ROOT),
    leftOut(LEFT_OUT),
    whenUsed(SELDOM),
    shortNames,
  ],
  // Packages in CommonJS ask for these.
  banner: {
    js: [
      "import { createRequire as requireOf } from 'node:module';",
      'const require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
    ].join(''),
  },
  logLevel: 'warning',
});

const read = Object.keys(metafile.inputs);
const moved = [...LEFT_OUT, ...SELDOM].filter(
  (file) => !read.some((path) => path.endsWith(`node_modules/${file}`)),
);
if (moved.length > 0)
  throw new Error(`Not in these packages any more, so correct the lists: ${moved.join(', ')}`);

for (const path of [...FOLDERS, ...FILES]) cpSync(join(ROOT, path), join(OUT, path), { recursive: true });
for (const [name, path] of SERVED) copyFromPackage(name, path);
const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
writeFileSync(
  join(OUT, 'package.json'),
  `${JSON.stringify({ name: 'handreiking-bot', version, license, private: true, type: 'module' }, undefined, 2)}\n`,
);
writeFileSync(join(OUT, 'knowledge.checked.json'), checkedText(join(ROOT, 'knowledge'), CHANNEL_TEXTS));
cpSync(join(ROOT, 'scripts/health.mjs'), join(OUT, 'health.js'));
cpSync(join(ROOT, 'scripts/node-version.mjs'), join(OUT, 'node-version.js'));
// Awaited, because an older Node already fails at reading the code, on what it has no name for.
for (const name of present) {
  const text = `import './node-version.js';\nawait import('./${startedBy(name)}.js');\n`;
  writeFileSync(join(OUT, `${fileOf(name)}.js`), text);
}
for (const name of WORKERS.filter((worker) => present.includes(worker))) {
  mkdirSync(join(OUT, 'src', dirname(name)), { recursive: true });
  writeFileSync(join(OUT, `src/${name}.js`), `import '../../${fileOf(name)}.js';\n`);
}
writeFileSync(
  join(OUT, 'sbom.cdx.json'),
  run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']),
);
const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(
  `${OUT}: ${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(1)} MB of JavaScript`,
);
if (!values.cold) process.stdout.write(run(process.execPath, [join(ROOT, 'scripts/warm.mjs'), OUT]));

/** What a program printed. Its complaints are seen; its failure is ours. */
function run(program, args) {
  const { status, stdout, error } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === 0) return stdout;
  throw error ?? new Error(`${program} ${args.join(' ')} stopped with ${status}`);
}

function copyFromPackage(name, path) {
  const from = join(ROOT, 'node_modules', name);
  for (const part of [path, 'package.json', 'LICENSE', 'LICENSE.md']) {
    if (!existsSync(join(from, part))) continue;
    const to = join(OUT, 'node_modules', name, part);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(from, part), to);
  }
}
