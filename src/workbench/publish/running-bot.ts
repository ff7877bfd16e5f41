/** Milliseconds that the bot gets to answer. */
const TIMEOUT_MS = 2_000;

/** What a running bot says of its knowledge; `unknown` when it does not answer, or not with that. */
export type RunningBot = { readonly kind: 'hash'; readonly hash: string } | { readonly kind: 'unknown' };

/**
 * Asks a bot which knowledge it has: the fingerprint on its page `/over`. `address`: that page, or what it is below, as
 * `https://bot.example.nl`.
 */
export async function askBot(address: string): Promise<RunningBot> {
  try {
    const page = `${address.replace(/\/(over\/?)?$/, '')}/over`;
    const response = await fetch(page, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    const [hash] = /\b[\da-f]{12}\b/.exec(await response.text()) ?? [];
    return hash === undefined ? { kind: 'unknown' } : { kind: 'hash', hash };
  } catch {
    return { kind: 'unknown' };
  }
}
