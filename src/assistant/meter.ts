import type { ReplyKind } from '../core/index.ts';

const REPLIES = [
  ...(['answer', 'choices', 'checklist', 'silent', 'unknown', 'social', 'topics', 'help', 'about'] as const),
  ...(['limited', 'failed'] as const),
] satisfies readonly (ReplyKind | 'limited' | 'failed')[];

/** What can happen to what comes in, in words from fixed sets: these become labels of metrics. */
export const OUTCOMES = {
  /** A message that somebody typed. */
  question: REPLIES,
  /** A pressed button. */
  button: REPLIES,
  /** Something that was looked up while somebody typed. */
  search: REPLIES,
  vote: ['counted', 'duplicate', 'limited'],
  /** An event as a platform delivers it; `duplicate` when it was delivered before. */
  delivery: ['first', 'duplicate'],
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
  /** @param seconds that answering took, for a question or a button. */
  readonly event: <Type extends EventType>(
    channel: string,
    type: Type,
    outcome: OutcomeOf<Type>,
    seconds?: number,
  ) => void;
}
