import type { Language, Previous, Reason, ReplyKind } from '../core/index.ts';

/** A reply, a choice, a vote or the reason for one, to count. Holds nothing that leads to a person or to what was typed. */
export type CountedEvent =
  | {
      readonly kind: 'reply';
      readonly channel: string;
      readonly language: Language;
      readonly outcome: ReplyKind;
      readonly entry?: string;
    }
  | {
      /** An entry was chosen out of those that the reply before offered. */
      readonly kind: 'chosen';
      readonly channel: string;
      readonly language: Language;
      readonly entry: string;
    }
  | {
      readonly kind: 'vote';
      readonly channel: string;
      readonly entry: string;
      readonly useful: boolean;
      /** For a changed vote: when the opposite vote was counted, which this one replaces. Milliseconds since 1970. */
      readonly replaces?: number;
    }
  | {
      readonly kind: 'reason';
      readonly channel: string;
      readonly entry: string;
      /** Absent when the reason is only taken back. */
      readonly reason?: Reason;
      /** The reason that was counted before, which no longer counts. */
      readonly replaces?: Reason;
      /** When the first vote of the ballot was cast: reasons count in its week. Milliseconds since 1970. */
      readonly since: number;
    };

/** What became of a vote: the first of its ballot, the opposite of the one before, or the same again. */
export interface BallotResult {
  readonly outcome: 'first' | 'changed' | 'same';
  /** Whether a reason was given, and another one, or none, before. */
  readonly isNewReason: boolean;
  /** The reason before, which no longer counts. */
  readonly withdrawn?: Reason;
  /** When the first vote of the ballot was cast, in milliseconds since 1970; when nothing changed, any time. */
  readonly since: number;
}

/** A question without a good answer, kept only with `MISSED_QUESTIONS=on`. Nothing leads back to a person or a moment. */
export interface MissedQuestion {
  /** `unknown`: not understood; `choices`: none of the offered questions was chosen; `not useful`: voted so. */
  readonly reason: 'unknown' | 'choices' | 'not useful';
  readonly language: Language;
  /** Masked: see `mask.ts`. */
  readonly text: string;
  /** Ids of the entries that it was replied to with: the one of the answer, or those that were offered. */
  readonly entries: readonly string[];
  /** When it was kept (milliseconds since 1970): the vote for which it was is changed, so it is taken back. */
  readonly withdraws?: number;
}

/** For `/readyz` and metrics. */
export interface StoreHealth {
  /** Whether the database fails, so that conversations and claims are known to this process only. */
  readonly degraded: boolean;
  /** Why it fails: a code, of the database or of the network. */
  readonly reason?: string;
  /** Rows of counts that are not yet written. */
  readonly queued: number;
  /** Counts that were lost since the start, because the queue was full or a batch kept failing. */
  readonly dropped: number;
}

/** Where state is kept: a file in a directory of one replica, or PostgreSQL. */
export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** All state of the bot. No method rejects, and each settles within a fraction of a second, except `close`. */
export interface Store {
  /** Returns what was remembered of the conversation in the last 30 minutes; never its text. */
  readonly recall: (conversation: string) => Promise<Previous | undefined>;
  readonly remember: (conversation: string, previous: Previous) => Promise<void>;
  /** Returns whether the key was free, and takes it for the lifetime of its kind: `event` by default. One caller gets `true`. */
  readonly claim: (key: string, kind?: ClaimKind) => Promise<boolean>;
  /**
   * Casts a vote; the last one of a ballot is valid, and so is its last reason. A reason is of a vote for not useful; a vote
   * for useful takes it back. A ballot is known for `CLAIM_LIFETIME` after its first vote.
   */
  readonly castBallot: (ballot: string, useful: boolean, reason?: Reason) => Promise<BallotResult>;
  /**
   * Returns secrets for a purpose, 32 bytes in base64url each: the one to use now, then those to read with what was made up
   * to half an hour ago. After an hour a secret is nowhere any more. Equal in every replica and after a restart while the
   * database works, otherwise of this process.
   */
  readonly secrets: (purpose: string) => Promise<readonly string[]>;
  /** Queues a count; returns at once. */
  readonly count: (event: CountedEvent) => void;
  /** Queues a missed question, or its withdrawal; returns at once. Without a database nothing is kept. */
  readonly keepMissed: (question: MissedQuestion) => void;
  readonly health: () => StoreHealth;
  /** Writes the queue, for a few seconds at most, and closes the database. */
  readonly close: () => Promise<void>;
}

const MINUTE = 60_000;
/** Milliseconds. */
export const CONVERSATION_LIFETIME = 30 * MINUTE;
/** Milliseconds. Slack's last retry of an event that was not acknowledged comes after 5 minutes. */
export const CLAIM_LIFETIME = 10 * MINUTE;
/** Milliseconds in which a second press of a button is one press too many: time for a double click, or to wait for a reply. */
const PRESS_LIFETIME = 5_000;
/** The lifetime of each kind of claim. */
export const CLAIM_LIFETIMES = { event: CLAIM_LIFETIME, press: PRESS_LIFETIME } as const;
export type ClaimKind = keyof typeof CLAIM_LIFETIMES;
/** Days that counts are kept. */
export const COUNT_DAYS = 2 * 365;
/** Days that missed questions are kept. */
export const MISSED_DAYS = 28;
