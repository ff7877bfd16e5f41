import * as z from 'zod';
import type { Language } from '../../src/core/index.ts';
import type { Activity } from './activity.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Decodes the HTML entities that Teams writes; others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const normalizeText = (text: string) => decodeEntities(text).normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A card as some clients append it to the text. */
const CARD = /<span class="inline-compose-card".*/su;

/** A mention in a text. Lengths are bounded, so that unclosed mentions take linear time. */
const MENTION = /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/giu;

/**
 * The text as typed, without mentions of the bot, also where Teams left out the entity's text or wrote the name in another
 * way. Names of other people stay.
 */
export function textOf({ text = '', recipient, mentions }: Activity): string {
  const own = mentions.filter(({ id }) => id === recipient.id);
  const names = new Set(
    [recipient.name, ...own.flatMap(({ name, text: written }) => [name, written?.replace(MENTION, '$1')])]
      .filter((name) => name !== undefined)
      .map((name) => normalizeText(name).toLowerCase()),
  );
  const kept = text
    .replace(CARD, '')
    .replace(MENTION, (_, name: string) =>
      names.has(normalizeText(name).toLowerCase()) ? ' ' : ` ${name} `,
    );
  return normalizeText(kept);
}

/** Whether a message is for the bot: always in a personal chat, elsewhere when it is mentioned. */
export function isAddressed({ conversation, recipient, mentions }: Activity): boolean {
  const isPersonal =
    conversation.conversationType === 'personal' ||
    (conversation.conversationType === undefined && conversation.isGroup !== true);
  return isPersonal || mentions.some(({ id }) => id === recipient.id);
}

/** Whether a message is only a card that somebody shares, and no question. */
export function isOnlyCard(activity: Activity): boolean {
  return activity.holdsCard && textOf(activity) === '';
}

/** The language for texts before anything was typed: `en` in an English Teams; `undefined` is the guidance's own. */
export function englishOf({ locale = '' }: Activity): 'en' | undefined {
  return /^en\b/i.test(locale) ? 'en' : undefined;
}

const language = z.enum(['nl', 'en'] satisfies Language[]);

/** The data of each kind of button; the checklist has fields of its own for the answers. */
const pressSchema = z.union([
  z.object({ ask: z.string().min(1).max(300) }).transform(({ ask }) => ({ kind: 'ask', text: ask }) as const),
  z
    .object({
      // The id of an entry: votes are counted by it, so nothing else may pass.
      vote: z.string().regex(/^[\w.-]{1,100}$/),
      useful: z.boolean(),
      language: language.catch('nl'),
    })
    .transform(({ vote, ...rest }) => ({ kind: 'vote', entry: vote, ...rest }) as const),
  z
    // Cards from before 2026-12 do not name their language.
    .looseObject({ check: z.literal(true), language: language.optional().catch(undefined) })
    .transform((data) => ({ kind: 'check', data, language: data.language }) as const),
]);

/**
 * What a button sends: a question or command, a vote on the answer that it is part of, or a submitted self-check with its
 * answers in `data`. `language` is that of the card.
 */
export type Press = z.infer<typeof pressSchema>;

/** Reads the data of a button; `undefined` when it is not one of this bot. */
export function readPress(data: unknown): Press | undefined {
  return pressSchema.safeParse(data).data;
}

const cardAction = z.object({ action: z.object({ data: pressSchema }) });

/** Reads the value of an `adaptiveCard/action`; `undefined` when the button is not one of this bot. */
export function readCardAction(value: unknown): Press | undefined {
  return cardAction.safeParse(value).data?.action.data;
}

const submitAction = z.object({ data: pressSchema });

/** Reads the value of a `composeExtension/submitAction`; `undefined` when the button is not one of this bot. */
export function readSubmitAction(value: unknown): Press | undefined {
  return submitAction.safeParse(value).data?.data;
}

const messageAction = z.object({
  messagePayload: z.object({
    body: z.object({ contentType: z.unknown().optional(), content: z.string() }),
  }),
});

/** The text of the message that an action of the message extension was used on; empty when there is none. */
export function messageText(value: unknown): string {
  const body = messageAction.safeParse(value).data?.messagePayload.body;
  if (body === undefined) return '';
  const content = body.content.slice(0, 20_000);
  return normalizeText(body.contentType === 'text' ? content : content.replace(/<[^<>]{0,2000}>/gu, ' '));
}

const query = z.object({ parameters: z.array(z.unknown()) });
const parameter = z.object({ name: z.unknown().optional(), value: z.string() });

/** What was typed in the search box of the message extension; Teams does not always name the parameter. */
export function searchText(value: unknown): string {
  const parameters = query.safeParse(value).data?.parameters ?? [];
  const typed = parameters
    .map((item) => parameter.safeParse(item).data)
    .find((item) => item !== undefined && item.name !== 'initialRun');
  return normalizeText(typed?.value.slice(0, 1_000) ?? '');
}
