import { isDeepStrictEqual } from 'node:util';
import { readFiles } from '../../knowledge/index.ts';
import type { Files } from '../../knowledge/index.ts';
import type { ReadEntries } from '../parts.ts';

/** A question that is not the same in two versions of the knowledge. */
export interface EntryDifference {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly folder: string;
  readonly id: string;
  readonly question: string;
}

/** What two versions of the knowledge differ in. */
export interface Differences {
  readonly entries: readonly EntryDifference[];
  /** Paths of other files that differ. */
  readonly files: readonly string[];
}

/** A version of the knowledge. */
export interface KnowledgeVersion {
  readonly files: Files;
  readonly slugs: readonly string[];
}

/** Returns the knowledge in a directory; empty when there is none. */
export function versionIn(directory: string): KnowledgeVersion {
  try {
    return readFiles(directory);
  } catch {
    return { files: new Map(), slugs: [] };
  }
}

/** Returns what is different in `after`. */
export function differencesOf(
  before: KnowledgeVersion,
  after: KnowledgeVersion,
  readEntries: ReadEntries,
): Differences {
  const slugs = [...new Set([...before.slugs, ...after.slugs])].sort();
  return {
    entries: slugs.flatMap((folder) => {
      const [old, now] = [before, after].map(
        ({ files }) => new Map(readEntries(files, folder).map(({ id, data }) => [id, data])),
      ) as [Map<string, Readonly<Record<string, unknown>>>, Map<string, Readonly<Record<string, unknown>>>];
      return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): EntryDifference[] => {
        const [was, is] = [old.get(id), now.get(id)];
        if (isDeepStrictEqual(was, is)) return [];
        const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
        const question = (is ?? was)?.['vraag'];
        return [{ kind, folder, id, question: typeof question === 'string' ? question : id }];
      });
    }),
    files: [...new Set([...before.files.keys(), ...after.files.keys()])]
      .filter((path) => !/^[^/]+\/vragen\//.test(path))
      .filter((path) => !isSameFile(before.files.get(path), after.files.get(path)))
      .sort(),
  };
}

function isSameFile(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}
