import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeStateFolder } from './state-folder.ts';

/** Milliseconds. A save takes a fraction of a second; a lock of a killed process is older. */
const ABANDONED_AFTER = 10_000;
const WAIT = 20;

/**
 * Runs work that reads and then writes files of a directory, one at a time, also when two workbenches are open on a shared
 * disk. Waits for the other one, at most ten seconds. @throws the error of the file system, or of the work
 */
export function withLock<T>(directory: string, work: () => T): T {
  const lock = join(makeStateFolder(directory), 'slot');
  takeLock(lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): void {
  const started = performance.now();
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // The clock of a network disk may differ from ours.
    if (Math.max(ageOf(lock), performance.now() - started) > ABANDONED_AFTER) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
  }
}

/** Milliseconds; 0 when it is gone meanwhile. */
function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}
