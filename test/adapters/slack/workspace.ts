import { createHmac, randomUUID } from 'node:crypto';
import { createSlack } from '../../../adapters/slack/index.ts';
import type { SlackSettings } from '../../../adapters/slack/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { SlackAssistant } from '../../../adapters/slack/texts.ts';
import type { AssistantParts, Channel, Meter } from '../../../src/assistant/index.ts';
import type { Log } from '../../../src/shared/log.ts';
import type { Store } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { startServer } from '../../../src/server/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { ADMIN, BOT, CHANNEL, startEmulator, TEAM } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { startSink } from './sink.ts';
import type { Sink } from './sink.ts';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const DIRECT = 'D000000001';
/** Quick to give up, so that no test waits. */
export const IMPATIENT = { timeout: 400, firstDelay: 5, maxDelay: 1_500 };

const SMALL = createAsker(smallKnowledge());

/** A line of the log. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The bot in a workspace: the real server and channel, Slack's Web API, and what Slack sends. */
export interface Workspace {
  readonly slack: Emulator;
  readonly sink: Sink;
  readonly channel: Channel;
  readonly logged: readonly Logged[];
  /** What was counted, as `fault lost`. */
  readonly metered: readonly string[];
  readonly base: string;
  readonly command: (text: string, fields?: Record<string, string>) => Promise<Response>;
  readonly event: (event: object, envelope?: object, headers?: Record<string, string>) => Promise<Response>;
  readonly interact: (payload: object) => Promise<Response>;
  /** A press of a button in a message that only one person sees, unless `fields` say otherwise. */
  readonly press: (action: string, value: string, fields?: object) => Promise<Response>;
  readonly send: (body: string, headers?: Record<string, string>) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export interface WorkspaceParts {
  readonly asker?: AssistantParts['asker'];
  readonly assistant?: (assistant: SlackAssistant) => SlackAssistant;
  readonly store?: Store;
  readonly settings?: Partial<SlackSettings>;
}

export async function openWorkspace(parts: WorkspaceParts = {}): Promise<Workspace> {
  const slack = await startEmulator();
  const sink = await startSink(new URL(slack.apiUrl).hostname);
  const logged: Logged[] = [];
  const log = logInto(logged);
  const { asker = SMALL, assistant: change = (same: SlackAssistant) => same, store } = parts;
  const metered: string[] = [];
  const meter: Meter = { event: (_channel, type, outcome) => void metered.push(`${type} ${outcome}`) };
  const made = createAssistant({
    asker,
    channel: 'slack',
    log,
    meter,
    ...(store !== undefined && { store }),
  });
  const channel = await createSlack(
    {
      botToken: BOT.token,
      signingSecret: SECRET,
      apiUrl: slack.apiUrl,
      callPolicy: IMPATIENT,
      ...parts.settings,
    },
    { assistant: change(made), log },
  );
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [channel], log });
  const base = `http://127.0.0.1:${server.port}`;

  const send: Workspace['send'] = (body, headers = {}) =>
    fetch(`${base}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(body), ...headers },
      body,
    });
  const form = (fields: Record<string, string>) =>
    send(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  const interact: Workspace['interact'] = (payload) =>
    form({ payload: JSON.stringify({ user: { id: ADMIN, team_id: TEAM }, team: { id: TEAM }, ...payload }) });
  return {
    slack,
    sink,
    channel,
    logged,
    metered,
    base,
    send,
    interact,
    command: (text, fields = {}) =>
      form({
        command: '/handreiking',
        text,
        team_id: TEAM,
        channel_id: CHANNEL,
        user_id: ADMIN,
        trigger_id: randomUUID(),
        response_url: sink.url('command'),
        ...fields,
      }),
    event: (event, envelope = {}, headers = {}) => {
      const body = {
        type: 'event_callback',
        team_id: TEAM,
        event_id: `Ev${randomUUID()}`,
        authorizations: [{ team_id: TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
        event: { user: ADMIN, channel: CHANNEL, ...event },
        ...envelope,
      };
      return send(JSON.stringify(body), headers);
    },
    press: (action, value, fields = {}) =>
      interact({
        type: 'block_actions',
        trigger_id: randomUUID(),
        channel: { id: CHANNEL },
        container: {
          type: 'message',
          message_ts: '1700000000.000100',
          channel_id: CHANNEL,
          is_ephemeral: true,
        },
        response_url: sink.url('press'),
        actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
        ...fields,
      }),
    stop: async () => {
      await server.stop();
      await channel.stop();
      sink.close();
      await slack.close();
    },
  };
}

export function logInto(logged: Logged[]): Log {
  const at = (level: Logged['level']) => (fields: Logged['fields'], message: string) => {
    logged.push({ level, fields, message });
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** The headers of a request that Slack signed, at a time in seconds. */
export function signed(body: string, time = Math.floor(Date.now() / 1_000), secret = SECRET) {
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(time), 'x-slack-signature': `v0=${signature}` };
}

/** Every text in blocks, in the order in which it is read. */
export function textsIn(blocks: unknown): string[] {
  if (typeof blocks !== 'object' || blocks === null) return [];
  if (Array.isArray(blocks)) return blocks.flatMap(textsIn);
  return Object.entries(blocks).flatMap(([key, value]) => {
    if (key === 'text' && typeof value === 'string') return [value];
    return key === 'style' ? [] : textsIn(value);
  });
}

/** The buttons in blocks: what is on them, what they do, what they carry. */
export function buttonsIn(blocks: unknown): { text: string; action: string; value: string }[] {
  if (typeof blocks !== 'object' || blocks === null) return [];
  const { type, text, action_id: action, value } = blocks as Record<string, unknown>;
  if (type === 'button') {
    return [{ text: textsIn({ text })[0] ?? '', action: String(action), value: String(value) }];
  }
  return Object.values(blocks).flatMap(buttonsIn);
}
