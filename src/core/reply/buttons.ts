import { fullId } from '../entry-id.ts';
import type { Choice, Reply } from '../types.ts';

/**
 * A pressed button. Its value is `entry:<id>`, `topic:<guidance>/<name>`, or with `#<page>` for later pages. Buttons from
 * before 2026-12 do not name the guidance.
 */
export type ButtonPress =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'topic'; readonly topic: string; readonly page: number };

const ENTRY = 'entry:';
const TOPIC = 'topic:';

/** Returns the button value of an entry. */
export function entryValue(id: string): string {
  return `${ENTRY}${id}`;
}

const PAGE = /#(\d{1,3})$/;

/** Returns the button value of a page (from 1) of a topic; the first page is named for a topic like "Les #2" only. */
export function topicValue(guidance: string, topic: string, page = 1): string {
  return `${TOPIC}${fullId(guidance, topic)}${page === 1 && !PAGE.test(topic) ? '' : `#${page}`}`;
}

/** Returns whether a text is the button value of an entry or a topic. Commands in buttons are like typed ones. */
export function isButton(text: string): boolean {
  return parseButton(text) !== undefined;
}

/** Parses a button value, whether its entry or topic exists or not; `undefined` for any other text. */
export function parseButton(text: string): ButtonPress | undefined {
  const trimmed = text.trim();
  const value = trimmed.slice(ENTRY.length);
  if (value === '') return undefined;
  if (trimmed.startsWith(ENTRY)) return { kind: 'entry', entry: value.trim() };
  if (!trimmed.startsWith(TOPIC)) return undefined;
  const page = PAGE.exec(value)?.[1] ?? '1';
  return { kind: 'topic', topic: value.replace(PAGE, '').trim(), page: Number(page) };
}

/** Returns all buttons of a reply, in order. */
export function buttonsIn({ blocks }: Reply): Choice[] {
  return blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
}

/** Returns the ids of the entries that a reply has buttons for. */
export function offeredIn(reply: Reply): string[] {
  return buttonsIn(reply).flatMap(({ value }) => {
    const press = parseButton(value);
    return press?.kind === 'entry' ? [press.entry] : [];
  });
}

/** Returns the value of the button for the next page of a topic; `undefined` in a reply without one. */
export function nextPageIn(reply: Reply): string | undefined {
  return buttonsIn(reply).find(({ value }) => {
    const press = parseButton(value);
    return press?.kind === 'topic' && press.page > 1;
  })?.value;
}
