import type { CardJson, Received } from './connector.ts';

/** The card of the last message in a list. */
export function cardIn(sent: readonly Received[]): CardJson {
  const card = sent.at(-1)?.body.attachments?.[0]?.content;
  if (card === undefined) throw new TypeError('no card was sent');
  return card;
}

/** Every object of a type anywhere in a card. */
export function partsOf(card: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap((item) => partsOf(item, type));
  if (typeof card !== 'object' || card === null) return [];
  const inside = Object.values(card).flatMap((item) => partsOf(item, type));
  return 'type' in card && card.type === type ? [card, ...inside] : inside;
}

/** The texts of the headings of a card, in their order. */
export const headingOf = (card: unknown): unknown[] =>
  partsOf(card, 'TextBlock').flatMap(({ style, text }) => (style === 'heading' ? [text] : []));
