import { randomUUID } from 'node:crypto';
import type { UserMessage } from '../../src/assistant/index.ts';
import { ENTRY_ID } from '../../src/core/index.ts';
import type { Language } from '../../src/core/index.ts';

/** The fields of a vote. */
export interface VoteFields {
  readonly conversation: string;
  readonly entry: string;
  readonly useful: boolean;
  /** Of the answer. */
  readonly language?: Language;
}

/** Names of the fields in forms, addresses and JSON. */
export const FIELD = {
  question: 'vraag',
  /** The value of the pressed button; sent instead of a question. */
  choice: 'keuze',
  conversation: 'gesprek',
  entry: 'antwoord',
  useful: 'nuttig',
  /** Of the reply that the button is part of. */
  language: 'taal',
  /** The sealed turn that a page without JavaScript shows. */
  turn: 'beurt',
  /** Of a vote without JavaScript. */
  outcome: 'uitkomst',
} as const;

const CONVERSATION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Returns the fields of a form that was sent without JavaScript. A field that is given twice is left out. */
export function formOf(body: Buffer): Readonly<Record<string, unknown>> {
  const fields = new URLSearchParams(body.toString('utf8'));
  const given = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries(
    [...given].flatMap(([name, all]) => (all.length === 1 ? [[name, all[0]?.[1]]] : [])),
  );
}

/** Returns the fields of a JSON object; `undefined` when the body is no JSON or no object. */
export function jsonOf(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the message, in a new conversation when the fields hold none; `undefined` when the question is no text. */
export function messageOf(fields: Readonly<Record<string, unknown>>): UserMessage | undefined {
  const { [FIELD.choice]: choice, [FIELD.entry]: about } = fields;
  const pressed = choice !== undefined;
  const text = pressed ? choice : fields[FIELD.question];
  if (typeof text !== 'string') return undefined;
  return {
    text,
    pressed,
    conversation: conversationOf(fields),
    ...(typeof about === 'string' && { about }),
    ...languageIn(fields),
  };
}

/** Returns the vote; `undefined` when a field is missing or invalid. */
export function voteOf(fields: Readonly<Record<string, unknown>>): VoteFields | undefined {
  const { [FIELD.entry]: entry, [FIELD.useful]: useful } = fields;
  if (typeof entry !== 'string' || !ENTRY_ID.test(entry) || (useful !== 'ja' && useful !== 'nee'))
    return undefined;
  return { conversation: conversationOf(fields), entry, useful: useful === 'ja', ...languageIn(fields) };
}

/** Returns the language of the reply that a form was part of. */
export function languageIn({ [FIELD.language]: language }: Readonly<Record<string, unknown>>): {
  language?: Language;
} {
  return language === 'nl' || language === 'en' ? { language } : {};
}

function conversationOf(fields: Readonly<Record<string, unknown>>): string {
  const given = fields[FIELD.conversation];
  return typeof given === 'string' && CONVERSATION.test(given) ? given : randomUUID();
}
