import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Fetch } from '../../../adapters/slack/network.ts';
import { CHANNEL } from './emulator.ts';
import type { Message } from './emulator.ts';
import { commanded } from './private-answers.ts';
import { until } from '../../until.ts';
import { buttonsIn, DIRECT, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

/** What was posted, as it went to Slack. */
const posts: URLSearchParams[] = [];
const watched: Fetch = (url, init) => {
  if (String(url).endsWith('chat.postMessage')) posts.push(new URLSearchParams(init?.body as string));
  return fetch(url, init);
};
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ settings: { fetch: watched } });
});
afterAll(() => workspace.stop());

const ASK = 'waar zet ik mijn fiets?';

/** Messages in a thread without the one that it hangs under. */
async function thread(channel: string, ts: string, count: number): Promise<readonly Message[]> {
  let found: readonly Message[] = [];
  await until(async () => {
    found = await workspace.slack.messages(channel, ts);
    return found.filter((message) => message.ts !== ts).length >= count;
  }, `${count} messages in a thread`);
  return found.filter((message) => message.ts !== ts);
}

/** A message of a person that is really there, so that a thread can hang under it. */
async function said(text: string, channel = CHANNEL): Promise<string> {
  const { ts } = await workspace.slack.call('chat.postMessage', { channel, text });
  return String(ts);
}

describe('a command', () => {
  it('is acknowledged with nothing, and answered privately with the question above it', async () => {
    const response = await workspace.command(ASK, { response_url: workspace.sink.url('first') });
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [message] = await workspace.sink.received('first');
    expect(message).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(textsIn(message?.blocks)).toEqual([
      `nl slack_vraag ${ASK}`,
      'Waar zet ik mijn fiets?',
      'In een rek.',
      '“Zet je fiets in een rek.”',
      'nl citaat_bron Regels voor de stalling; 2024',
      ' · Stallen',
      'nl verwant',
      'Wanneer is de stalling open?',
      'nl nuttig_vraag',
      '👍 nl nuttig',
      '👎 nl niet_nuttig',
      'nl slack_delen',
    ]);
    expect(message?.text).toMatch(/^nl slack_vraag waar zet ik mijn fiets\?\n[^]*“Zet je fiets in een rek.”/);
  });

  it('alone gives a short menu', async () => {
    const { blocks } = await commanded(workspace, '  ');
    expect(textsIn(blocks)[0]).toBe('nl leeg');
    expect(buttonsIn(blocks).map(({ value }) => value)).toEqual(['onderwerpen', 'zelfcheck']);
  });

  it.each([
    ['zelfcheck', 'Twijfel je over je fiets?'],
    ['zelfchek', 'Twijfel je over je fiets?'],
    ['onderwerpen', 'nl onderwerpen'],
    ['help', 'nl hulp Regels voor de stalling'],
    ['over', 'nl over Regels voor de stalling'],
    ['where do I put my bicycle?', 'Where do I put my bicycle?'],
  ])('%s is understood', async (text, heading) => {
    expect(textsIn((await commanded(workspace, text, { user_id: text })).blocks)[1]).toBe(heading);
  });

  it('in a direct message gets no button to share the answer', async () => {
    const { blocks } = await commanded(workspace, ASK, { channel_id: DIRECT });
    expect(buttonsIn(blocks).map(({ action }) => action)).not.toContain('deel.nl');
  });

  it('remembers what the person asked before in that channel, and nobody else', async () => {
    await commanded(workspace, ASK, { user_id: 'U1' });
    expect(textsIn((await commanded(workspace, 'uitleg', { user_id: 'U1' })).blocks)).toContain('nl uitleg');
    expect(textsIn((await commanded(workspace, 'uitleg', { user_id: 'U2' })).blocks)).toContain(
      'nl uitleg_geen',
    );
  });
});

describe('a mention', () => {
  it('is answered in its thread, wherever the mention stands in the text', async () => {
    const ts = await said(ASK);
    await workspace.event({ type: 'app_mention', ts, text: `waar zet ik <@U0000000BOT> mijn fiets?` });
    const [answer] = await thread(CHANNEL, ts, 1);
    expect(textsIn(answer?.blocks)).toContain('In een rek.');
    expect(answer?.text).toContain('In een rek.');
    expect(buttonsIn(answer?.blocks).map(({ action }) => action)).not.toContain('deel.nl');
  });

  it('is answered without link previews', async () => {
    const ts = await said(ASK);
    await workspace.event({ type: 'app_mention', ts, text: 'over' });
    await thread(CHANNEL, ts, 1);
    const post = posts.find((one) => one.get('thread_ts') === ts);
    expect([post?.get('unfurl_links'), post?.get('unfurl_media')]).toEqual(['false', 'false']);
  });

  it('in a thread is answered there, and the thread is one conversation', async () => {
    const ts = await said('een gesprek');
    const mention = { type: 'app_mention', thread_ts: ts };
    await workspace.event({ ...mention, ts: '1800000000.1', text: `<@U0000000BOT> ${ASK}` });
    await thread(CHANNEL, ts, 1);
    await workspace.event({ ...mention, ts: '1800000000.2', text: '<@U0000000BOT> uitleg' });
    const [, explanation] = await thread(CHANNEL, ts, 2);
    expect(textsIn(explanation?.blocks)).toContain('nl uitleg');
  });

  it('can be continued with a button, in the thread', async () => {
    const ts = await said('nog een gesprek');
    await workspace.press('kies:0', 'entry:open', {
      container: { type: 'message', message_ts: '1800000001.1', channel_id: CHANNEL, thread_ts: ts },
    });
    const [answer] = await thread(CHANNEL, ts, 1);
    expect(textsIn(answer?.blocks)).toContain('Van zeven tot zeven.');
  });
});

describe('a direct message', () => {
  it('is a conversation with follow-ups, across the threads that Slack makes', async () => {
    const opened = await workspace.slack.call('conversations.open', { users: 'U0000000BOT' });
    const channel = (opened['channel'] as { id: string }).id;
    const [first, second] = [await said(ASK, channel), await said('uitleg', channel)];
    const message = { type: 'message', channel_type: 'im', channel };
    await workspace.event({ ...message, ts: first, text: ASK });
    await thread(channel, first, 1);
    await workspace.event({ ...message, ts: second, text: 'uitleg' });
    const [explanation] = await thread(channel, second, 1);
    expect(textsIn(explanation?.blocks)).toContain('nl uitleg');
  });
});
