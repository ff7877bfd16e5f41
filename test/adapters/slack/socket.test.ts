import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createSlack } from '../../../adapters/slack/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Channel, Meter } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { ADMIN, BOT, CHANNEL, startEmulator, TEAM } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { startSink } from './sink.ts';
import { until } from '../../until.ts';
import type { Sink } from './sink.ts';
import { startSocketServer } from './socket-server.ts';
import type { SocketServer } from './socket-server.ts';
import { IMPATIENT, logInto, textsIn } from './workspace.ts';
import type { Logged } from './workspace.ts';

jest.setTimeout(60_000);

let slack: Emulator;
let socket: SocketServer;
let sink: Sink;
let channel: Channel;
const logged: Logged[] = [];
const metered: string[] = [];
const unhandled: unknown[] = [];
const keep = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', keep);
  slack = await startEmulator();
  sink = await startSink();
  socket = await startSocketServer(slack.apiUrl);
  const log = logInto(logged);
  const meter: Meter = { event: (_channel, type, outcome) => void metered.push(`${type} ${outcome}`) };
  const asker = createAsker(smallKnowledge());
  channel = await createSlack(
    { botToken: BOT.token, appToken: 'xapp-1', apiUrl: socket.apiUrl, callPolicy: IMPATIENT },
    { assistant: createAssistant({ asker, channel: 'slack', log, meter }), log },
  );
});
afterAll(async () => {
  await channel.stop();
  process.off('unhandledRejection', keep);
  socket.close();
  sink.close();
  await slack.close();
});

const command = (id: string) => ({
  type: 'slash_commands',
  envelope_id: id,
  accepts_response_payload: true,
  payload: {
    command: '/handreiking',
    text: 'waar zet ik mijn fiets?',
    team_id: TEAM,
    channel_id: CHANNEL,
    user_id: ADMIN,
    trigger_id: id,
    response_url: sink.url(id),
  },
});

describe('Socket Mode', () => {
  it('serves nothing over HTTP and is ready when the socket is open', () => {
    expect(channel.routes).toEqual({});
    expect(channel.notReady()).toBeUndefined();
  });

  it('acknowledges and answers commands', async () => {
    socket.send(command('first'));
    const [message] = await sink.received('first');
    expect(textsIn(message?.blocks)).toContain('In een rek.');
    expect(socket.acknowledged).toContain('first');
  });

  it('answers mentions in their thread, also when an envelope comes twice', async () => {
    const { ts } = await slack.call('chat.postMessage', { channel: CHANNEL, text: 'vraag' });
    const event = { type: 'app_mention', user: ADMIN, channel: CHANNEL, ts, text: '<@U0000000BOT> help' };
    const payload = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: TEAM,
      authorizations: [{ team_id: TEAM }],
      event,
    };
    socket.send({ type: 'events_api', envelope_id: 'e1', payload });
    socket.send({
      type: 'events_api',
      envelope_id: 'e2',
      payload,
      retry_attempt: 1,
      retry_reason: 'timeout',
    });
    const thread = () => slack.messages(CHANNEL, String(ts));
    await until(async () => (await thread()).length > 1, 'an answer');
    await until(() => socket.acknowledged.includes('e2'), 'an acknowledgement');
    expect(await thread()).toHaveLength(2);
  });

  it.each([
    'null',
    '{"type":"events_api"}',
    '{"type":"events_api","payload":null}',
    'x',
    '{"type":"interactive","payload":null}',
  ])('stays up when it is sent %s', async (message) => {
    socket.send(message);
    const id = `after ${message}`;
    socket.send({ ...command(id), payload: { ...command(id).payload, response_url: sink.url('after') } });
    await until(() => socket.acknowledged.includes(id), 'an acknowledgement');
    expect(unhandled).toEqual([]);
  });

  it('opens another socket when Slack asks for it', async () => {
    const before = socket.opened();
    socket.send({ type: 'disconnect', reason: 'refresh_requested' });
    await until(() => socket.opened() > before && channel.notReady() === undefined, 'another socket');
    socket.send(command('second'));
    await sink.received('second');
  });

  it('counts an event that it cannot acknowledge as lost', async () => {
    expect(metered).not.toContain('fault lost');
    const before = socket.opened();
    socket.sendLast(command('last'));
    await until(() => socket.opened() > before && channel.notReady() === undefined, 'another socket');
    expect(metered.filter((event) => event.startsWith('fault'))).toEqual(['fault lost']);
  });

  it('reports that Slack gives no other socket, and keeps reconnecting', async () => {
    socket.refuse('internal_error');
    socket.send({ type: 'disconnect', reason: 'warning' });
    await until(() => channel.notReady() === 'Slack cannot be reached (internal_error)', 'a reason');
    socket.refuse();
    await until(() => channel.notReady() === undefined, 'another socket');
    expect(unhandled).toEqual([]);
  });
});
