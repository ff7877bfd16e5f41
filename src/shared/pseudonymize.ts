import { createHmac, hash, randomBytes } from 'node:crypto';

const SECRET = randomBytes(32).toString('base64');

/**
 * Returns SHA-256 of a secret of this process and the name, in base64 (44 characters): the same name gives the same
 * pseudonym until the process ends. A substring as a key would keep the whole message that it was cut from in memory.
 */
export function pseudonymizeInProcess(name: string): string {
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
