import type { Language, Previous, ReplyKind } from '../core/index.ts';
import { createRecent } from './recent.ts';

/** Something that happened, to be counted. Nothing in it leads to a person or to what was typed. */
export type Counted =
  | {
      readonly kind: 'reply';
      readonly channel: string;
      readonly language: Language;
      readonly outcome: ReplyKind;
      readonly entry?: string;
    }
  | { readonly kind: 'vote'; readonly channel: string; readonly entry: string; readonly useful: boolean };

/** All state of the bot. */
export interface Store {
  /** What the conversation was about, for thirty minutes; never its text. */
  readonly recall: (conversation: string) => Promise<Previous | undefined>;
  readonly remember: (conversation: string, previous: Previous) => Promise<void>;
  /** Whether nobody claimed this key in the last ten minutes; whoever gets `true` has it now. */
  readonly claim: (key: string) => Promise<boolean>;
  /** Counts without waiting. */
  readonly count: (counted: Counted) => void;
}

const MINUTE = 60_000;
export const CONVERSATION_LIFETIME = 30 * MINUTE;
/** Slack sends an event that was not acknowledged again after 5 minutes at the latest. */
export const CLAIM_LIFETIME = 10 * MINUTE;
const MOST_CONVERSATIONS = 10_000;
const MOST_CLAIMS = 100_000;

/** State in this process only: gone at a restart, not shared with other replicas; counts are not kept. */
export function createProcessStore(now: () => number = Date.now): Store {
  const conversations = createRecent<Previous>(CONVERSATION_LIFETIME, MOST_CONVERSATIONS, now);
  const claims = createRecent<true>(CLAIM_LIFETIME, MOST_CLAIMS, now);
  return {
    recall: (conversation) => Promise.resolve(conversations.get(conversation)),
    remember: (conversation, previous) => {
      conversations.set(conversation, previous);
      return Promise.resolve();
    },
    claim: (key) => {
      const isFree = claims.get(key) === undefined;
      if (isFree) claims.set(key, true);
      return Promise.resolve(isFree);
    },
    count: () => undefined,
  };
}
