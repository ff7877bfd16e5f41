import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
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

/**
 * Who asks, as far as can be told: the address of the connection, or the one that the outermost of our own proxies saw.
 * What stands before it in `X-Forwarded-For` is the client's own word. One subscriber has a whole /64 of IPv6.
 */
export function personOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const told = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  const address = (told === undefined || told === '' ? socket.remoteAddress : told) ?? '';
  return isIPv6(address) && !address.includes('.') ? prefixOf(address) : address;
}

/** The first 64 bits, written one way. */
function prefixOf(address: string): string {
  const [head = '', tail = ''] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from(
    { length: Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0)) },
    () => '0',
  );
  const groups = [...(first ?? []), ...zeros, ...(last ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
