import { createHmac, randomBytes } from 'node:crypto';

/** Milliseconds in which a secret is given for use; for as long again it is given to read what was made with it. */
export const SECRET_LIFETIME = 30 * 60_000;

/** The start of the period that a time is in; both in milliseconds since 1970. */
export function periodOf(time: number): number {
  return time - (time % SECRET_LIFETIME);
}

/** Returns what the secrets of one period are derived from: 32 random bytes in base64url. */
export function newRoot(): string {
  return randomBytes(32).toString('base64url');
}

/** Returns the secret for a purpose: 32 bytes in base64url. */
export function deriveSecret(root: string, purpose: string): string {
  return createHmac('sha256', root).update(purpose).digest('base64url');
}

/** Returns a function that gives the secrets of this process: see `Store.secrets`. */
export function createProcessSecrets(now: () => number): (purpose: string) => readonly string[] {
  let roots: readonly { readonly since: number; readonly root: string }[] = [];
  return (purpose) => {
    const current = periodOf(now());
    const known = roots.filter(({ since }) => since >= current - SECRET_LIFETIME);
    const isKnown = known.some(({ since }) => since === current);
    roots = isKnown ? known : [{ since: current, root: newRoot() }, ...known];
    return roots.map(({ root }) => deriveSecret(root, purpose));
  };
}
