import { afterAll, beforeAll } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the tests of the `describe` around the call. */
interface Folder {
  /** Returns the path that a file of this name has, or would have. */
  readonly pathOf: (name: string) => string;
  /** Writes a file, and returns its path. */
  readonly file: (name: string, content: string | Buffer) => string;
}

/** Makes a folder before the tests of the `describe` around the call, and removes it after them. */
export function useFolder(): Folder {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const pathOf = (name: string) => join(folder, name);
  return {
    pathOf,
    file: (name, content) => {
      writeFileSync(pathOf(name), content);
      return pathOf(name);
    },
  };
}
