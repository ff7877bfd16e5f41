import { checkFiles, KnowledgeError, readFiles } from '../../knowledge/index.ts';
import type { CheckedKnowledge, Files } from '../../knowledge/index.ts';
import { createCachedFiles } from '../working-copy/cached-files.ts';
import type { Edits } from '../working-copy/types.ts';
import type { ThreadData } from './tasks.ts';

/** A knowledge directory that is read again and again: unchanged files keep their bytes, and so are parsed once. */
export interface Directory {
  /** Returns the files with these edits, checked. A directory without a guidance has that as its problem. */
  readonly check: (edits?: Edits) => CheckedKnowledge;
}

/** Versions whose check is kept: the one on disk, and two that are compared. */
const KEPT = 3;

/** Creates the reader of a knowledge directory. */
export function createDirectory({ directory, channelTexts }: ThreadData): Directory {
  const edited = new Map<string, { readonly text: string; readonly bytes: Uint8Array }>();
  const readCached = createCachedFiles();
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
  const checks: { readonly found: Found; readonly checked: CheckedKnowledge }[] = [];
  return {
    check: (edits = new Map()) => {
      try {
        const onDisk = readFiles(directory, readCached);
        const found = { ...onDisk, files: withEdits(onDisk.files, edits) };
        const known = checks.find((check) => isSame(check.found, found));
        if (known !== undefined) return known.checked;
        const checked = checkFiles(found, channelTexts);
        checks.unshift({ found, checked });
        checks.splice(KEPT);
        return checked;
      } catch (error) {
        if (!(error instanceof KnowledgeError)) throw error;
        return { problems: () => error.problems, subject: undefined, guidances: [] };
      }
    },
  };
}

type Found = ReturnType<typeof readFiles>;

/** Unchanged files have the same bytes in memory, so nothing is compared byte by byte. */
function isSame(a: Found, b: Found): boolean {
  return (
    a.files.size === b.files.size &&
    a.loose.join('/') === b.loose.join('/') &&
    [...a.files].every(([path, bytes]) => b.files.get(path) === bytes)
  );
}
