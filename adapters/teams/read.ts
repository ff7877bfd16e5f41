import { createHmac } from 'node:crypto';
import type { Language } from '../../src/core/index.ts';
import type { Activity } from './activity.ts';
import { objectOf } from './fields.ts';
import type { Raw } from './fields.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** HTML entities as Teams writes them, in plain text. */
export function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const tidy = (text: string) => decode(text).normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A card as some clients write it behind the text. */
const CARD = /<span class="inline-compose-card".*/su;

/** A mention in a text. Its length is bounded, so that a text full of half mentions costs no time. */
const MENTION = /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/giu;

/**
 * What was typed: without the mentions of the bot itself, also where Teams left the entity's text out or wrote the name
 * another way. Other people's names stay, as words.
 */
export function textOf({ text = '', recipient, mentions }: Activity): string {
  const own = mentions.filter(({ id }) => id === recipient.id);
  const names = new Set(
    [recipient.name, ...own.flatMap(({ name, text: written }) => [name, written?.replace(MENTION, '$1')])]
      .filter((name) => name !== undefined)
      .map((name) => tidy(name).toLowerCase()),
  );
  const kept = text
    .replace(CARD, '')
    .replace(MENTION, (_, name: string) => (names.has(tidy(name).toLowerCase()) ? ' ' : ` ${name} `));
  return tidy(kept);
}

/** Whether the message is meant for the bot: always in a chat with it alone, elsewhere when it is mentioned. */
export function isAddressed({ conversation, recipient, mentions }: Activity): boolean {
  const isPersonal =
    conversation.conversationType === 'personal' ||
    (conversation.conversationType === undefined && conversation.isGroup !== true);
  return isPersonal || mentions.some(({ id }) => id === recipient.id);
}

/** Whether a message is only a card that somebody shares: no question. */
export function isShared(activity: Activity): boolean {
  return activity.holdsCard && textOf(activity) === '';
}

/** English where somebody's Teams is, for what is said before they typed anything; else the guidance's own language. */
export function englishOf({ locale = '' }: Activity): 'en' | undefined {
  return /^en\b/i.test(locale) ? 'en' : undefined;
}

/** What a button of a card sends. */
export type Press =
  | { readonly kind: 'ask'; readonly text: string }
  | {
      readonly kind: 'vote';
      readonly entry: string;
      readonly useful: boolean;
      /** Of the answer that it is about. */
      readonly language: Language;
    }
  /** The self-check was sent, with its answers somewhere in `data` as far as there are any. */
  | {
      readonly kind: 'check';
      readonly data: Raw;
      /** Of the card; absent in one of before cards told it. */
      readonly language: Language | undefined;
    };

const MOST_VALUE = 300;
/** The id of an entry. It is counted, so it can be nothing else. */
const ENTRY = /^[\w.-]{1,100}$/;

/** Reads the data of a button; nothing when it is not one of ours. */
export function readPress(value: unknown): Press | undefined {
  const data = objectOf(value);
  if (data === undefined) return undefined;
  const { ask, vote, useful, language, check } = data;
  if (isValue(ask)) return { kind: 'ask', text: ask };
  if (typeof vote === 'string' && ENTRY.test(vote) && typeof useful === 'boolean')
    return { kind: 'vote', entry: vote, useful, language: language === 'en' ? 'en' : 'nl' };
  if (check !== true) return undefined;
  return { kind: 'check', data, language: language === 'en' || language === 'nl' ? language : undefined };
}

function isValue(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MOST_VALUE;
}

/** The text of a message that an action of the message extension was used on. */
export function messageText(value: unknown): string {
  const body = objectOf(objectOf(objectOf(value)?.['messagePayload'])?.['body']);
  const content = body?.['content'];
  if (typeof content !== 'string') return '';
  const text = content.slice(0, 20_000);
  return tidy(body?.['contentType'] === 'text' ? text : text.replace(/<[^<>]{0,2000}>/gu, ' '));
}

/** What was typed in the search box of the message extension; the name of the parameter is not always given. */
export function searchText(value: unknown): string {
  const parameters = objectOf(value)?.['parameters'];
  if (!Array.isArray(parameters)) return '';
  for (const item of parameters) {
    const parameter = objectOf(item);
    const typed = parameter?.['value'];
    if (parameter?.['name'] !== 'initialRun' && typeof typed === 'string') return tidy(typed.slice(0, 1_000));
  }
  return '';
}

/** A name for a person, a chat or a message that leads back to none of them without the key. */
export type Hide = (...parts: readonly (string | undefined)[]) => string;

export function createHide(key: string): Hide {
  return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}
