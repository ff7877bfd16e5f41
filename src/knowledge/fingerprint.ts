import { createHash } from 'node:crypto';

/** Hexadecimal digits: people read it aloud, and 48 bits do not collide by chance. */
const DIGITS = 12;

/** The fingerprint of a set of files by path: the first 12 hexadecimal digits of the SHA-256 of their paths and bytes. */
export function fingerprint(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(files.get(path) ?? '')
      .update('\0');
  }
  return hash.digest('hex').slice(0, DIGITS);
}

/** SHA-256 in hexadecimal digits; of a text, of its UTF-8. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
