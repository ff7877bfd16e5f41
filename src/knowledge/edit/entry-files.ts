import { createLruCache } from '../../shared/lru-cache.ts';
import { StartError } from '../../shared/start-error.ts';
import type { Files } from '../files.ts';
import { isList, isMapping } from './draw.ts';
import type { Data, DataMap } from './draw.ts';
import { readData, rewriteYaml } from './yaml.ts';

/** New texts of files by path; `undefined`: the file goes away. */
export type TextEdits = ReadonlyMap<string, string | undefined>;

const CHECK = 'Kijk eerst wat de controle ervan zegt.';
const UNUSUAL = 'er staat iets in wat alleen met een tekstprogramma kan, zoals een anker (&).';

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

/** A file that nothing can be written into. The message says why, in Dutch. */
export class UneditableFileError extends StartError {
  override readonly name = 'UneditableFileError';

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`In ${file} kan niets veranderen: ${reason}`, options);
  }
}

/**
 * Returns the paths of the YAML files of one kind (`vragen`, `praktijkvragen`, `proefvragen`) of a guidance, sorted: those
 * that hold a text, which is faster to see than to parse (of 1,000 entries in 20 files a second).
 */
export function filesOfKind(files: Files, folder: string, kind: string, holding = ''): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(`${folder}/${kind}/`) && /\.ya?ml$/.test(path))
    .filter((path) => holding === '' || textOfFile(files, path).includes(holding))
    .sort();
}

/** Returns the text of a file; empty when there is none. */
export function textOfFile(files: Files, path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path));
}

/** Returns what a file holds; `null` when there is none. @throws {UneditableFileError} when it is not YAML */
export function dataOf(files: Files, path: string): Data {
  try {
    return files.has(path) ? readData(textOfFile(files, path)) : null;
  } catch (error) {
    throw new UneditableFileError(path, `het is geen goede YAML. ${CHECK}`, { cause: error });
  }
}

/** Returns the items of a file. @throws {UneditableFileError} when it holds anything but a list of mappings */
export function itemsOf(files: Files, path: string): readonly DataMap[] {
  const data = dataOf(files, path);
  if (data === null) return [];
  if (isList(data) && data.every(isMapping)) return data;
  throw new UneditableFileError(path, `het is geen lijst; misschien ontbreekt er een streepje. ${CHECK}`);
}

/** Returns a file with other data, as an edit. @throws {UneditableFileError} when they cannot be written into it */
export function editFile(files: Files, path: string, data: Data): TextEdits {
  const before = textOfFile(files, path);
  try {
    const text = rewriteYaml(before, data);
    return text === before ? new Map() : new Map([[path, text]]);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UneditableFileError(path, UNUSUAL, { cause: error });
  }
}

/** Returns the entries in the files of a guidance, in order. @throws {UneditableFileError} when a file is no list */
export function entriesOf(files: Files, folder: string): FileEntry[] {
  return filesOfKind(files, folder, 'vragen').flatMap((file) => entriesIn(files, file));
}

/**
 * Returns an entry of a guidance; `undefined` when there is none with this id.
 * @throws {UneditableFileError} when a file that may hold it is no list
 */
export function findFileEntry(files: Files, folder: string, id: string): FileEntry | undefined {
  return filesOfKind(files, folder, 'vragen', id)
    .flatMap((path) => entriesIn(files, path))
    .find((entry) => entry.id === id);
}

/** Returns the file in which most of some items are; `undefined` when there are none. */
export function commonestFile(items: readonly { readonly file: string }[]): string | undefined {
  const counts = Map.groupBy(items, ({ file }) => file);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

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
