import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Slack's Web API with a memory of its own: https://github.com/vercel-labs/emulate (Apache-2.0). */
export interface Emulator {
  /** With a slash at its end, as `SLACK_API_URL`. */
  readonly apiUrl: string;
  /** Calls a method with a token, as another program would. */
  readonly call: (method: string, body: object, token?: string) => Promise<Record<string, unknown>>;
  /** Everything that was posted in a channel, oldest first; in a thread when that is given. */
  readonly messages: (channel: string, thread?: string) => Promise<readonly Message[]>;
  /** The views as they are now, in the order in which they were made. */
  readonly views: () => Promise<readonly View[]>;
  /** A trigger as comes with a press: it works once, within three seconds. */
  readonly trigger: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface Message {
  readonly user?: string;
  readonly text: string;
  readonly blocks?: readonly unknown[];
  readonly thread_ts?: string;
  readonly ts: string;
}

export interface View {
  readonly view_id: string;
  readonly type: 'home' | 'modal';
  readonly user_id: string;
  readonly blocks: readonly unknown[];
  readonly title?: { readonly text: string };
}

export const BOT = {
  token: 'xoxb-emulated',
  user: 'U0000000BOT',
  id: 'B0000000BOT',
  app: 'A000000001',
} as const;
export const ADMIN = 'U000000001';
export const TEAM = 'T000000001';
export const CHANNEL = 'C000000001';
const ADMIN_TOKEN = 'xoxp-admin';

/** Starts one, in a process of its own. */
export async function startEmulator(): Promise<Emulator> {
  const child = fork(join(import.meta.dirname, 'emulator-process.ts'), [JSON.stringify(SEED)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // A test that fails before it closes the emulator still lets jest end.
  child.unref();
  const [url] = (await once(child, 'message')) as [string];
  child.channel?.unref();

  const call: Emulator['call'] = async (method, body, token = ADMIN_TOKEN) => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (answer['ok'] !== true) throw new TypeError(`${method}: ${String(answer['error'])}`);
    return answer;
  };
  return {
    apiUrl: `${url}/api/`,
    call,
    messages: async (channel, thread) => {
      const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
      const { messages } = await call(method, {
        channel,
        limit: 200,
        ...(thread !== undefined && { ts: thread }),
      });
      const found = messages as Message[];
      return thread === undefined ? [...found].reverse() : found;
    },
    views: async () => {
      const said = once(child, 'message');
      child.send('views');
      const [views] = (await said) as [View[]];
      return views;
    },
    trigger: async () =>
      String((await call('views.generateTriggerId', { user_id: ADMIN }, BOT.token))['trigger_id']),
    close: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

export type Seed = typeof SEED;
const SEED = {
  oauth_apps: [
    {
      app_id: BOT.app,
      client_id: 'c',
      client_secret: 's',
      name: 'Handreiking',
      bot_id: BOT.id,
      bot_user_id: BOT.user,
      bot_name: 'handreiking',
    },
  ],
  tokens: [
    {
      token: BOT.token,
      user_id: BOT.user,
      app_id: BOT.app,
      bot_id: BOT.id,
      bot_user_id: BOT.user,
      type: 'bot',
    },
    { token: ADMIN_TOKEN, user_id: ADMIN },
  ],
};
