import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../../shared/atomic-write.ts';
import type { FileChange } from './history.ts';

/** Returns the bytes of a file; `undefined` when there is none. @throws other errors of the file system */
export function bytesAt(directory: string, path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(directory, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the files of a change. @throws the error of the file system; some are written then: see `takeBack` */
export function writeAll(directory: string, changes: readonly FileChange[]): void {
  for (const { path, after } of changes) writeOne(directory, path, after);
}

/**
 * Puts back the files of a change that was written in part. Files that others changed stay as they are.
 * @throws the error of the file system
 */
export function takeBack(directory: string, changes: readonly FileChange[]): void {
  for (const { path, before, after } of changes) {
    if (isSame(bytesAt(directory, path), after)) writeOne(directory, path, before);
  }
}

/** Whether two files have the same bytes, or are both absent. */
export function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Buffer.compare(one, other) === 0;
}

function writeOne(directory: string, path: string, bytes: Uint8Array | undefined): void {
  const file = join(directory, path);
  if (bytes === undefined) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeAtomically(file, [bytes]);
}

/** Returns in Dutch why the disk refused to write a file. */
export function reasonOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'De schijf is vol. Maak ruimte, en probeer het opnieuw.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'EROFS')
    return 'In deze map mag de werkbank niet schrijven, of een bestand is open in een ander programma. Sluit dat, en probeer het opnieuw.';
  if (code === 'ENOTDIR' || code === 'EISDIR')
    return 'Op de plek van een bestand staat een map, of andersom. Kijk in de map van de kennis.';
  return `Het lukte niet (${code === '' ? 'onbekende fout' : code}). Kijk of de map van de kennis er nog is.`;
}
