/** Payloads of Slack are read with care: a field that is missing, or of another type, reads as an empty text. */

export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** The first that says something. */
export function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** A name for a person or a place that leads back to neither without the bot's own secret. */
export type Disguise = (...parts: readonly string[]) => string;

const MARKUP = /<([@#!])([^<>|]*)(?:\|([^<>]*))?>|<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * What a person meant to type: without mentions, channel names and links, and with `&`, `<` and `>` as typed.
 * https://docs.slack.dev/messaging/formatting-message-text/#retrieving-messages
 */
export function meant(text: string): string {
  return unescape(
    text.replace(MARKUP, (_, sign?: string, _id?: string, _name?: string, url?: string, label?: string) =>
      sign === undefined ? (label ?? url ?? '') : ' ',
    ),
  )
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** A message as its reader sees it; who is mentioned without a name in it stays out. */
export function legible(text: string): string {
  return unescape(
    text.replace(MARKUP, (_, sign?: string, id?: string, name?: string, url?: string, label?: string) => {
      if (sign === undefined) return label ?? url ?? '';
      // `<!here>`, but also `<!date^…|Monday>` and `<!subteam^S1|@team>`.
      if (sign === '!') return name ?? `@${id ?? ''}`;
      return `${sign}${name?.replace(/^@/, '') ?? '…'}`;
    }),
  ).trim();
}

/** Once: what a person typed as `&amp;lt;` reads as `&lt;`. */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
