import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** In milliseconds since the last change. The largest file that the bot writes (14 MB) takes less than a second. */
const ABANDONED_AFTER = 60_000;
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Host and process id of the writer, in the name of a temporary file. */
const OWNER = /\.([\da-f]{8})-(\d+)-[\da-f]{8}\.part$/;
const UNFINISHED = /\.part$/;

/**
 * Writes a file atomically: to a temporary file beside it, which is then renamed. The temporary file is removed when
 * writing fails (a full disk); one that a killed process leaves is removed by `removeAbandoned`.
 * @throws the error of the file system
 */
export function writeAtomically(path: string, parts: Iterable<Uint8Array>): void {
  const unfinished = `${path}.${HOST}-${process.pid}-${randomBytes(4).toString('hex')}.part`;
  const file = openSync(unfinished, 'wx');
  try {
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Removes the temporary files of `writeAtomically` that no process is writing any more: the writer was a process of this
 * machine that has ended, or the file has not changed for a minute. Call it when a process starts. Never throws.
 *
 * Several replicas may share the folder. A process id says nothing about another machine or container, so there the age
 * decides. A writer whose file is removed all the same (a disk that hung for a minute; containers with the same host
 * name, where each is process 1) gets an error at the rename, as on a full disk; finished files are never removed.
 */
export function removeAbandoned(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!UNFINISHED.test(name)) continue;
    const path = join(folder, name);
    try {
      if (hasEnded(name) || Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER) rmSync(path);
    } catch {
      // Another replica removed it, or the folder is read-only (an image).
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function hasEnded(name: string): boolean {
  const [, host, id] = OWNER.exec(name) ?? [];
  if (host !== HOST) return false;
  const pid = Number(id);
  // An earlier process with the same id, as in a restarted container; but a thread of this process may be writing.
  if (pid === process.pid) return isMainThread;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
