import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds since the last byte. What the bot writes (14 MB) is written in less than one second. */
const ABANDONED = 60_000;
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Of a file on its way: who writes it, host and process. */
const OWNER = /\.([\da-f]{8})-(\d+)-[\da-f]{8}\.part$/;
const UNFINISHED = /\.part$/;

/**
 * Writes a file whole or not at all: under a name of its own beside it, which then takes the place of the path. Nothing
 * stays behind when writing fails (a full disk), only when the process is killed: see `removeAbandoned`.
 * @throws the error of the file system.
 */
export function writeWhole(path: string, parts: Iterable<Uint8Array>): void {
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
 * Removes files with such a name that nobody is writing any more: of a process of this machine that has ended, or
 * without a byte for a minute, whoever began them. Call it at the start of a process. Never throws.
 *
 * Several replicas may share the folder. Process ids tell nothing of another machine or container, so there the age
 * decides. Who loses a file all the same (a disk that hung for a minute; containers that share a host name, where each
 * is process 1) gets an error at the rename, as on a full disk; a finished file is never touched.
 */
export function removeAbandoned(folder: string, names: RegExp = UNFINISHED): void {
  for (const name of namesIn(folder)) {
    if (!names.test(name)) continue;
    const path = join(folder, name);
    try {
      if (hasEnded(name) || Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path);
    } catch {
      // Another replica was first, or nothing can be removed here (an image).
    }
  }
}

/** `612c5956.81eQuZ`, beside `612c5956`. */
const UNFINISHED_CODE = /^[\da-f]{8}\.\w{6}$/;

/**
 * Removes what Node left unfinished in `NODE_COMPILE_CACHE`: where it cannot write (a full disk) it leaves a file for
 * each module at every stop, and never looks at it again (measured with 24.21).
 */
export function tidyCompileCache(): void {
  const folder = getCompileCacheDir();
  if (folder !== undefined) removeAbandoned(folder, UNFINISHED_CODE);
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
  // Of an earlier process with this id, as in a container that was started again; a thread may be writing under it.
  if (pid === process.pid) return isMainThread;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
