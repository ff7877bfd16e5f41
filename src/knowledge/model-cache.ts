import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ModelCache } from '../core/index.ts';
import { removeAbandoned, writeWhole } from '../shared/whole-file.ts';
import { coreDigest } from './code-digest.ts';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/handreiking-bot');
/** A few, because tests and evaluations leave parts of the knowledge out. Each is some 14 MB. */
const MOST_FILES = 4;
/** A checksum and four bytes of nothing: parts of a model begin at a multiple of eight. */
const HEAD_LENGTH = 8;
const ENDING = '.model';

/**
 * Keeps what was prepared as files, so that a second start takes less than half a second. Where nothing can be written
 * (a read-only container) or a file is damaged, the bot prepares again: the cache is never needed. The files used last
 * are kept. What came along with the bot is looked for too: a bundle was trained when it was made. What earlier
 * processes left unfinished is removed.
 * File names hold `code`, so that models that other code has fitted are not found.
 */
export function createFileCache(folder: string = FOLDER, code: string = coreDigest()): ModelCache {
  removeAbandoned(folder);
  const find = (own: string, key: string) => readFrom(own, `${key}-${code}`);
  return {
    read: (key) => find(folder, key) ?? (folder === FOLDER ? undefined : find(FOLDER, key)),
    write: (key, bytes) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeWhole(join(folder, `${key}-${code}${ENDING}`), [headOf(bytes), bytes]);
        prune(folder);
      } catch {
        // See above: without a cache the next start prepares again.
      }
    },
  };
}

function readFrom(folder: string, key: string): Uint8Array | undefined {
  const path = join(folder, key + ENDING);
  try {
    const bytes = readFileSync(path);
    const body = bytes.subarray(HEAD_LENGTH);
    if (!headOf(body).equals(bytes.subarray(0, HEAD_LENGTH))) return undefined;
    markUsed(path);
    return body;
  } catch {
    return undefined;
  }
}

/** Against damage, not against people: who can write here can write the bot itself. SHA-256 takes seven times as long. */
function headOf(bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_LENGTH);
  head.writeUInt32LE(crc32(bytes));
  return head;
}

/** A read-only folder, as in an image, cannot be marked and need not be pruned. */
function markUsed(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The file was read all the same.
  }
}

function prune(folder: string): void {
  readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(MOST_FILES)
    .forEach(({ path }) => {
      rmSync(path, { force: true });
    });
}
