import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activityTo, APP_ID, TENANT, tokenWith } from '../../adapters/teams/inbound.ts';
import { FIXTURES } from '../../fixtures/guidance.ts';
import { startOutside } from './outside.ts';
import type { Failure, Outside } from './outside.ts';

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const ROOT = join(import.meta.dirname, '../../..');

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** The bot as an operator starts it, in a process of its own, with all channels on, in a world of our own. */
export interface World extends Outside {
  readonly bot: ChildProcess;
  readonly base: string;
  /** All that the bot wrote, standard output and standard error. */
  readonly written: () => string;
  /** A request to the one port; a GET, or a POST when it has a body, unless it says otherwise. */
  readonly send: (
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: string,
    method?: string,
  ) => Promise<Answer>;
  /** A line that somebody types in the terminal that the bot was started in. */
  readonly type: (line: string) => void;
  /** An event and an interaction (a press, a shortcut) as Slack sends them, signed. */
  readonly slackEvent: (event: object, id?: string) => Promise<Answer>;
  readonly slackInteraction: (payload: object) => Promise<Answer>;
  /** A command in Slack, a message in Teams, a question on the page. Reject when no answer came. */
  readonly slack: (text: string, user?: string, trigger?: string) => Promise<Answer>;
  readonly teams: (text: string, user?: string, more?: object) => Promise<Answer>;
  readonly web: (text: string) => Promise<Answer>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Asks the bot to stop; its exit code. */
  readonly stop: () => Promise<number | null>;
}

/**
 * @param settings differ from the usual ones.
 * @param entry what Node runs, from the root of the project.
 * @param failures as `startOutside` takes them.
 * @param input whether there is something to type in.
 */
export async function startWorld(
  settings: Readonly<Record<string, string>> = {},
  entry: readonly string[] = ['src/main.ts'],
  failures?: ReadonlyMap<string, Failure>,
  input: 'ignore' | 'pipe' = 'ignore',
): Promise<World> {
  const outside = await startOutside(failures);
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, outside.authority);
  const agent = new Agent({ keepAlive: true });
  const leave = () => {
    agent.destroy();
    outside.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const bot = spawn(process.execPath, [...entry], {
    cwd: ROOT,
    stdio: [input, 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      KNOWLEDGE_DIR: FIXTURES,
      RATE_LIMIT: '0',
      SLACK_BOT_TOKEN: 'xoxb-geheim-kwikstaart',
      SLACK_SIGNING_SECRET: SECRET,
      TEAMS_APP_ID: APP_ID,
      TEAMS_TENANT_ID: TENANT,
      TEAMS_APP_PASSWORD: 'wachtwoord-kwikstaart',
      HTTPS_PROXY: outside.proxy,
      NODE_EXTRA_CA_CERTS: authority,
      ...settings,
    },
  });
  let written = '';
  let port = 0;
  const started = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      written += chunk.toString();
      port = Number(/webpagina: http:\/\/localhost:(\d+)/.exec(written)?.[1] ?? 0);
      if (port > 0 && written.includes('\n\n')) resolve();
    };
    bot.stdout?.on('data', hear);
    bot.stderr?.on('data', hear);
    bot.once('exit', () => {
      reject(new Error(`the bot did not start: ${written}`));
    });
  });
  try {
    await started;
  } catch (cause) {
    leave();
    throw cause;
  }
  const send: World['send'] = (path, headers = {}, body, method = body === undefined ? 'GET' : 'POST') =>
    new Promise<Answer>((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
      const sent = request({
        port,
        host: '127.0.0.1',
        agent,
        method,
        path,
        headers: { ...headers, ...length },
      });
      sent.on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          const { location } = response.headers;
          resolve({ status: response.statusCode ?? 0, text, ...(location !== undefined && { location }) });
        });
      });
      sent.on('error', (cause: NodeJS.ErrnoException) => {
        const connection = sent.reusedSocket ? 'a connection used before' : 'a new connection';
        reject(new Error(`${cause.code ?? cause.message} on ${connection}`, { cause }));
      });
      sent.end(body);
    });
  const token = tokenWith({ claims: { serviceurl: SERVICE } });
  const JSON_TYPE = { 'content-type': 'application/json' };
  const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
  const sendSlack = (body: string, type: Readonly<Record<string, string>>) => {
    const time = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
    const signed = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
    return send('/slack/events', { ...type, ...signed }, body);
  };
  return {
    ...outside,
    bot,
    base: `http://127.0.0.1:${port}`,
    written: () => written,
    send,
    type: (line) => bot.stdin?.write(`${line}\n`),
    slackEvent: (event, id = `Ev${randomUUID()}`) => {
      const body = { type: 'event_callback', team_id: 'T1', event_id: id, event };
      return sendSlack(JSON.stringify(body), JSON_TYPE);
    },
    slackInteraction: (payload) => {
      const about = { team: { id: 'T1' }, user: { id: 'UPERSON', team_id: 'T1' } };
      const text = JSON.stringify({ trigger_id: randomUUID(), ...about, ...payload });
      return sendSlack(new URLSearchParams({ payload: text }).toString(), FORM_TYPE);
    },
    slack: (text, user = 'UPERSON', trigger = randomUUID()) => {
      const body = new URLSearchParams({
        ...{ command: '/handreiking', text, team_id: 'T1', channel_id: 'C1', user_id: user },
        ...{ trigger_id: trigger, response_url: `https://hooks.slack.com/commands/${randomUUID()}` },
      }).toString();
      return sendSlack(body, FORM_TYPE);
    },
    teams: (text, user = '29:person', more = {}) => {
      const conversation = { id: `a:${user}`, conversationType: 'personal' };
      const from = { id: user, name: 'Noor de Vries' };
      const activity = activityTo(SERVICE, { id: randomUUID(), text, conversation, from, ...more });
      const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
      return send('/api/messages', headers, JSON.stringify(activity));
    },
    web: (vraag) => send('/api/vraag', JSON_TYPE, JSON.stringify({ vraag })),
    get: (path, headers = {}) => send(path, headers),
    stop: async () => {
      if (bot.exitCode === null && bot.signalCode === null) {
        const ended = once(bot, 'exit');
        bot.kill('SIGTERM');
        await ended;
      }
      leave();
      return bot.exitCode;
    },
  };
}
