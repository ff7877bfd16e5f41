import type { Choice, Reply } from '../types.ts';

/** What buttons carry and how it is read back: `entry:<id>`, or `topic:<name>` with `#<page>` after it but for the first. */
export type Pressed =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'topic'; readonly topic: string; readonly page: number };

const ENTRY = 'entry:';
const TOPIC = 'topic:';

export function entryValue(id: string): string {
  return `${ENTRY}${id}`;
}

export function topicValue(topic: string, page = 1): string {
  return `${TOPIC}${topic}${page === 1 ? '' : `#${page}`}`;
}

/** Whether a text is the value of a button and nothing that a person typed; a command in a button reads like a typed one. */
export function isButton(text: string): boolean {
  return text.startsWith(ENTRY) || text.startsWith(TOPIC);
}

/** What a pressed button asks for, whether or not it exists; nothing for any other text. */
export function readButton(text: string): Pressed | undefined {
  const pressed = text.trim();
  if (!isButton(pressed)) return undefined;
  const [, kind, value] = /^(entry|topic):(.{1,200})$/su.exec(pressed) ?? [];
  if (value === undefined) return undefined;
  if (kind === 'entry') return { kind, entry: value.trim() };
  const [, topic = '', page = '1'] = /^(.*?)(?:#(\d{1,3}))?$/su.exec(value) ?? [];
  return { kind: 'topic', topic: topic.trim(), page: Number(page) };
}

/** All buttons of a reply, in order. */
export function buttonsIn({ blocks }: Reply): Choice[] {
  return blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
}

/** Ids of the entries that a reply has buttons for. */
export function offeredIn(reply: Reply): string[] {
  return buttonsIn(reply)
    .filter(({ value }) => value.startsWith(ENTRY))
    .map(({ value }) => value.slice(ENTRY.length));
}
