import type { CheckAnswer } from '../../../src/core/index.ts';

/**
 * What a person reads in a reply, in order: each word, then as one item each `[a choice]` and `<a vote>`. Punctuation is
 * left out, because each channel has its own way to set a quote or a lead apart.
 */
export type Reading = readonly string[];

/** A channel with its own payloads, as the contract sees it. */
export interface ParityChannel {
  /** Begins a conversation that knows nothing of others. */
  readonly open: () => Promise<Talk>;
  readonly stop: () => Promise<void>;
}

export interface Talk {
  readonly type: (text: string) => Promise<Reading>;
  /** Presses a choice of the last reply, counted from zero. */
  readonly press: (place: number) => Promise<Reading>;
  /** Votes that the last answer, of this entry, is not useful; what follows may be below the answer. */
  readonly voteDown: (entry: string) => Promise<Reading>;
  /** Presses the first reason that is offered after that. */
  readonly explain: () => Promise<Reading>;
  /** Fills in the self-check with these answers, one for each question; its conclusion may be below the questions. */
  readonly fill: (check: FilledIn) => Promise<Reading>;
}

/** A self-check to fill in. */
export interface FilledIn {
  readonly entry: string;
  readonly questions: readonly string[];
  readonly answers: readonly CheckAnswer[];
}

export const words = (text: string): Reading => text.match(/[\p{L}\p{N}]+/gu) ?? [];
export const choice = (label: string) => `[${words(label).join(' ')}]`;
export const vote = (label: string) => `<${words(label).join(' ')}>`;

/** One of a list that must be there. */
export function itemAt<T>(list: readonly T[], place: number): T {
  const item = list.at(place);
  if (item === undefined) throw new TypeError(`there is no item ${place} among ${list.length}`);
  return item;
}
