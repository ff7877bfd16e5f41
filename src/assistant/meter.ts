import { REASONS } from '../core/index.ts';
import type { ReplyKind } from '../core/index.ts';

const REPLIES = [
  ...(['answer', 'choices', 'checklist', 'silent', 'unknown', 'social', 'topics', 'help', 'about'] as const),
  ...(['limited', 'failed'] as const),
] satisfies readonly (ReplyKind | 'limited' | 'failed')[];

/** The outcomes of each type of event. Fixed sets, because they become labels of metrics. */
export const OUTCOMES = {
  /** A typed message, or one in the address of a page. */
  question: REPLIES,
  /** A pressed button that asks a question. */
  button: REPLIES,
  /** Questions to choose from while a person types; `none`: no question was found. */
  suggestion: ['found', 'none', 'limited', 'failed'],
  /** A vote on an entry that exists. */
  vote: ['counted', 'changed', 'duplicate', 'limited'],
  /** Why an answer was not useful; one that replaces another is counted too. */
  reason: REASONS,
  /** A self-check that was sent with an answer to each question. */
  check: ['done'],
  /** An event that a platform delivered; suggestions are not deduplicated. */
  delivery: ['first', 'duplicate'],
  /** A press of a button; `duplicate` when it was pressed a moment before, and got no second answer. */
  press: ['first', 'duplicate'],
  /** An answer that a person shared in a channel; `duplicate` when it was shared there before. */
  share: ['first', 'duplicate'],
  /**
   * `failed`: a fault in the channel, answered with an apology. `lost`: an answer or apology that could not be delivered,
   * or a question that could not be accepted.
   */
  fault: ['failed', 'lost'],
} as const satisfies Record<string, readonly string[]>;

/** Type of an event. */
export type EventType = keyof typeof OUTCOMES;
/** Outcome of an event of this type. */
export type OutcomeOf<Type extends EventType> = (typeof OUTCOMES)[Type][number];

/** Counts events for operators; nothing leads back to a person or a text. */
export interface Meter {
  /** @param seconds time to answer, for a question or a button that was answered */
  readonly event: <Type extends EventType>(
    channel: string,
    type: Type,
    outcome: OutcomeOf<Type>,
    seconds?: number,
  ) => void;
}
