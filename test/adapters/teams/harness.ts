import { createSign, generateKeyPairSync, createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeams } from '../../../adapters/teams/index.ts';
import type { TeamsParts } from '../../../adapters/teams/index.ts';
import { isLoopback } from '../../../adapters/teams/guard.ts';
import type { Credentials } from '../../../adapters/teams/transport.ts';
import type { TeamsAssistant } from '../../../adapters/teams/texts.ts';
import type { Channel } from '../../../src/assistant/index.ts';
import type { Log } from '../../../src/shared/log.ts';
import { startServer } from '../../../src/server/index.ts';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = '99999999-2222-4333-8444-555555555555';
export const BOT = { id: `28:${APP_ID}`, name: 'Handreiking-bot' };
export const PERSON = { id: '29:person', name: 'Noor de Vries' };

/** A call that the bot made to Teams. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Sent;
}

export interface Sent {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: CardJson }[];
}

export interface CardJson {
  readonly type: string;
  readonly version: string;
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly unknown[];
}

/** Answers one call; by default 200 with an id. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, call: number) => void;

export interface Logged {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The bot behind the real server, with a connector and an OpenID server of our own in the place of Microsoft's. */
export interface Teams {
  readonly channel: Channel;
  /** Where the bot listens. */
  readonly address: string;
  readonly connector: string;
  readonly received: Received[];
  readonly logged: Logged[];
  /** How the connector answers from now on. */
  behave: (behaviour?: Behaviour) => void;
  readonly post: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** Sends an activity with a valid token; gives what came back and the messages that the bot sent meanwhile. */
  readonly send: (activity: object) => Promise<Answered & { readonly sent: readonly Received[] }>;
  readonly stop: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const UNENDORSED = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token: what differs from a valid one is given. */
export function tokenWith({
  claims = {},
  header = {},
  key = KEYS.privateKey,
  sign = rsa,
}: {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly sign?: (text: string, key: KeyObject) => string;
} = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const base = {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    iat: now,
    nbf: now - 60,
    exp: now + 3_600,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'one', ...header })}.${encode({ ...base, ...claims })}`;
  return `${text}.${sign(text, key)}`;
}

function rsa(text: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(text).sign(key).toString('base64url');
}

/** Signs with the public key as if it were a shared secret: the oldest trick with tokens. */
export function hmacOfPublicKey(text: string): string {
  const pem = KEYS.publicKey.export({ type: 'spki', format: 'pem' });
  return createHmac('sha256', pem).update(text).digest('base64url');
}

export function activityTo(connector: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `${Date.now()}-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: connector,
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT },
    from: PERSON,
    recipient: BOT,
    text: 'entry:in-rek',
    channelData: { tenant: { id: TENANT } },
    ...more,
  };
}

/** Starts everything. Calls to Teams are given up after 300 ms. */
export async function startTeams(
  assistant: TeamsAssistant,
  parts: TeamsParts = {},
  settings: Credentials = { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT, password: 'geheim' },
): Promise<Teams> {
  const received: Received[] = [];
  const logged: Logged[] = [];
  const write = (level: keyof Log) => (fields: Logged['fields'], message: string) => {
    logged.push({ level, fields, message });
  };
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  let behaviour: Behaviour = taken;
  const connector = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const { method = '', url: path = '' } = request;
      const { authorization } = request.headers;
      received.push({ method, path, authorization, body: JSON.parse(text) as Sent });
      behaviour(request, response, received.length);
    });
  });
  const openId = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const jwks = `http://127.0.0.1:${portOf(openId)}/keys`;
    response.end(JSON.stringify(request.url === '/keys' ? { keys: KEY_SET } : { jwks_uri: jwks }));
  });
  await Promise.all([listen(connector), listen(openId)]);
  const channel = await createTeams(
    settings,
    { assistant, log },
    {
      openIdUrl: `http://127.0.0.1:${portOf(openId)}/config`,
      fetchToken: () => Promise.resolve('Bearer eigen-token'),
      trusts: ({ hostname }) => isLoopback(hostname),
      callPolicy: { timeout: 300, firstDelay: 10, maxTotal: 1_000 },
      ...parts,
    },
  );
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [channel], log });
  const url = `http://127.0.0.1:${portOf(connector)}/`;
  const address = `http://127.0.0.1:${server.port}/api/messages`;
  const post: Teams['post'] = async (body, headers = {}) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return {
    channel,
    address,
    connector: url,
    received,
    logged,
    behave: (wanted = taken) => {
      behaviour = wanted;
    },
    post,
    send: async (more) => {
      const before = received.length;
      const token = tokenWith({ claims: { serviceurl: url } });
      const answered = await post(activityTo(url, more), { authorization: `Bearer ${token}` });
      return { ...answered, sent: received.slice(before) };
    },
    stop: async () => {
      await server.stop();
      await channel.stop();
      connector.closeAllConnections();
      openId.closeAllConnections();
      await Promise.all([close(connector), close(openId)]);
    },
  };
}

export const KEY_SET = [
  { ...KEYS.publicKey.export({ format: 'jwk' }), kid: 'one', endorsements: ['msteams'] },
  { ...UNENDORSED.publicKey.export({ format: 'jwk' }), kid: 'two', endorsements: ['webchat'] },
];

const taken: Behaviour = (_, response, call) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ id: `r${call}` }));
};

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end();
  };

/** One behaviour for each call in turn; the last one stays. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  let place = 0;
  return (request, response, call) => {
    const behaviour = behaviours[Math.min(place, behaviours.length - 1)] ?? taken;
    place += 1;
    behaviour(request, response, call);
  };
}

export { taken };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) =>
  new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });

/** The card of the last message in a list. */
export function cardIn(sent: readonly Received[]): CardJson {
  const card = sent.at(-1)?.body.attachments?.[0]?.content;
  if (card === undefined) throw new TypeError('no card was sent');
  return card;
}

/** Every object of a type anywhere in a card. */
export function partsOf(card: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap((item) => partsOf(item, type));
  if (typeof card !== 'object' || card === null) return [];
  const inside = Object.values(card).flatMap((item) => partsOf(item, type));
  return 'type' in card && card.type === type ? [card, ...inside] : inside;
}
