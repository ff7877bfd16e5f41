import type { Choice, Reply } from '../types.ts';

/** A pressed button. Its value is `entry:<id>`, `topic:<name>`, or `topic:<name>#<page>` for later pages. */
export type ButtonPress =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'topic'; readonly topic: string; readonly page: number };

const ENTRY = 'entry:';
const TOPIC = 'topic:';

/** Returns the button value of an entry. */
export function entryValue(id: string): string {
  return `${ENTRY}${id}`;
}

/** Returns the button value of a page (from 1) of a topic. */
export function topicValue(topic: string, page = 1): string {
  return `${TOPIC}${topic}${page === 1 ? '' : `#${page}`}`;
}

/** Returns whether a text is the button value of an entry or a topic. Commands in buttons are like typed ones. */
export function isButton(text: string): boolean {
  return text.startsWith(ENTRY) || text.startsWith(TOPIC);
}

/** Parses a button value, whether its entry or topic exists or not; `undefined` for any other text. */
export function parseButton(text: string): ButtonPress | undefined {
  const trimmed = text.trim();
  if (!isButton(trimmed)) return undefined;
  const [, kind, value] = /^(entry|topic):(.{1,200})$/su.exec(trimmed) ?? [];
  if (value === undefined) return undefined;
  if (kind === 'entry') return { kind, entry: value.trim() };
  const [, topic = '', page = '1'] = /^(.*?)(?:#(\d{1,3}))?$/su.exec(value) ?? [];
  return { kind: 'topic', topic: topic.trim(), page: Number(page) };
}

/** Returns all buttons of a reply, in order. */
export function buttonsIn({ blocks }: Reply): Choice[] {
  return blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
}

/** Returns the ids of the entries that a reply has buttons for. */
export function offeredIn(reply: Reply): string[] {
  return buttonsIn(reply)
    .filter(({ value }) => value.startsWith(ENTRY))
    .map(({ value }) => value.slice(ENTRY.length));
}
