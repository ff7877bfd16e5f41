import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createProcessStore } from '../../../src/store/index.ts';
import type { Fetch } from '../../../adapters/slack/network.ts';
import { BOT } from './emulator.ts';
import { until } from '../../until.ts';
import { openWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

const store = createProcessStore();
/** The threads that were answered in, by either replica. */
const answered: (string | null)[] = [];
const watched: Fetch = (url, init) => {
  if (String(url).endsWith('chat.postMessage')) {
    answered.push(new URLSearchParams(init?.body as string).get('thread_ts'));
  }
  return fetch(url, init);
};
let workspace: Workspace;
let replica: Workspace;
beforeAll(async () => {
  const parts = { store, settings: { fetch: watched } };
  [workspace, replica] = await Promise.all([openWorkspace(parts), openWorkspace(parts)]);
});
afterAll(() => Promise.all([workspace.stop(), replica.stop()]));

const ASK = { type: 'app_mention', text: '<@U0000000BOT> waar zet ik mijn fiets?' };

/** How often a thread was answered in, known when both replicas have answered something later. */
async function answersIn(thread: string): Promise<number> {
  for (const { event } of [workspace, replica]) {
    const last = `19${Math.random()}`;
    await event({ ...ASK, ts: last });
    await until(() => answered.includes(last), 'the last answer');
  }
  return answered.filter((ts) => ts === thread).length;
}

describe('the bot is silent', () => {
  it.each([
    ['on a message of its own', { ...ASK, user: BOT.user, bot_id: BOT.id, ts: '1.01' }],
    ['on another bot', { ...ASK, bot_id: 'B999', ts: '1.02' }],
    ['on Slackbot', { ...ASK, user: 'USLACKBOT', ts: '1.03' }],
    ['on an edited mention', { ...ASK, edited: { user: 'U1', ts: '1.0' }, ts: '1.04' }],
    [
      'on a change of a message',
      { type: 'message', subtype: 'message_changed', channel_type: 'im', ts: '1.05' },
    ],
    [
      'on a message in a channel that does not mention it',
      { ...ASK, type: 'message', channel_type: 'channel', ts: '1.06' },
    ],
    ['on somebody who joins', { type: 'message', subtype: 'channel_join', channel_type: 'im', ts: '1.07' }],
    ['on what it does not listen to', { type: 'reaction_added', item: {}, ts: '1.08' }],
  ])('%s', async (_, event) => {
    const response = await workspace.event(event);
    expect(response.status).toBe(200);
    expect(await answersIn(event.ts)).toBe(0);
  });

  it.each([
    ['with a file', 'file_share', '2.01'],
    ['in a thread that is sent outside it too', 'thread_broadcast', '2.02'],
  ])('but a question %s is a question', async (_, subtype, ts) => {
    await workspace.event({ ...ASK, subtype, ts });
    expect(await answersIn(ts)).toBe(1);
  });
});

describe('a duplicate is answered once', () => {
  it('when Slack sends an event again', async () => {
    const envelope = { event_id: 'EvSame' };
    await workspace.event({ ...ASK, ts: '3.01' }, envelope);
    const again = await workspace.event({ ...ASK, ts: '3.01' }, envelope, {
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
    expect(again.status).toBe(200);
    expect(await answersIn('3.01')).toBe(1);
  });

  it('when the same message comes as another event', async () => {
    await workspace.event({ ...ASK, ts: '3.02' });
    await workspace.event({ ...ASK, ts: '3.02' });
    expect(await answersIn('3.02')).toBe(1);
  });

  it('when it comes to another replica with the same store', async () => {
    await workspace.event({ ...ASK, ts: '3.03' }, { event_id: 'EvShared' });
    await replica.event({ ...ASK, ts: '3.03' }, { event_id: 'EvShared' });
    expect(await answersIn('3.03')).toBe(1);
  });

  it('when a command or a press is replayed', async () => {
    const fields = { trigger_id: 'T1', response_url: workspace.sink.url('twice') };
    await workspace.command('help', fields);
    await workspace.command('help', fields);
    await workspace.press('kies:0', 'help', { ...fields, trigger_id: 'T2' });
    await workspace.press('kies:0', 'help', { ...fields, trigger_id: 'T2' });
    await workspace.command('help', { response_url: workspace.sink.url('last') });
    await workspace.sink.received('last');
    expect(await workspace.sink.received('twice')).toHaveLength(2);
  });

  it('but messages without an event id are not taken for duplicates', async () => {
    await workspace.event({ ...ASK, ts: '4.01' }, { event_id: undefined });
    await workspace.event({ ...ASK, ts: '4.02' }, { event_id: undefined });
    expect([await answersIn('4.01'), await answersIn('4.02')]).toEqual([1, 1]);
  });
});
