import { createLruCache } from '../../shared/lru-cache.ts';
import type { Files } from '../files.ts';
import { isList, isMapping } from './draw.ts';
import type { Data, DataMap } from './draw.ts';
import { readData, rewriteYaml } from './yaml.ts';

/** New texts of files by path; `undefined`: the file goes away. */
export type TextEdits = ReadonlyMap<string, string | undefined>;

/** An entry in a file of a guidance. */
export interface FileEntry {
  /** Path relative to the knowledge directory. */
  readonly file: string;
  /** Index in the file. */
  readonly at: number;
  /** Empty when it has none. */
  readonly id: string;
  readonly data: DataMap;
}

/** Returns the paths of the YAML files of one kind (`vragen`, `praktijkvragen`, `proefvragen`) of a guidance, sorted. */
export function filesOfKind(files: Files, folder: string, kind: string): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(`${folder}/${kind}/`) && /\.ya?ml$/.test(path))
    .sort();
}

/** Returns the text of a file; empty when there is none. */
export function textOfFile(files: Files, path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path));
}

/** Returns the items of a file that is a list of mappings. @throws {Error} when it is not YAML */
export function itemsOf(files: Files, path: string): readonly DataMap[] {
  const data = files.has(path) ? readData(textOfFile(files, path)) : null;
  return isList(data) ? data.map((item) => (isMapping(item) ? item : {})) : [];
}

/** Returns a file with other items, as an edit. @throws {TypeError} when they cannot be written into it */
export function editItems(files: Files, path: string, items: readonly Data[]): TextEdits {
  const before = textOfFile(files, path);
  const text = rewriteYaml(before, items);
  return text === before ? new Map() : new Map([[path, text]]);
}

/** Returns the entries in the files of a guidance, in order. @throws {Error} when a file is not YAML */
export function entriesOf(files: Files, folder: string): FileEntry[] {
  return filesOfKind(files, folder, 'vragen').flatMap((file) => entriesIn(files, file));
}

/** Returns an entry of a guidance; `undefined` when there is none with this id. @throws {Error} when a file is not YAML */
export function findFileEntry(files: Files, folder: string, id: string): FileEntry | undefined {
  // Parsing is slow: of 1,000 entries in 20 files a second.
  const paths = filesOfKind(files, folder, 'vragen').filter((path) => textOfFile(files, path).includes(id));
  return paths.flatMap((path) => entriesIn(files, path)).find((entry) => entry.id === id);
}

/** Returns the entries in one file. @throws {Error} when it is not YAML */
function entriesIn(files: Files, file: string): FileEntry[] {
  return placed(file, itemsOf(files, file));
}

function placed(file: string, items: readonly DataMap[]): FileEntry[] {
  return items.map((data, at) => ({
    file,
    at,
    id: typeof data['id'] === 'string' ? data['id'] : '',
    data,
  }));
}

/** Entries that are remembered: those of a large guidance. */
const REMEMBERED = 4_000;
/** An item of a list at the left margin, with what belongs to it. */
const ITEM = /^(?=-[ \n\r])/m;

/**
 * Returns `entriesOf` that parses an entry once for each text that it has had: of 1,000 entries with 20 variants the first
 * reading takes 0.6 s, and one after a change of one entry some milliseconds. Leaves out what is not YAML.
 */
export function createEntryReader(): (files: Files, folder: string) => FileEntry[] {
  const known = createLruCache<readonly DataMap[]>({ max: REMEMBERED });
  const itemsIn = (text: string): readonly DataMap[] => {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const data = readData(text);
    const items = isList(data) ? data.map((item) => (isMapping(item) ? item : {})) : [];
    known.set(text, items);
    return items;
  };
  const read = (text: string): readonly DataMap[] => {
    try {
      return text.split(ITEM).flatMap(itemsIn);
    } catch {
      // An entry can refer to another by an anchor.
      return readOrNothing(() => itemsIn(text));
    }
  };
  return (files, folder) =>
    filesOfKind(files, folder, 'vragen').flatMap((file) => placed(file, read(textOfFile(files, file))));
}

function readOrNothing(read: () => readonly DataMap[]): readonly DataMap[] {
  try {
    return read();
  } catch {
    return [];
  }
}
