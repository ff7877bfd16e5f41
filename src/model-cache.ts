import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelCache } from './core/index.ts';

const FOLDER = join(import.meta.dirname, '../node_modules/.cache/handreiking-bot');
/** A few, because tests and evaluations leave parts of the knowledge out. Each is some 30 MB. */
const MOST_FILES = 4;
const DIGEST_LENGTH = 32;

/**
 * Keeps trained models as files, so that a second start takes a second. Where nothing can be written (a read-only
 * container) or a file is damaged, the bot trains again: the cache is never needed.
 */
export function createFileCache(folder: string = FOLDER): ModelCache {
  return {
    read: (key) => {
      try {
        const bytes = readFileSync(join(folder, `${key}.model`));
        const body = bytes.subarray(DIGEST_LENGTH);
        if (!digest(body).equals(bytes.subarray(0, DIGEST_LENGTH))) return undefined;
        return new Float32Array(Uint8Array.from(body).buffer);
      } catch {
        return undefined;
      }
    },
    write: (key, values) => {
      try {
        mkdirSync(folder, { recursive: true });
        const body = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
        const unfinished = join(folder, `${key}.${process.pid}.part`);
        writeFileSync(unfinished, Buffer.concat([digest(body), body]));
        renameSync(unfinished, join(folder, `${key}.model`));
        prune(folder);
      } catch {
        // See above: without a cache the next start trains again.
      }
    },
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function prune(folder: string): void {
  readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(MOST_FILES)
    .forEach(({ path }) => {
      rmSync(path, { force: true });
    });
}
