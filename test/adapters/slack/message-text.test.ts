import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readMessage } from '../../../adapters/slack/read.ts';
import { messageText } from '../../../adapters/slack/message-text.ts';
import { BOT, CHANNEL } from './emulator.ts';
import { until } from '../../until.ts';
import { DIRECT, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

const rich = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const said = (text: string) => rich({ type: 'text', text });
const FORWARD = {
  is_share: true,
  from_url: 'https://x.slack.com/archives/C1/p1',
  text: 'waar zet ik mijn fiets?',
};

describe('the text of a message', () => {
  it.each<[string, object, string]>([
    ['its text', { text: 'a &amp; b', blocks: [said('a & b')] }, 'a &amp; b'],
    ['rich text', { text: '', blocks: [said('1 < 2 & 3')] }, '1 &lt; 2 &amp; 3'],
    [
      'all elements of rich text',
      {
        blocks: [
          rich(
            { type: 'user', user_id: 'U1' },
            { type: 'text', text: ' zie ' },
            { type: 'link', url: 'https://x.nl', text: 'hier' },
            { type: 'text', text: ' ' },
            { type: 'emoji', name: 'wave' },
            { type: 'channel', channel_id: 'C1' },
            { type: 'broadcast', range: 'here' },
            { type: 'date', timestamp: 1, fallback: 'maandag' },
          ),
        ],
      },
      '<@U1> zie <https://x.nl|hier> :wave:<#C1><!here>maandag',
    ],
    [
      'a list in rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                elements: ['een', 'twee'].map((text) => ({
                  type: 'rich_text_section',
                  elements: [{ type: 'text', text }],
                })),
              },
            ],
          },
        ],
      },
      'een\ntwee',
    ],
    [
      'sections, fields, headers and contexts',
      {
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Kop' } },
          { type: 'section', text: { type: 'mrkdwn', text: '*vet* &amp;' } },
          { type: 'section', fields: [{ type: 'plain_text', text: 'veld' }] },
          { type: 'divider' },
          {
            type: 'context',
            elements: [
              { type: 'mrkdwn', text: 'klein' },
              { type: 'image', alt_text: 'x' },
            ],
          },
        ],
      },
      'Kop\n*vet* &amp;\nveld\nklein',
    ],
    [
      'a long text that Slack made a file of',
      { text: '', files: [{ mode: 'snippet', preview: 'lang <verhaal>' }] },
      'lang &lt;verhaal&gt;',
    ],
    ['a file', { text: '', files: [{ id: 'F1', name: 'foto.png' }] }, ''],
    ['nothing', {}, ''],
  ])('is %s', (_, message, own) => {
    expect(messageText(message)).toEqual({ own, attached: '' });
  });

  it.each<[string, object, string]>([
    ['a forward', FORWARD, 'waar zet ik mijn fiets?'],
    [
      'a forward with blocks',
      { is_share: true, message_blocks: [{ message: { blocks: [said('fiets')] } }] },
      'fiets',
    ],
    [
      'what an app attached',
      { pretext: 'vooraf', title: 'titel', text: 'tekst', fallback: 'x' },
      'vooraf\ntitel\ntekst',
    ],
    ['a text for old clients alone', { fallback: 'alleen dit' }, 'alleen dit'],
    ['no preview of a link', { from_url: 'https://x.nl', title: 'Pagina', text: 'reclame' }, ''],
  ])('that is attached is %s', (_, attachment, attached) => {
    expect(messageText({ text: 'kijk', attachments: [attachment] })).toEqual({ own: 'kijk', attached });
  });
});

describe('over Slack', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.stop());

  it.each<[string, object, readonly string[]]>([
    ['blocks only', { text: '', blocks: [said('alleen een blok')] }, ['alleen een blok']],
    ['a forward', { text: '', attachments: [FORWARD] }, ['waar zet ik mijn fiets?']],
    [
      'a forward with a word',
      { text: 'mag dit?', attachments: [FORWARD] },
      ['mag dit?\n\nwaar zet ik mijn fiets?'],
    ],
    ['a file only', { text: '', files: [{ id: 'F1', name: 'foto.png' }] }, ['nl slack_bericht_leeg']],
  ])('the self-check on a message of %s shows its text, or that it has none', async (_, message, shown) => {
    await workspace.interact({
      type: 'message_action',
      callback_id: 'zelfcheck_bericht',
      trigger_id: await workspace.slack.trigger(),
      response_url: workspace.sink.url('none'),
      channel: { id: CHANNEL },
      message: { type: 'message', ts: '1.1', ...message },
    });
    let texts: string[] = [];
    await until(async () => {
      const views = await workspace.slack.views();
      texts = textsIn(views.filter(({ type }) => type === 'modal').at(-1)?.blocks);
      return shown.every((text) => texts.includes(text));
    }, `a modal with ${shown.join()}`);
    expect(texts.slice(0, 3)).toEqual(['nl slack_bericht', ...shown, 'nl slack_bericht_privacy']);
  });

  it('a question that is forwarded with a mention alone is answered', async () => {
    const ts = '1700000000.000900';
    await workspace.event({ type: 'app_mention', ts, text: `<@${BOT.user}>`, attachments: [FORWARD] });
    await until(async () => {
      const messages = await workspace.slack.messages(CHANNEL, ts).catch(() => []);
      return messages.some(({ blocks }) => textsIn(blocks).includes('In een rek.'));
    }, 'the answer');
  });
});

it.each<[string, object]>([
  ['that is forwarded', { text: '', attachments: [FORWARD] }],
  ['in blocks only', { text: '', blocks: [said('waar zet ik mijn fiets?')] }],
  [
    'with what it is about',
    { text: 'waar zet ik mijn fiets?', attachments: [{ is_share: true, text: 'de rest' }] },
  ],
])('a question in a direct message %s is read', (_, message) => {
  const event = { type: 'message', channel_type: 'im', channel: DIRECT, user: 'U1', ts: '1.1', ...message };
  expect(readMessage({ event }, (...parts) => parts.join())?.text).toBe('waar zet ik mijn fiets?');
});
