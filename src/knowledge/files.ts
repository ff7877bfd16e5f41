import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { KnowledgeError } from './problems.ts';

/** The knowledge that comes with the bot. */
export const SHIPPED_KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

/** Folders of a knowledge directory that are no guidance: shared words and texts, and the JSON Schemas. */
const NOT_A_GUIDANCE = new Set(['basis', 'schema']);

/** Bytes of files by path, relative to the knowledge directory, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the files of every guidance in a directory and the shared ones (from the shipped knowledge, where the directory
 * has no `basis/`), without parsing them. `slugs` are the folders of the guidances, sorted; `loose` are the
 * files beside them; `hasOwnBase` tells whether the shared files are the editor's own. `read` returns the bytes of a file
 * by its path on disk.
 * @throws {KnowledgeError} when there is no such directory, or no guidance in it
 */
export function readFiles(
  directory: string,
  read: (path: string) => Uint8Array = (path) => readFileSync(path),
): {
  readonly files: Files;
  readonly slugs: readonly string[];
  readonly loose: readonly string[];
  readonly hasOwnBase: boolean;
} {
  if (statsOf(directory)?.isDirectory() !== true) {
    throw new KnowledgeError([
      {
        kind: 'map-ontbreekt',
        file: directory,
        message: 'Deze map bestaat niet.',
        advice: 'Geef met --knowledge of KNOWLEDGE_DIR de map op waarin een map per handreiking staat.',
      },
    ]);
  }
  const names = readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .sort();
  const folders = names.filter((name) => statsOf(join(directory, name))?.isDirectory() === true);
  const slugs = folders.filter((name) => !NOT_A_GUIDANCE.has(name));
  if (slugs.length === 0) {
    throw new KnowledgeError([
      {
        kind: 'map-ontbreekt',
        file: directory,
        message: 'In deze map staat geen handreiking.',
        advice: 'Zet elke handreiking in een eigen map, met handreiking.yaml, bron.txt en vragen/.',
      },
    ]);
  }
  const hasOwnBase = folders.includes('basis');
  const baseRoot = hasOwnBase ? directory : SHIPPED_KNOWLEDGE;
  return {
    hasOwnBase,
    slugs,
    loose: names.filter((name) => statsOf(join(directory, name))?.isFile() === true),
    files: new Map([
      ...readTree(baseRoot, 'basis', read),
      ...slugs.flatMap((slug) => readTree(directory, slug, read)),
    ]),
  };
}

/** The files below a folder; not the hidden ones, nor links that lead nowhere. */
function readTree(root: string, folder: string, read: (path: string) => Uint8Array): [string, Uint8Array][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => !path.split(sep).some((name) => name.startsWith('.')))
    .filter((path) => statsOf(join(root, path))?.isFile() === true)
    .sort()
    .map((path) => [path.replaceAll(sep, '/'), read(join(root, path))]);
}

/** Follows links. */
const statsOf = (path: string) => statSync(path, { throwIfNoEntry: false });
