import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The workbench's own folder in a knowledge directory; hidden, so that it is not read as knowledge. */
export const STATE_FOLDER = '.redactie';

/** Returns the path of a folder of the workbench's own, without making it. */
export function stateFolder(directory: string, ...names: readonly string[]): string {
  return join(directory, STATE_FOLDER, ...names);
}

/** Makes a folder of the workbench's own, which git ignores, and returns its path. @throws the error of the file system */
export function makeStateFolder(directory: string, ...names: readonly string[]): string {
  const folder = stateFolder(directory, ...names);
  mkdirSync(folder, { recursive: true });
  const ignore = stateFolder(directory, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
}
