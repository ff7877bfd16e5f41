import { createHmac, randomUUID } from 'node:crypto';
import { createWebhook } from '../../examples/webhook-channel/index.ts';
import type { WebhookBlock } from '../../examples/webhook-channel/render.ts';
import { createAssistant } from '../../src/assistant/index.ts';
import type { AssistantParts } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

/** The body of an answer. */
export interface Answer {
  readonly blocks: readonly WebhookBlock[];
}

const KEY = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
/** Answers from the small knowledge of the core's tests. */
export const small = createAsker(smallKnowledge());
const servers: RunningServer[] = [];

/** Stops every server that `start` started. */
export async function stopAll(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}

/** The bot with this channel alone, as `main.ts` puts it together, on a free port. */
export async function start(asker: AssistantParts['asker'] = small, store = createProcessStore()) {
  const events: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: object, message: string) => void events.push(message),
  };
  const meter = { event: (...event: readonly unknown[]) => void events.push(event.slice(1, 3).join(' ')) };
  const assistant = createAssistant({ asker, channel: 'webhook', store, log, meter });
  const channels = [createWebhook({ assistant, log, key: KEY })];
  const server = await startServer({ host: '127.0.0.1', port: 0, channels, log });
  servers.push(server);
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${server.port}/webhook`, { method: 'POST', body, headers });
  const send = async (message: object) => {
    const body = JSON.stringify(message);
    const response = await post(body, sign(body));
    return (await response.json()) as Answer;
  };
  return { port: server.port, post, send, events };
}

/** The time in seconds since 1970. */
export const seconds = () => Math.floor(Date.now() / 1_000);

/** The headers of a request with this body, as in https://www.standardwebhooks.com. */
export function sign(
  body: string,
  {
    id = `msg_${randomUUID()}`,
    time = seconds(),
    key = KEY,
  }: { id?: string; time?: number; key?: Buffer } = {},
) {
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` };
}
