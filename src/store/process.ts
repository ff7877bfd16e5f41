import type { Previous, Reason } from '../core/index.ts';
import { createLruCache } from '../shared/lru-cache.ts';
import { createDeduplicator } from './deduplicate.ts';
import { createProcessSecrets } from './secrets.ts';
import { CLAIM_LIFETIME, CLAIM_LIFETIMES, CONVERSATION_LIFETIME } from './types.ts';
import type { BallotResult, Store } from './types.ts';

const MAX_CONVERSATIONS = 10_000;
const MAX_CLAIMS = 2 ** 18;
const MAX_PRESSES = 2 ** 12;
const MAX_BALLOTS = 10_000;

/** Returns a store in the memory of this process: lost at a restart, not shared with other replicas, without counts. */
export function createProcessStore(now: () => number = Date.now): Store {
  const secretsOf = createProcessSecrets(now);
  const conversations = createLruCache<Previous>({ max: MAX_CONVERSATIONS, ttl: CONVERSATION_LIFETIME, now });
  const isNew = {
    event: createDeduplicator(CLAIM_LIFETIMES.event, MAX_CLAIMS, now),
    press: createDeduplicator(CLAIM_LIFETIMES.press, MAX_PRESSES, now),
  };
  const ballots = createLruCache<{ useful: boolean; reason: Reason | undefined; readonly since: number }>({
    max: MAX_BALLOTS,
    ttl: CLAIM_LIFETIME,
    now,
  });
  const castBallot = (ballot: string, useful: boolean, reason?: Reason): BallotResult => {
    const known = ballots.get(ballot);
    if (known === undefined) {
      const since = now();
      ballots.set(ballot, { useful, reason, since });
      return { outcome: 'first', isNewReason: reason !== undefined, since };
    }
    const before = { ...known };
    known.useful = useful;
    // The same vote without a reason takes no reason back.
    known.reason = useful ? undefined : (reason ?? before.reason);
    return {
      outcome: useful === before.useful ? 'same' : 'changed',
      isNewReason: known.reason !== undefined && known.reason !== before.reason,
      ...(before.reason !== undefined && known.reason !== before.reason && { withdrawn: before.reason }),
      since: known.since,
    };
  };
  return {
    recall: (conversation) => Promise.resolve(conversations.get(conversation)),
    remember: (conversation, previous) => {
      conversations.set(conversation, previous);
      return Promise.resolve();
    },
    claim: (key, kind = 'event') => Promise.resolve(isNew[kind](key)),
    castBallot: (...vote) => Promise.resolve(castBallot(...vote)),
    secrets: (purpose) => Promise.resolve(secretsOf(purpose)),
    count: () => undefined,
    keepMissed: () => undefined,
    health: () => ({ degraded: false, queued: 0, dropped: 0 }),
    close: () => Promise.resolve(),
  };
}
