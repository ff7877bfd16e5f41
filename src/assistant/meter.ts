import type { ReplyKind } from '../core/index.ts';

const REPLIES = [
  ...(['answer', 'choices', 'checklist', 'silent', 'unknown', 'social', 'topics', 'help', 'about'] as const),
  ...(['limited', 'failed'] as const),
] satisfies readonly (ReplyKind | 'limited' | 'failed')[];

/** What can happen to what comes in, in words from fixed sets: these become labels of metrics. */
export const OUTCOMES = {
  /** A message that somebody typed, or sent with an address. */
  question: REPLIES,
  /** A pressed button that asks. */
  button: REPLIES,
  /** Something that was looked up while somebody typed. */
  search: REPLIES,
  /** A vote on an entry that exists. */
  vote: ['counted', 'duplicate', 'limited'],
  /** An event as a platform delivers it; `duplicate` when it was delivered before. Searches are not looked at. */
  delivery: ['first', 'duplicate'],
  /** An answer that somebody put before others; `duplicate` when it stood there. */
  share: ['first', 'duplicate'],
  /**
   * `failed`: the bot apologises for a fault of its own in the channel. `lost`: nobody received what the bot said, be it an
   * answer or an apology, or the bot could not even take what was asked.
   */
  fault: ['failed', 'lost'],
} as const satisfies Record<string, readonly string[]>;

export type EventType = keyof typeof OUTCOMES;
export type OutcomeOf<Type extends EventType> = (typeof OUTCOMES)[Type][number];

/** Counts what happens, for operators. Nothing that is told here leads to a person or to what was typed. */
export interface Meter {
  /** @param seconds that answering took, for a question or a button that was answered. */
  readonly event: <Type extends EventType>(
    channel: string,
    type: Type,
    outcome: OutcomeOf<Type>,
    seconds?: number,
  ) => void;
}
