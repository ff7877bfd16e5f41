/** What esbuild is told about files, for `scripts/build.mjs`. All of it saves memory and time at a start. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'esbuild';

/** Marks a question to esbuild as our own. */
const ASKED = Symbol('asked');
/** Tells a file from what stands in for it. */
const REAL = '?real';

/** Gives each of our own files the folder that it would have beside the bundle. */
export const ownFolders = (root: string): Plugin => ({
  name: 'own folders',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const folder = relative(root, dirname(path)).split(sep).join('/');
      if (folder.startsWith('..') || folder.startsWith('node_modules')) return undefined;
      const text = readFileSync(path, 'utf8').replaceAll(
        'import.meta.dirname',
        `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`,
      );
      return { contents: text, loader: 'ts' };
    });
  },
});

/** The part of `package-lock.json` that is read here. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** A package that is installed in several places in the same version is bundled once: the first in the lock file. */
export const onceEach = (root: string): Plugin => ({
  name: 'once each',
  setup(bundler) {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const nameOf = (place: string) =>
      `${place.split('node_modules/').at(-1) ?? ''}@${packages[place]?.version ?? ''}`;
    const first = new Map<string, string>();
    for (const place of Object.keys(packages)) if (!first.has(nameOf(place))) first.set(nameOf(place), place);
    bundler.onResolve({ filter: /^[^./]/, namespace: 'file' }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === ASKED) return undefined;
      const found = await bundler.resolve(path, { ...asked, pluginData: ASKED });
      const inRoot = relative(root, found.path).split(sep).join('/');
      const [, place, file] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(inRoot) ?? [];
      // Also what is not there: esbuild knows what may be absent.
      if (place === undefined || file === undefined) return undefined;
      return { ...found, path: join(root, first.get(nameOf(place)) ?? place, file) };
    });
  },
});

/** Files of packages that are there and empty. */
export const leftOut = (files: readonly string[]): Plugin => ({
  name: 'left out',
  setup(bundler) {
    bundler.onLoad({ filter: anyOf(files), namespace: 'file' }, () => ({ contents: '', loader: 'js' }));
  },
});

/**
 * Files of packages that others ask for when they are loaded, for uses that most installations never come to: each is
 * loaded when something of it is first used.
 */
export const whenUsed = (files: readonly string[]): Plugin => ({
  name: 'when used',
  setup(bundler) {
    bundler.onLoad({ filter: anyOf(files), namespace: 'file' }, ({ path, suffix }) =>
      suffix === REAL ? undefined : { contents: standIn(path), loader: 'js', resolveDir: dirname(path) },
    );
  },
});

function standIn(path: string): string {
  const real = JSON.stringify(path + REAL);
  // What code made from ES modules asks at once.
  const isModule = readFileSync(path, 'utf8').includes('__esModule');
  return `
    let real;
    const get = (_, name) => name === '__esModule' ? ${isModule} : (real ??= require(${real}))[name];
    module.exports = new Proxy({}, { get });`;
}

function anyOf(files: readonly string[]): RegExp {
  return new RegExp(`/node_modules/(${files.join('|').replaceAll('.', '\\.')})$`);
}

const BUILT_IN = 'built in';

/**
 * Takes Node's own modules as `require` does. An `import` reads all that a module exports, and so loads what Node itself
 * leaves until it is used: with `node:http` its `WebSocket` and all of undici, 50 ms.
 */
export const builtInsAsRequired: Plugin = {
  name: 'built-ins as required',
  setup(bundler) {
    bundler.onResolve({ filter: /^[a-z]/ }, ({ path, kind }) =>
      isBuiltin(path) && (kind === 'import-statement' || kind === 'dynamic-import')
        ? { path, namespace: BUILT_IN }
        : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: BUILT_IN }, ({ path }) => ({
      // Without properties of its own, because esbuild looks at all of those; what is set is set for everyone.
      contents: `
        const real = process.getBuiltinModule(${JSON.stringify(path)});
        const set = (_, name, value) => Reflect.set(real, name, value);
        module.exports = typeof real === 'function' ? real : new Proxy(Object.create(real), { set });`,
      loader: 'js',
    }));
  },
};

/** Short names inside packages: a quarter less text to keep. Our own names stay, for readable stack traces. */
export const shortNames: Plugin = {
  name: 'short names',
  setup(bundler) {
    bundler.onLoad({ filter: /\/node_modules\/.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: (await transform(readFileSync(path, 'utf8'), { minifyIdentifiers: true })).code,
      loader: 'js',
    }));
  },
};
