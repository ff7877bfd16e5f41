import * as z from 'zod';
import { CHECKLIST_ID, ENTRY_ID, isButton, REASONS } from '../../src/core/index.ts';
import type { Language } from '../../src/core/index.ts';
import type { Activity } from './activity.ts';
import { htmlText } from './html.ts';

/**
 * The text as typed, without mentions of the bot, also where Teams left out the entity's text or wrote the name in another
 * way. Names of other people stay. `text` lacks what only the HTML of a message has: emoji, and where a quotation ends.
 */
export function textOf({ text = '', html = '', recipient, mentions }: Activity): string {
  const own = mentions.filter(({ id }) => id === recipient.id);
  const names = new Set(
    [recipient.name, ...own.flatMap(({ name, text: written }) => [name, written])]
      .filter((name) => name !== undefined)
      .map(key),
  );
  const nameOf = (name: string) => (names.has(key(name)) ? ' ' : ` ${name} `);
  return htmlText(html, 'html', nameOf) || htmlText(text, 'text', nameOf);
}

/** A name as it is compared; a mention is written as HTML. */
function key(name: string): string {
  return htmlText(name, 'text').toLowerCase();
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
/** Cards from before 2026-12 do not name their language. */
const cardLanguage = language.optional().catch(undefined);

/** A pseudonym. */
const BALLOT = /^[\w-]{1,100}$/;

/** Commands are short; the name of a topic may be long. */
const isShortOrButton = (text: string) => text.length <= 300 || isButton(text);

/** The data of each kind of button; the checklist has fields of its own for the answers. */
const pressSchema = z.union([
  z
    .object({ ask: z.string().min(1).refine(isShortOrButton), language: cardLanguage })
    .transform(({ ask, language }) => ({ kind: 'ask', text: ask, language }) as const),
  z
    .object({
      vote: z.string().regex(ENTRY_ID),
      useful: z.boolean(),
      reason: z.enum(REASONS).optional(),
      /** A pseudonym that this bot gave: a reason can be on another message than the vote. */
      ballot: z.string().regex(BALLOT).optional(),
      language: language.catch('nl'),
    })
    .transform(({ vote, ...rest }) => ({ kind: 'vote', entry: vote, ...rest }) as const),
  z
    .looseObject({
      check: z.literal(true),
      entry: z.string().regex(ENTRY_ID).optional().catch(undefined),
      language: cardLanguage,
    })
    // Cards from before 2026-12 do not name their self-check.
    .transform(
      (data) =>
        ({ kind: 'check', data, entry: data.entry ?? CHECKLIST_ID, language: data.language }) as const,
    ),
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

const query = z.object({ parameters: z.array(z.unknown()) });
const parameter = z.object({ name: z.unknown().optional(), value: z.string() });

/** What was typed in the search box of the message extension; Teams does not always name the parameter. */
export function searchText(value: unknown): string {
  const parameters = query.safeParse(value).data?.parameters ?? [];
  const typed = parameters
    .map((item) => parameter.safeParse(item).data)
    .find((item) => item !== undefined && item.name !== 'initialRun');
  return htmlText(typed?.value ?? '', 'text');
}
