import { hash, randomBytes } from 'node:crypto';

const SECRET = randomBytes(32).toString('base64');

/**
 * What this process keeps in place of a name that leads to a person: SHA-256 with a key that dies with the process, in
 * base64. It also takes less room than a piece of text, which may hold on to the whole message that it was cut from.
 */
export function secretHash(name: string): string {
  return hash('sha256', SECRET + name, 'base64');
}
