import { randomUUID } from 'node:crypto';
import type { UserMessage } from '../../src/assistant/index.ts';

/** The fields of a vote. */
export interface VoteFields {
  readonly conversation: string;
  readonly entry: string;
  readonly useful: boolean;
}

/** Names of the fields in forms, addresses and JSON. */
export const FIELD = {
  question: 'vraag',
  /** The value of the pressed button; sent instead of a question. */
  choice: 'keuze',
  conversation: 'gesprek',
  entry: 'antwoord',
  useful: 'nuttig',
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
  };
}

/** Returns the vote; `undefined` when a field is missing or invalid. */
export function voteOf(fields: Readonly<Record<string, unknown>>): VoteFields | undefined {
  const { [FIELD.entry]: entry, [FIELD.useful]: useful } = fields;
  const isEntry = typeof entry === 'string' && /^[\w-]{1,200}$/.test(entry);
  if (!isEntry || (useful !== 'ja' && useful !== 'nee')) return undefined;
  return { conversation: conversationOf(fields), entry, useful: useful === 'ja' };
}

function conversationOf(fields: Readonly<Record<string, unknown>>): string {
  const given = fields[FIELD.conversation];
  return typeof given === 'string' && CONVERSATION.test(given) ? given : randomUUID();
}
