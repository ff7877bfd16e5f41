import type { Language, Previous, ReplyKind } from '../core/index.ts';

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

/** A question that got no good answer; only with `MISSED_QUESTIONS=on`. Nothing in it leads to a person or a moment. */
export interface MissedQuestion {
  /** Not understood; none of the offered questions was chosen; the answer was voted not useful. */
  readonly reason: 'unknown' | 'choices' | 'not useful';
  readonly language: Language;
  /** Masked: see `mask.ts`. */
  readonly text: string;
}

/** How a store does, for who watches over the bot. */
export interface StoreHealth {
  /** Whether the database fails, so that memory and duplicates are known to this process alone. */
  readonly degraded: boolean;
  /** Rows of counts that wait to be stored. */
  readonly queued: number;
  /** How many counts were not kept since the start, because too much waited. */
  readonly dropped: number;
}

/** Where state is kept: a file in a directory of one replica, or PostgreSQL. */
export type Place =
  | { readonly kind: 'sqlite'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** All state of the bot. Nothing here rejects, and everything answers within a fraction of a second. */
export interface Store {
  /** What the conversation was about, for thirty minutes; never its text. */
  readonly recall: (conversation: string) => Promise<Previous | undefined>;
  readonly remember: (conversation: string, previous: Previous) => Promise<void>;
  /** Whether nobody claimed this key in the last ten minutes; whoever gets `true` has it now. */
  readonly claim: (key: string) => Promise<boolean>;
  /** Counts without waiting. */
  readonly count: (counted: Counted) => void;
  /** Keeps it without waiting; where there is no database, not at all. */
  readonly miss: (question: MissedQuestion) => void;
  readonly health: () => StoreHealth;
  /** Stores what waits, for some seconds at most, and lets go of the database. */
  readonly close: () => Promise<void>;
}

const MINUTE = 60_000;
export const CONVERSATION_LIFETIME = 30 * MINUTE;
/** Slack sends an event that was not acknowledged again after 5 minutes at the latest. */
export const CLAIM_LIFETIME = 10 * MINUTE;
/** Counts hold nothing of persons; after two years they serve nobody. */
export const COUNT_DAYS = 2 * 365;
export const MISSED_DAYS = 28;
