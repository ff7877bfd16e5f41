import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import { createSlack } from '../adapters/slack/index.ts';
import { createAssistant } from '../src/assistant/index.ts';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { createFileCache } from '../src/knowledge/model-cache.ts';
import { startServer } from '../src/server/index.ts';
import { reportToParent } from './server-process.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/** A server for `slack.ts`: an empty Bolt handler, one that answers one fixed line, or the bot. */
export type Kind = 'empty' | 'line' | 'bot';

const [kind, secret = '', api = ''] = process.argv.slice(2);
reportToParent(kind === 'bot' ? await bot() : await bare(kind === 'line'));

async function bare(answers: boolean): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: 'xoxb-1',
    botId: 'B1',
    botUserId: 'U1',
    receiver,
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  app.command('/handreiking', async ({ ack, respond }) => {
    await ack();
    if (answers) await respond('Een vaste regel.');
  });
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  return (server.address() as AddressInfo).port;
}

async function bot(): Promise<number> {
  const log = { info: () => undefined, warn: () => undefined, error: toStderr };
  const { knowledge } = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS);
  const assistant = createAssistant({
    asker: createAsker(knowledge, createFileCache()),
    channel: 'slack',
    log,
  });
  const channel = await createSlack(
    { botToken: 'xoxb-1', signingSecret: secret, apiUrl: api },
    { assistant, log },
  );
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [channel], log });
  return server.port;
}

function toStderr(fields: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
}
