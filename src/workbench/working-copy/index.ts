import { isUtf8 } from 'node:buffer';
import { KnowledgeError, readFiles, sha256 } from '../../knowledge/index.ts';
import type { Files } from '../../knowledge/index.ts';
import { createLruCache } from '../../shared/lru-cache.ts';
import { createCachedFiles } from './cached-files.ts';
import { createHistory, UNDONE } from './history.ts';
import type { FileChange } from './history.ts';
import { keepStyle } from './keep-style.ts';
import { withLock } from './lock.ts';
import type { SaveResult, WorkingCopy, WorkingFiles } from './types.ts';
import { bytesAt, isSame, reasonOf, takeBack, writeAll } from './write-files.ts';

/** Versions of files whose text is remembered, for showing what another editor changed. */
const REMEMBERED = 500;

/**
 * Returns the working copy in a directory, after taking back a save that a killed process did not finish.
 * @throws the error of the file system when that fails
 */
export function createWorkingCopy(directory: string): WorkingCopy {
  const history = createHistory(directory);
  /** Only with the lock: what is unfinished then, nobody is writing. */
  const takeBackUnfinished = () => {
    for (const { changes, remove } of history.unfinished()) {
      takeBack(directory, changes);
      remove();
    }
  };
  if (history.unfinished().length > 0) withLock(directory, takeBackUnfinished);
  const versions = new WeakMap<Uint8Array, string>();
  const remembered = createLruCache<Uint8Array>({ max: REMEMBERED });
  const readCached = createCachedFiles((bytes) => {
    const version = sha256(bytes);
    versions.set(bytes, version);
    remembered.set(version, bytes);
  });

  const read = (): WorkingFiles => {
    const { files, slugs, hasOwnBase } = readOrNothing(directory, readCached);
    const own = [...files].filter(([path]) => hasOwnBase || !path.startsWith('basis/'));
    return {
      files,
      slugs,
      versions: new Map(own.map(([path, bytes]) => [path, versions.get(bytes)])),
      hasOwnBase,
    };
  };
  // Remembers the texts that are there now, before somebody changes them on disk.
  read();
  /** Writes the changes and adds them to the history. */
  const write = (changes: readonly FileChange[], about: string): SaveResult => {
    const real = changes.filter(({ before, after }) => !isSame(before, after));
    if (real.length === 0) return { kind: 'saved' };
    const { id, finish, cancel } = history.begin(real, about);
    try {
      writeAll(directory, real);
      finish();
    } catch (error) {
      // When this fails too, it stays unfinished, and is taken back before the next save or at the next start.
      takeBack(directory, real);
      cancel();
      throw error;
    }
    return { kind: 'saved', id };
  };
  const safely = (work: () => SaveResult): SaveResult => {
    try {
      return withLock(directory, () => {
        takeBackUnfinished();
        return work();
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return { kind: 'failed', reason: reasonOf(error) };
    }
  };
  return {
    directory,
    read,
    textOf: (version) => {
      const bytes = remembered.get(version);
      return bytes && new TextDecoder().decode(bytes);
    },
    history: history.list,
    textsBefore: (id) => {
      const changes = history.changesOf(id);
      return (
        changes &&
        new Map(changes.map(({ path, before }) => [path, before && new TextDecoder().decode(before)]))
      );
    },
    save: ({ edits, base, about }) =>
      safely(() => {
        const paths = [...new Set([...edits.keys(), ...base.keys()])];
        for (const path of paths) refuseOutside(path);
        const before = new Map(paths.map((path) => [path, bytesAt(directory, path)]));
        const clashes = paths.filter((path) => versionOf(before.get(path)) !== base.get(path));
        if (clashes.length > 0) return { kind: 'clash', paths: clashes };
        const notText = [...edits.keys()].find((path) => !isText(before.get(path)));
        if (notText !== undefined) return { kind: 'failed', reason: `${notText} is geen UTF-8-tekst.` };
        const changes = [...edits].map(([path, text]) => ({
          path,
          before: before.get(path),
          after: text === undefined ? undefined : keepStyle(before.get(path), text),
        }));
        return write(changes, about);
      }),
    undo: (id) =>
      safely(() => {
        const done = history.changesOf(id);
        if (done === undefined) return { kind: 'failed', reason: 'Deze wijziging is niet meer bewaard.' };
        const about = history.list().find((saved) => saved.id === id)?.about ?? '';
        const clashes = done.filter(({ path, after }) => !isSame(bytesAt(directory, path), after));
        if (clashes.length > 0) return { kind: 'clash', paths: clashes.map(({ path }) => path) };
        const back = done.map(({ path, before, after }) => ({ path, before: after, after: before }));
        return write(back, `${UNDONE}${about}`);
      }),
  };
}

/** The files of a directory; none when there is no guidance in it. */
function readOrNothing(
  directory: string,
  read: (path: string) => Uint8Array,
): Omit<WorkingFiles, 'versions'> {
  try {
    return readFiles(directory, read);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return { files: new Map() satisfies Files, slugs: [], hasOwnBase: false };
  }
}

const versionOf = (bytes: Uint8Array | undefined) => bytes && sha256(bytes);

function isText(bytes: Uint8Array | undefined): boolean {
  return bytes === undefined || isUtf8(bytes);
}

/** @throws {TypeError} for a path that does not lead to a file of the knowledge */
function refuseOutside(path: string): void {
  const names = path.split('/');
  if (names.length < 2 || names.some((name) => name === '' || name.startsWith('.') || /[\\:\0]/.test(name)))
    throw new TypeError('a path outside the knowledge');
}
