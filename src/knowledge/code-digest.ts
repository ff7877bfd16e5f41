import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `coreDigest()` as `scripts/build.mjs` found it: a bundle has no sources to read. */
declare const CORE_DIGEST: string | undefined;

/** Returns a digest (16 hexadecimal digits of SHA-256) of the path and content of every file in a folder of sources. */
export function digestOf(folder: string): string {
  const sha256 = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.ts')) continue;
    sha256.update(JSON.stringify([path, readFileSync(join(folder, path), 'utf8')]));
  }
  return sha256.digest('hex').slice(0, 16);
}

/** Returns the digest of the core's sources: with other code, the same training set may give another model. */
export function coreDigest(): string {
  return typeof CORE_DIGEST === 'undefined' ? digestOf(join(import.meta.dirname, '../core')) : CORE_DIGEST;
}
