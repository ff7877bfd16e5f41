import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

/** `coreDigest()` as `scripts/build.mjs` found it: a bundle has no sources to read. */
declare const CORE_DIGEST: string | undefined;

/** Returns the fingerprint of the TypeScript files in a folder. */
export function digestOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = paths.filter((path) => path.endsWith('.ts'));
  return fingerprint(new Map(sources.map((path) => [path, readFileSync(join(folder, path))])));
}

/** Returns the digest of the core's sources: with other code, the same training set may give another model. */
export function coreDigest(): string {
  return typeof CORE_DIGEST === 'undefined' ? digestOf(join(import.meta.dirname, '../core')) : CORE_DIGEST;
}
