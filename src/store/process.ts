import type { Previous } from '../core/index.ts';
import { createRecent } from '../shared/ttl-cache.ts';
import { createSeen } from './deduplicate.ts';
import { CLAIM_LIFETIME, CONVERSATION_LIFETIME } from './types.ts';
import type { Store } from './types.ts';

const MOST_CONVERSATIONS = 10_000;
const MOST_CLAIMS = 2 ** 18;

/** State in this process only: gone at a restart, not shared with other replicas; counts are not kept. */
export function createProcessStore(now: () => number = Date.now): Store {
  const conversations = createRecent<Previous>(CONVERSATION_LIFETIME, MOST_CONVERSATIONS, now);
  const isFree = createSeen(CLAIM_LIFETIME, MOST_CLAIMS, now);
  return {
    recall: (conversation) => Promise.resolve(conversations.get(conversation)),
    remember: (conversation, previous) => {
      conversations.set(conversation, previous);
      return Promise.resolve();
    },
    claim: (key) => Promise.resolve(isFree(key)),
    count: () => undefined,
    miss: () => undefined,
    health: () => ({ degraded: false, queued: 0, dropped: 0 }),
    close: () => Promise.resolve(),
  };
}
