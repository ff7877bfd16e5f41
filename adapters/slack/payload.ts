import { decodeEmoji } from './emoji.ts';

/** The value at a path in a payload; `undefined` where a step is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

/** The string at a path in a payload; empty when it is missing or of another type. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** The first text that is not empty, or an empty one. */
export function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

const MARKUP = /<([@#!])([^<>|]*)(?:\|([^<>]*))?>|<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * The text as a person typed it: without mentions and channel names, links as their label, `&`, `<`, `>` and emoji decoded.
 * https://docs.slack.dev/messaging/formatting-message-text/#retrieving-messages
 */
export function typedText(text: string): string {
  return decode(
    text.replace(MARKUP, (_, sign?: string, _id?: string, _name?: string, url?: string, label?: string) =>
      sign === undefined ? (label ?? url ?? '') : ' ',
    ),
  )
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** The text as its reader sees it; a mention without a name becomes `@…`. */
export function shownText(text: string): string {
  return decode(
    text.replace(MARKUP, (_, sign?: string, id?: string, name?: string, url?: string, label?: string) => {
      if (sign === undefined) return label ?? url ?? '';
      // `<!here>`, but also `<!date^…|Monday>` and `<!subteam^S1|@team>`.
      if (sign === '!') return name ?? `@${id ?? ''}`;
      return `${sign}${name?.replace(/^@/, '') ?? '…'}`;
    }),
  ).trim();
}

/** Unescapes once (`&amp;lt;` becomes `&lt;`) and turns the names of emoji into emoji. */
function decode(text: string): string {
  return decodeEmoji(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}
