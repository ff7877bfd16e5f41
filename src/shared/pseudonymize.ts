import { hash, randomBytes } from 'node:crypto';

const SECRET = randomBytes(32).toString('base64');

/**
 * Returns SHA-256 of a secret of this process and the name, in base64: the same name gives the same pseudonym until the
 * process ends. It is 44 characters, whereas a substring would keep the whole message that it was cut from in memory.
 */
export function pseudonymize(name: string): string {
  return hash('sha256', SECRET + name, 'base64');
}
