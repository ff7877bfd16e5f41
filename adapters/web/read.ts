import { randomUUID } from 'node:crypto';
import type { SentCheck, UserMessage } from '../../src/assistant/index.ts';
import { CHECKLIST_ID, ENTRY_ID, reasonNamed } from '../../src/core/index.ts';
import type { Language, Reason } from '../../src/core/index.ts';

/** The fields of a vote. */
export interface VoteFields {
  readonly conversation: string;
  readonly entry: string;
  readonly useful: boolean;
  readonly reason?: Reason;
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
  /** Of a vote for not useful. */
  reason: 'reden',
  /** Sent by the script on a page that is no conversation. */
  page: 'pagina',
  /** The fingerprints of the questions of a self-check. */
  asked: 'gevraagd',
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

/** How the field with the answer to a question of the self-check begins; the number of the question follows, from 1. */
const CHECK_ANSWER = 'vraag-';

/** Returns the name of the field with the answer to a question of the self-check, by its place from 0. */
export function checkField(place: number): string {
  return `${CHECK_ANSWER}${place + 1}`;
}

/** Returns the self-check that was sent, with its conversation. A question that has two answers has none. */
export function checkOf(
  fields: Readonly<Record<string, unknown>>,
): SentCheck & { readonly conversation: string } {
  const { [FIELD.entry]: entry, [FIELD.asked]: asked } = fields;
  const answers = Object.entries(fields).filter(([name]) => name.startsWith(CHECK_ANSWER));
  return {
    conversation: conversationOf(fields),
    entry: typeof entry === 'string' && ENTRY_ID.test(entry) ? entry : CHECKLIST_ID,
    asked: typeof asked === 'string' ? asked.split(' ') : [],
    answers: Object.fromEntries(
      answers.map(([name, answer]) => [String(Number(name.slice(CHECK_ANSWER.length)) - 1), answer]),
    ),
    ...languageIn(fields),
  };
}

/** Returns what somebody is typing, and the language of the conversation; `undefined` when it is no text. */
export function typedOf(
  fields: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly language?: Language } | undefined {
  const text = fields[FIELD.question];
  return typeof text === 'string' ? { text, ...languageIn(fields) } : undefined;
}

/** Returns the vote; `undefined` when a field is missing or invalid. */
export function voteOf(fields: Readonly<Record<string, unknown>>): VoteFields | undefined {
  const { [FIELD.entry]: entry, [FIELD.useful]: useful } = fields;
  if (typeof entry !== 'string' || !ENTRY_ID.test(entry) || (useful !== 'ja' && useful !== 'nee'))
    return undefined;
  const isUseful = useful === 'ja';
  const reason = reasonNamed(fields[FIELD.reason]);
  if (fields[FIELD.reason] !== undefined && (reason === undefined || isUseful)) return undefined;
  return {
    conversation: conversationOf(fields),
    entry,
    useful: isUseful,
    ...(reason !== undefined && { reason }),
    ...languageIn(fields),
  };
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
