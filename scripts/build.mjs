/**
 * Builds `dist/`: the bot as a few JavaScript files, with all files that it reads at run time. It needs Node and this
 * folder only. Takes 20 s, most of it to train the matcher; `--untrained` leaves that to the first start.
 *
 *     npm run build -- [--out DIR] [--untrained]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { checkDigest } from '../src/evaluation/trained-results.ts';
import { coreDigest } from '../src/knowledge/code-digest.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';
import { licencesText, packagesIn } from './licences.mjs';
import { checkedText } from '../src/knowledge/index.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string' }, untrained: { type: 'boolean' } } });
const OUT = resolve(values.out ?? join(ROOT, 'dist'));

const COMMANDS = ['ask', 'config', 'data', 'redactie', 'slack-manifest', 'teams-package'];
/** Programs in `dist/` and their source. The worker keeps its folder, because `reload.ts` starts it from there. */
const PROGRAMS = {
  'main.js': 'src/main.ts',
  'src/knowledge/reload-worker.js': 'src/knowledge/reload-worker.ts',
  ...Object.fromEntries(COMMANDS.map((name) => [`${name}.js`, `src/cli/${name}.ts`])),
};
/** Read at run time, from the same path as in the repository. */
const COPIED = [
  'LICENSE',
  'knowledge',
  'adapters/web/public',
  'src/pages/public',
  'adapters/teams/icons',
  'adapters/teams/manifest.json',
  'adapters/teams/en.json',
  'adapters/slack/manifest.yaml',
];
/** Files of packages that the web page serves. */
const SERVED = [
  ...['button', 'heading', 'link', 'paragraph', 'skip-link'].map((name) => [
    `@nl-design-system-candidate/${name}-css`,
    `dist/${name}.css`,
  ]),
  ['adaptivecards', 'dist/adaptivecards.min.js'],
];

/**
 * Lets code find its files: all chunks lie in `dist/` itself, so `import.meta.dirname` becomes the folder below `dist/`
 * that corresponds to the source's.
 */
const sourceFolders = {
  name: 'source folders',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const folder = JSON.stringify(relative(ROOT, dirname(path)));
      const contents = readFileSync(path, 'utf8').replaceAll(
        'import.meta.dirname',
        `(import.meta.dirname + '/' + ${folder})`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

rmSync(OUT, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(
    Object.entries(PROGRAMS).map(([program, source]) => [entryOf(program), source]),
  ),
  outdir: OUT,
  bundle: true,
  // Most installations have one channel; the others are not loaded.
  splitting: true,
  chunkNames: 'part-[hash]',
  format: 'esm',
  define: {
    CORE_DIGEST: JSON.stringify(coreDigest()),
    CHECK_DIGEST: JSON.stringify(checkDigest()),
    HAS_WORKBENCH: 'false',
  },
  platform: 'node',
  target: 'node22.19',
  // Saves 9 % of the CPU time of a start and of the idle memory. Names stay, for readable stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // Optional in `pg`, and not installed.
  external: ['pg-native'],
  metafile: true,
  plugins: [sourceFolders],
  // CommonJS packages use these. The alias, because code in a chunk may import `createRequire` itself.
  banner: {
    js: [
      "import { createRequire as bannerRequire } from 'node:module';",
      'const require = bannerRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
    ].join(''),
  },
  logLevel: 'warning',
});

for (const path of COPIED) cpSync(join(ROOT, path), join(OUT, path), { recursive: true });
for (const [name, path] of SERVED) copyFromPackage(name, path);
const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const manifest = { name: 'handreiking-bot', version, license, private: true, type: 'module' };
write('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
// Saves a third of the CPU time of a start: reading and checking YAML.
write('knowledge.checked.json', checkedText(join(ROOT, 'knowledge'), CHANNEL_TEXTS));
cpSync(join(ROOT, 'scripts/health.mjs'), join(OUT, 'health.js'));
cpSync(join(ROOT, 'scripts/node-version.mjs'), join(OUT, 'node-version.js'));
for (const program of Object.keys(PROGRAMS)) {
  const up = relative(dirname(program), '.') || '.';
  // A dynamic import, because an old Node cannot even parse the entry.
  write(program, `import '${up}/node-version.js';\nawait import('${up}/${entryOf(program)}.js');\n`);
}
const served = SERVED.map(([name]) => `node_modules/${name}`);
const bundled = [...packagesIn(metafile), ...served].map((folder) => join(ROOT, folder));
write('LICENCES.txt', licencesText(new Set(bundled)));
write('sbom.cdx.json', run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']));
const outputs = Object.values(metafile.outputs);
const megabytes = outputs.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
console.log(`${OUT}: ${outputs.length} files, ${megabytes.toFixed(1)} MB of JavaScript`);
// The first question trains the matcher and writes the model into `dist/`: 6 s of CPU less at every start of an image.
if (!values.untrained) run(process.execPath, [join(OUT, 'ask.js'), 'help'], { PATH: process.env.PATH });

function entryOf(program) {
  return `${basename(program, '.js')}-entry`;
}

function write(path, text) {
  const file = join(OUT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Runs a program and returns its standard output. Throws when it fails. */
function run(program, args, env = process.env) {
  const { status, stdout, error } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === 0) return stdout;
  throw error ?? new Error(`${program} ${args.join(' ')} exited with ${status}`);
}

/** Copies a file of a package with its package.json and licence. Throws when the package no longer has the file. */
function copyFromPackage(name, path) {
  const from = join(ROOT, 'node_modules', name);
  const licences = ['LICENSE', 'LICENSE.md'].filter((file) => existsSync(join(from, file)));
  for (const file of [path, 'package.json', ...licences])
    cpSync(join(from, file), join(OUT, 'node_modules', name, file), { recursive: true });
}
