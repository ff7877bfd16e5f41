import type { Previous } from '../core/index.ts';
import { createLruCache } from '../shared/lru-cache.ts';
import { createDeduplicator } from './deduplicate.ts';
import { CLAIM_LIFETIME, CONVERSATION_LIFETIME } from './types.ts';
import type { Store } from './types.ts';

const MAX_CONVERSATIONS = 10_000;
const MAX_CLAIMS = 2 ** 18;

/** Returns a store in the memory of this process: lost at a restart, not shared with other replicas, without counts. */
export function createProcessStore(now: () => number = Date.now): Store {
  const conversations = createLruCache<Previous>({ max: MAX_CONVERSATIONS, ttl: CONVERSATION_LIFETIME, now });
  const isNew = createDeduplicator(CLAIM_LIFETIME, MAX_CLAIMS, now);
  return {
    recall: (conversation) => Promise.resolve(conversations.get(conversation)),
    remember: (conversation, previous) => {
      conversations.set(conversation, previous);
      return Promise.resolve();
    },
    claim: (key) => Promise.resolve(isNew(key)),
    count: () => undefined,
    keepMissed: () => undefined,
    health: () => ({ degraded: false, queued: 0, dropped: 0 }),
    close: () => Promise.resolve(),
  };
}
