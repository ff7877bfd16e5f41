import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, partsOf } from './cards.ts';
import { startTeams } from './harness.ts';
import type { Teams } from './harness.ts';

const asked: string[] = [];
let teams: Teams;
beforeAll(async () => {
  const assistant = createAssistant({ asker: createAsker(smallKnowledge()), channel: 'teams' });
  teams = await startTeams({
    ...assistant,
    reply: (message) => {
      asked.push(message.text);
      return assistant.reply(message);
    },
  });
}, 60_000);
afterAll(() => teams.stop());

const html = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] });
const THUMB = '<img alt="👍" itemtype="http://schema.skype.com/Emoji" src="x">';
const MENTION =
  '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Handreiking-bot</span>';
const QUOTED =
  '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Noor</strong><p>Oud.</p></blockquote>';

describe('a message that Teams also gives as HTML', () => {
  it.each([
    ['of one emoji', '', `<div><div>${THUMB}</div></div>`, '👍'],
    [
      'with emoji',
      'waar zet ik mijn fiets?',
      `<p>waar zet ik mijn fiets? ${THUMB}</p>`,
      'waar zet ik mijn fiets? 👍',
    ],
    ['with lines', 'een\n\ntwee', '<p>een</p><p>twee</p>', 'een\ntwee'],
    ['that replies to another', 'Noor\nOud.\nmag dit?', `${QUOTED}\n<p>mag dit?</p>`, 'mag dit?'],
    ['with a mention', '<at>Handreiking-bot</at> mag dit?', `<p>${MENTION}&nbsp;mag dit?</p>`, 'mag dit?'],
    ['of which the HTML is empty', 'mag dit?', '<div></div>', 'mag dit?'],
    ['of which the HTML is no text', 'mag dit?', { a: 1 }, 'mag dit?'],
  ])('%s is asked as it was typed', async (_, text, content, wanted) => {
    const { status, sent } = await teams.send({ text, ...html(content) });
    expect([status, sent.length, asked.at(-1)]).toEqual([200, 1, wanted]);
  });

  it('that is long is asked as a whole, its end included', async () => {
    const text = `${'Wat er verder nog was. '.repeat(500)}Waar zet ik mijn fiets?`;
    const { sent } = await teams.send({ text, ...html(`<p>${text}</p>`) });
    expect(asked.at(-1)).toBe(text);
    expect(partsOf(cardIn(sent), 'TextBlock')[0]).toMatchObject({ text: 'Waar zet ik mijn fiets?' });
    await teams.send({ text });
    expect(asked.at(-1)).toBe(text);
  });

  it('in a group is not for the bot because of a name in its HTML', async () => {
    const conversation = { id: '19:g', conversationType: 'groupChat', isGroup: true };
    const { sent } = await teams.send({ text: 'hoi', conversation, ...html(`<p>${MENTION} hoi</p>`) });
    expect(sent).toEqual([]);
  });
});

describe('the message that the self-check is used on', () => {
  const forwarded = (content: unknown) => ({ contentType: 'forwardedMessageReference', content });
  const original = forwarded(JSON.stringify({ originalMessageContent: '<p>Mag <b>dit</b>?</p>' }));
  const body = (content: string) => ({ contentType: 'html', content });
  it.each([
    ['a subject', { subject: 'Borrel', body: body('<p>Foto erbij?</p>') }, ['Borrel', 'Foto erbij?']],
    ['a subject alone', { subject: 'Borrel', body: body('') }, ['Borrel']],
    ['a message that it forwards', { body: body(''), attachments: [original] }, ['Mag dit?']],
    [
      'a message that it forwards, below a line of its own',
      { subject: null, body: body('<p>kijk</p><attachment id="1"></attachment>'), attachments: [original] },
      ['kijk', 'Mag dit?'],
    ],
    ['two of them', { attachments: [original, original] }, ['Mag dit?', 'Mag dit?']],
    [
      'attachments of other kinds and shapes',
      {
        body: body('kijk'),
        attachments: [
          null,
          1,
          {},
          forwarded('{'),
          forwarded('null'),
          forwarded({}),
          { contentType: 'reference' },
        ],
      },
      ['kijk'],
    ],
  ])('is read in every place of its text: %s', async (_, messagePayload, wanted) => {
    const shownFor = async (value: object) => {
      const { text } = await teams.invoke('composeExtension/fetchTask', value);
      return partsOf(JSON.parse(text), 'TextRun').map((part) => part['text']);
    };
    const [, ...questions] = await shownFor({});
    expect(await shownFor({ messagePayload })).toEqual(['nl teams_actie_bericht', ...wanted, ...questions]);
  });

  it.each([
    ['an emoji', '<p><emoji alt="👍"></emoji></p>', ['👍']],
    ['a word in parts', 'on<strong>mis</strong>kenbaar', ['onmiskenbaar']],
    ['paragraphs and a list', '<p>een</p><p>twee</p><ul><li>drie</li></ul>', ['een', 'twee', '- drie']],
  ])('is shown as its reader sees it: %s', async (_, content, wanted) => {
    const { text } = await teams.send({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      text: undefined,
      value: { messagePayload: { body: { contentType: 'html', content } } },
    });
    const shown = partsOf(JSON.parse(text), 'TextRun').map((part) => part['text']);
    expect(shown).toEqual(expect.arrayContaining(wanted));
  });
});
