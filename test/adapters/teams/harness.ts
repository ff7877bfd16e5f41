import { jest } from '@jest/globals';
import { createServer } from 'node:http';
import { createTeams } from '../../../adapters/teams/index.ts';
import type { TeamsParts } from '../../../adapters/teams/index.ts';
import { isLoopback } from '../../../adapters/teams/guard.ts';
import type { Credentials } from '../../../adapters/teams/transport.ts';
import type { TeamsAssistant } from '../../../adapters/teams/texts.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Channel } from '../../../src/assistant/index.ts';
import type { Log } from '../../../src/shared/log.ts';
import { startServer } from '../../../src/server/index.ts';
import { close, listen, startConnector } from './connector.ts';
import type { Connector, Received } from './connector.ts';
import { activityTo, APP_ID, KEY_SET, TENANT, tokenWith } from './inbound.ts';

export interface Logged {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The bot behind the real server, with a connector and an OpenID server of our own in the place of Microsoft's. */
export interface Teams extends Pick<Connector, 'received' | 'behave'> {
  readonly channel: Channel;
  /** Where the bot listens. */
  readonly address: string;
  readonly connector: string;
  readonly logged: Logged[];
  /** Headers with a valid token, or one that differs in these claims. */
  readonly token: (claims?: object) => Readonly<Record<string, string>>;
  readonly post: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** Sends an activity with a valid token; gives what came back and the messages that the bot sent meanwhile. */
  readonly send: (activity: object) => Promise<Answered & { readonly sent: readonly Received[] }>;
  /** Sends an activity that waits for its response, as a button and a search do. */
  readonly invoke: (name: string | undefined, value: unknown, more?: object) => ReturnType<Teams['send']>;
  readonly stop: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/**
 * Calls to Teams in tests: repeated soon. Neither limit is met by accident, however busy the machine is; a test that is to
 * meet one says so.
 */
const CALL_POLICY = { timeout: 30_000, firstDelay: 10, maxTotal: 30_000 };
/** For tests of what Teams does not answer: long enough for a busy machine to deliver the call. */
export const SHORT_TIMEOUT = { callPolicy: { ...CALL_POLICY, timeout: 1_000 } };

// Loading the SDK takes a second, and many times that on a busy machine.
jest.setTimeout(60_000);

/** Starts everything. */
export async function startTeams(
  assistant: TeamsAssistant,
  parts: TeamsParts = {},
  settings: Credentials = { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT, password: 'geheim' },
): Promise<Teams> {
  const logged: Logged[] = [];
  const write = (level: keyof Log) => (fields: Logged['fields'], message: string) => {
    logged.push({ level, fields, message });
  };
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const { url, received, behave, stop: stopConnector } = await startConnector();
  const openId = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const jwks = `http://${request.headers.host ?? ''}/keys`;
    response.end(JSON.stringify(request.url === '/keys' ? { keys: KEY_SET } : { jwks_uri: jwks }));
  });
  const openIdPort = await listen(openId);
  const channel = await createTeams(
    settings,
    { assistant, log },
    {
      openIdUrl: `http://127.0.0.1:${openIdPort}/config`,
      fetchToken: () => Promise.resolve('Bearer eigen-token'),
      trusts: ({ hostname }) => isLoopback(hostname),
      callPolicy: CALL_POLICY,
      ...parts,
    },
  );
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [channel], log });
  const address = `http://127.0.0.1:${server.port}/api/messages`;
  const token: Teams['token'] = (claims) => ({
    authorization: `Bearer ${tokenWith({ claims: { serviceurl: url, ...claims } })}`,
  });
  const post: Teams['post'] = async (body, headers = {}) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const send: Teams['send'] = async (more) => {
    const before = received.length;
    const answered = await post(activityTo(url, more), token());
    return { ...answered, sent: received.slice(before) };
  };
  return {
    channel,
    address,
    connector: url,
    received,
    logged,
    behave,
    token,
    post,
    send,
    invoke: (name, value, more = {}) => send({ type: 'invoke', name, value, text: undefined, ...more }),
    stop: async () => {
      await server.stop();
      await channel.stop();
      await Promise.all([stopConnector(), close(openId)]);
    },
  };
}

/** An assistant that says one thing, whatever is asked. */
export function greeter(): TeamsAssistant {
  const reply = { kind: 'social', language: 'nl', blocks: [{ kind: 'paragraph', text: 'Dag.' }] } as const;
  return createAssistant({
    asker: {
      ask: () => reply,
      language: 'nl',
      say: (key: string) => key,
      sorry: () => reply,
      suggest: () => [],
      entries: [],
    },
    channel: 'teams',
  });
}

/** The messages that a bot with a `greeter` sends for one activity. */
export const GREETED = [{ method: 'POST', body: { summary: 'Dag.' } }] as const;

/** The body of a response, read as JSON. */
export const bodyOf = ({ text }: Pick<Answered, 'text'>) => JSON.parse(text) as Record<string, never>;
