import { checkFiles, KnowledgeError, readFiles } from '../../knowledge/index.ts';
import type { CheckedKnowledge, Files } from '../../knowledge/index.ts';
import { createCachedFiles } from '../working-copy/cached-files.ts';
import type { Edits } from '../working-copy/types.ts';
import type { ThreadData } from './tasks.ts';

/** Checks that are remembered: of what is on disk, and of what is being edited, for a message and two previews. */
const RECENT = 2;

/** A knowledge directory that is read again and again: unchanged files keep their bytes, and so are parsed once. */
export interface Directory {
  /** Returns the files with these edits, checked. A directory without a guidance has that as its problem. */
  readonly check: (edits?: Edits) => CheckedKnowledge;
  /** Returns the files on disk. @throws {KnowledgeError} when there is no guidance */
  readonly read: () => ReturnType<typeof readFiles>;
}

/** Creates the reader of a knowledge directory. */
export function createDirectory({ directory, channelTexts }: ThreadData): Directory {
  const edited = new Map<string, { readonly text: string; readonly bytes: Uint8Array }>();
  const readCached = createCachedFiles();
  const read = () => readFiles(directory, readCached);
  const bytesOf = (path: string, text: string): Uint8Array => {
    const before = edited.get(path);
    if (before?.text === text) return before.bytes;
    const bytes = new TextEncoder().encode(text);
    edited.set(path, { text, bytes });
    return bytes;
  };
  const withEdits = (files: Files, edits: Edits): Files => {
    const changed = new Map(files);
    for (const [path, text] of edits)
      if (text === undefined) changed.delete(path);
      else changed.set(path, bytesOf(path, text));
    return changed;
  };
  let recent: readonly { readonly files: Files; readonly checked: CheckedKnowledge }[] = [];
  const checkOnce = (found: ReturnType<typeof readFiles>): CheckedKnowledge => {
    const known = recent.find(({ files }) => isSame(files, found.files));
    if (known !== undefined) return known.checked;
    const checked = checkFiles(found, channelTexts);
    recent = [{ files: found.files, checked }, ...recent].slice(0, RECENT);
    return checked;
  };
  return {
    read,
    check: (edits = new Map()) => {
      try {
        const found = read();
        const files = withEdits(found.files, edits);
        return checkOnce({ ...found, files, slugs: slugsAfter(found, files) });
      } catch (error) {
        if (!(error instanceof KnowledgeError)) throw error;
        return { problems: () => error.problems, subject: undefined, guidances: [] };
      }
    },
  };
}

/** The folders of the guidances after edits, which may add a guidance or take one away. */
function slugsAfter(found: Pick<ReturnType<typeof readFiles>, 'files' | 'slugs'>, files: Files): string[] {
  const foldersIn = (paths: Iterable<string>) =>
    new Set([...paths].map((path) => path.split('/', 1)[0] ?? ''));
  const [was, is] = [foldersIn(found.files.keys()), foldersIn(files.keys())];
  return [...new Set([...found.slugs, ...is])]
    .filter((folder) => folder !== 'basis' && (is.has(folder) || !was.has(folder)))
    .sort();
}

/** Unchanged files have the same bytes in memory. */
function isSame(one: Files, other: Files): boolean {
  return one.size === other.size && [...one].every(([path, bytes]) => other.get(path) === bytes);
}
