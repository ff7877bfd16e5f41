import { createHmac, hash, randomBytes } from 'node:crypto';

const SECRET = randomBytes(32).toString('base64');

/**
 * What this process keeps in place of a name that leads to a person: SHA-256 with a key that dies with the process, in
 * base64. It also takes less room than a piece of text, which may hold on to the whole message that it was cut from.
 */
export function secretHash(name: string): string {
  return hash('sha256', SECRET + name, 'base64');
}

/** Returns a pseudonym for a person, a conversation or an event: the same for the same parts. */
export type Pseudonymize = (...parts: readonly (string | undefined)[]) => string;

/**
 * HMAC-SHA256 in base64url under a secret of the bot: equal in every replica, so that all of them recognise a duplicate
 * or a follow-up, and not traceable by a reader of the store.
 */
export function createPseudonymize(secret: string): Pseudonymize {
  return (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}
