import type { Block, TextLink } from '../types.ts';

/** `[text](https://...)`, or an address by itself. Braces in the text would be placeholders, brackets optional parts. */
const LINK =
  /\[(?<text>[^[\]{}()]+)\]\((?<url>https:\/\/(?:[^\s()<>"]|\([^\s()<>"]*\))+)\)|https:\/\/(?:[^\s()<>[\]"“”]|\([^\s()<>"]*\))+/gi;
/** What ends a sentence, not the address before it. */
const AFTER = /[.,;:!?'’]+$/;

/** A text and the links in it. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly TextLink[];
}

/** Takes the links out of what an editor wrote; what is no link stays as it is. */
export function parseLinks(written: string): LinkedText {
  const links: TextLink[] = [];
  let text = '';
  let end = 0;
  for (const { 0: match, index, groups } of written.matchAll(LINK)) {
    text += written.slice(end, index);
    const bare = match.replace(AFTER, '');
    const label = groups?.['text'] ?? bare;
    links.push({ at: text.length, text: label, url: groups?.['url'] ?? bare });
    text += label;
    end = index + (groups?.['text'] === undefined ? bare.length : match.length);
  }
  return { text: text + written.slice(end), links };
}

/** Splits a text at its links: the pieces in order, those that are a link with its address. A link that was cut is none. */
export function linkedParts({
  text,
  links = [],
}: {
  readonly text: string;
  readonly links?: readonly TextLink[];
}): {
  readonly text: string;
  readonly url?: string;
}[] {
  const parts: { text: string; url?: string }[] = [];
  let end = 0;
  for (const link of links) {
    if (link.at < end || !text.startsWith(link.text, link.at)) continue;
    if (link.at > end) parts.push({ text: text.slice(end, link.at) });
    parts.push({ text: link.text, url: link.url });
    end = link.at + link.text.length;
  }
  return end < text.length || parts.length === 0 ? [...parts, { text: text.slice(end) }] : parts;
}

/** Returns a text as its reader can use it where nothing can be clicked: with the addresses of its links in parentheses. */
export function writtenOut(linked: Parameters<typeof linkedParts>[0]): string {
  return linkedParts(linked)
    .map(({ text, url }) => (url === undefined || url === text ? text : `${text} (${url})`))
    .join('');
}

/** Returns a paragraph block with the links that its editor wrote. */
export function linked(written: string): Block {
  const { text, links } = parseLinks(written);
  return { kind: 'paragraph', text, ...(links.length > 0 && { links }) };
}
