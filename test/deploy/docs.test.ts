import { expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './kustomize.ts';

const exclude = (name: string) => /(^|\/)(node_modules|dist|coverage|\.git)$/.test(name);
const DOCS = globSync('**/*.md', { cwd: ROOT, exclude });
const FILES = globSync('**/*.*', { cwd: ROOT, exclude }).map((path) => path.replace(/^.*\//, ''));
/** Named in the documentation, and of others, made by a command, or only an example. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['fuse.js', 'knowledge.checked.json', 'settings.yaml', 'redactie.js', 'knowledge.js', 'data.js'],
  ...['config.js', 'LICENCES.txt', 'nieuw.txt', 'adapters/webhook', 'test/x'],
]);

/** Every word between backticks that names a file or folder of this repository, without what follows a number sign. */
const pathsIn = (text: string) =>
  [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/\s+/))
    .filter((word) => /^\w[\w@.*-]*(\/[\w@.*-]+)*\/?$/.test(word) && !ELSEWHERE.has(word));

/** The folder of a document and those that it is in. */
function foldersOf(document: string): readonly string[] {
  const folder = dirname(document);
  return folder === '.' ? ['.'] : [folder, ...foldersOf(folder)];
}

/** Whether a path of a document exists: from a folder that has its first part, or, for a name alone, anywhere. */
function isThere(document: string, path: string): boolean {
  // `ronde-N.yaml` stands for all of them.
  const pattern = path.replace(/\bN\b/, '*').replace(/\/$/, '');
  if (!path.includes('/')) {
    if (!/\.(ts|js|mjs|md|ya?ml|json|txt)$/.test(path)) return true;
    const name = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
    return FILES.some((file) => name.test(file));
  }
  const folders = foldersOf(document).filter((folder) =>
    existsSync(join(ROOT, folder, pattern.replace(/\/.*$/, ''))),
  );
  return folders.length === 0 || folders.some((folder) => globSync(join(ROOT, folder, pattern)).length > 0);
}

it.each(DOCS)('%s names files and folders that exist', (document) => {
  const paths = pathsIn(readFileSync(join(ROOT, document), 'utf8'));
  expect(paths.filter((path) => !isThere(document, path))).toEqual([]);
});

it.each([
  ['test/adapters/teams/security.test.ts', false],
  ['test/system', true],
  ['test/adapters/*/render.test.ts', true],
  ['match/none.ts', false],
  ['none.test.ts', false],
  ['and/or', true],
])('a path that is renamed is found: `%s` of src/core/README.md', (path, expected) => {
  expect(pathsIn(`See \`node ${path} --all\`.`)).toContain(path);
  expect(isThere('src/core/README.md', path)).toBe(expected);
});
