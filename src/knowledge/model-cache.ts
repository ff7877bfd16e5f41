import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ModelCache } from '../core/index.ts';
import { removeAbandoned, writeAtomically } from '../shared/atomic-write.ts';
import { coreDigest } from './code-digest.ts';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/handreiking-bot');
/** What is kept in a cache: the ending of its file names, and how many files stay. */
interface CacheKind {
  readonly ending: string;
  readonly maxFiles: number;
}

/** Tests and evaluations train models of parts of the knowledge. A file is some 14 MB. */
const MODELS: CacheKind = { ending: '.model', maxFiles: 4 };
/** What checks with trained models found: some 100 KB for each version of the knowledge. */
export const CHECKS: CacheKind = { ending: '.check', maxFiles: 20 };
/** Bytes: a CRC-32, and padding, because the arrays of a model are aligned to 8 bytes. */
const HEAD_LENGTH = 8;

/**
 * Caches trained models as files in a folder, so that a second start takes less than half a second; with another `kind`
 * other bytes. Reads models that came with the bot too: a bundle is trained when it is made. Keeps the files used last, and removes what earlier processes left
 * unfinished. Where nothing can be written, or a file is damaged, the bot trains again.
 *
 * `code` is part of the file names: models of other code are not found.
 */
export function createFileCache(
  folder: string = FOLDER,
  code: string = coreDigest(),
  kind: CacheKind = MODELS,
): ModelCache {
  removeAbandoned(folder);
  const nameOf = (key: string) => `${key}-${code}${kind.ending}`;
  const find = (own: string, key: string) => readFrom(join(own, nameOf(key)));
  return {
    read: (key) => find(folder, key) ?? (folder === FOLDER ? undefined : find(FOLDER, key)),
    write: (key, bytes) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeAtomically(join(folder, nameOf(key)), [headOf(bytes), bytes]);
        prune(folder, kind);
      } catch {
        // The next start trains again.
      }
    },
  };
}

function readFrom(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    const body = bytes.subarray(HEAD_LENGTH);
    if (!headOf(body).equals(bytes.subarray(0, HEAD_LENGTH))) return undefined;
    touch(path);
    return body;
  } catch {
    return undefined;
  }
}

/** A checksum for damage, not for attacks: who can write here can write the bot itself. SHA-256 takes seven times as long. */
function headOf(bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_LENGTH);
  head.writeUInt32LE(crc32(bytes));
  return head;
}

/** Sets the times of a file to now, for `prune`. Fails in a read-only folder, as in an image, which is never pruned. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The file was read all the same.
  }
}

function prune(folder: string, { ending, maxFiles }: CacheKind): void {
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(maxFiles)
    .forEach(({ path }) => {
      rmSync(path, { force: true });
    });
}
