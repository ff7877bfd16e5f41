import { afterEach, beforeEach } from '@jest/globals';
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

/** Gives each test a folder with two files: one of Windows, one of Linux. */
export function useWorkingFolder() {
  const disk = {
    folder: '',
    write: (path: string, text: string | Uint8Array) => {
      mkdirSync(dirname(join(disk.folder, path)), { recursive: true });
      writeFileSync(join(disk.folder, path), text);
    },
    textAt: (path: string) => readFileSync(join(disk.folder, path), 'utf8'),
    /** Saves what an editor does who saw the files as they are now. */
    save: (edits: Texts, about?: string): SaveResult => {
      const copy = createWorkingCopy(disk.folder);
      return copy.save(seen(edits, copy.read().versions, about));
    },
  };
  beforeEach(() => {
    disk.folder = mkdtempSync(join(tmpdir(), 'werkkopie-'));
    disk.write(FIRST, 'een\r\n');
    disk.write(SECOND, 'twee\n');
  });
  afterEach(() => {
    rmSync(disk.folder, { recursive: true, force: true });
  });
  return disk;
}
