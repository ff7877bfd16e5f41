import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { removeAbandoned, writeAtomically } from '../../shared/atomic-write.ts';
import { makeStateFolder, stateFolder } from './state-folder.ts';
import type { SavedEdit } from './types.ts';

/** The bytes of a file before and after a save; absent when there was no file. */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** The saves of the past, on disk. */
export interface History {
  /** Newest first. */
  readonly list: () => readonly SavedEdit[];
  /** Returns what a save changed; `undefined` when it is not kept any more. */
  readonly changesOf: (id: string) => readonly FileChange[] | undefined;
  /**
   * Writes down what is about to be saved. Call `finish` once the files are written, `cancel` when they are as before; without
   * either it stays `unfinished`. Both throw the error of the file system.
   * @throws the error of the file system
   */
  readonly begin: (
    changes: readonly FileChange[],
    about: string,
  ) => { readonly id: string; readonly finish: () => void; readonly cancel: () => void };
  /** Saves that were begun, and neither finished nor cancelled: of a killed process, unless one is running. */
  readonly unfinished: () => readonly {
    readonly changes: readonly FileChange[];
    readonly remove: () => void;
  }[];
}

/** Begins what an undo says of itself. */
export const UNDONE = 'Ongedaan gemaakt: ';
const FOLDER = 'opgeslagen';
const DONE = /^(\d{8}T\d{9}-[\da-f]{4})\.json$/;
const RUNNING = /\.bezig$/;
const MAX_SAVES = 200;
const MAX_BYTES = 20 * 1024 * 1024;

/** What is in a file of the history; bytes as base64. */
interface Record {
  readonly at: string;
  readonly about: string;
  readonly changes: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Returns the history of a knowledge directory: the last 200 saves, of at most 20 MB together. */
export function createHistory(directory: string): History {
  const folder = stateFolder(directory, FOLDER);
  removeAbandoned(folder);
  const namesIn = () => {
    try {
      return readdirSync(folder).sort();
    } catch {
      return [];
    }
  };
  const recordIn = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record;
  const known = new Map<string, SavedEdit>();
  const savedIn = (name: string): readonly SavedEdit[] => {
    const [, id] = DONE.exec(name) ?? [];
    if (id === undefined) return [];
    try {
      const saved = known.get(id) ?? editOf(id, recordIn(name));
      known.set(id, saved);
      return [saved];
    } catch {
      // Damaged by another program: it cannot be undone.
      return [];
    }
  };
  const list = () => namesIn().flatMap(savedIn).reverse();
  return {
    list,
    changesOf: (id) => {
      const name = `${id}.json`;
      if (!DONE.test(name) || !namesIn().includes(name)) return undefined;
      return changesIn(recordIn(name));
    },
    begin: (changes, about) => {
      // Later than the last save, also within one millisecond or when the clock was set back: the list is in this order.
      const at = new Date(Math.max(Date.now(), (list()[0]?.at.getTime() ?? 0) + 1)).toISOString();
      const id = `${at.replace(/[-:.Z]/g, '')}-${randomBytes(2).toString('hex')}`;
      const record: Record = {
        at,
        about,
        changes: changes.map(({ path, before, after }) => ({
          path,
          before: textOf(before),
          after: textOf(after),
        })),
      };
      const running = join(makeStateFolder(directory, FOLDER), `${id}.bezig`);
      writeAtomically(running, [Buffer.from(JSON.stringify(record))]);
      return {
        id,
        finish: () => {
          renameSync(running, join(folder, `${id}.json`));
          try {
            prune(folder, namesIn());
          } catch {
            // In use by another program; the next save tries again.
          }
        },
        cancel: () => {
          rmSync(running, { force: true });
        },
      };
    },
    unfinished: () =>
      namesIn()
        .filter((name) => RUNNING.test(name))
        .flatMap((name) => {
          const remove = () => {
            rmSync(join(folder, name), { force: true });
          };
          try {
            return [{ changes: changesIn(recordIn(name)), remove }];
          } catch {
            // Damaged, or finished meanwhile by another workbench.
            return [];
          }
        }),
  };
}

/** Removes the oldest saves over the limits; never the newest. */
function prune(folder: string, names: readonly string[]): void {
  let bytes = 0;
  for (const [index, name] of names
    .filter((one) => DONE.test(one))
    .reverse()
    .entries()) {
    bytes += statSync(join(folder, name)).size;
    if (index > 0 && (index >= MAX_SAVES || bytes > MAX_BYTES)) rmSync(join(folder, name), { force: true });
  }
}

function editOf(id: string, { at, about, changes }: Record): SavedEdit {
  return { id, at: new Date(at), about, paths: changes.map(({ path }) => path) };
}

function changesIn({ changes }: Record): FileChange[] {
  return changes.map(({ path, before, after }) => ({ path, before: bytesOf(before), after: bytesOf(after) }));
}

const textOf = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? null : Buffer.from(bytes).toString('base64');
const bytesOf = (text: string | null) => (text === null ? undefined : Buffer.from(text, 'base64'));
