import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorkingCopy } from '../../../src/workbench/working-copy/index.ts';
import type { Save, SaveResult, Versions } from '../../../src/workbench/working-copy/types.ts';

export const FIRST = 'thuis/vragen/een.yaml';
export const SECOND = 'thuis/vragen/twee.yaml';

type Texts = Readonly<Record<string, string | undefined>>;

/** A save of an editor who saw these versions. */
export function seen(edits: Texts, versions: Versions, about = 'iets'): Save {
  return {
    edits: new Map(Object.entries(edits)),
    base: new Map(Object.keys(edits).map((path) => [path, versions.get(path)])),
    about,
  };
}

/** A folder with two files: one of Windows, one of Linux. */
export function workingFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'werkkopie-'));
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(FIRST, 'een\r\n');
  write(SECOND, 'twee\n');
  return {
    folder,
    write,
    textAt: (path: string) => readFileSync(join(folder, path), 'utf8'),
    /** Saves what an editor does who saw the files as they are now. */
    save: (edits: Texts, about?: string): SaveResult => {
      const copy = createWorkingCopy(folder);
      return copy.save(seen(edits, copy.read().versions, about));
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
