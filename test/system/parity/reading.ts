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
