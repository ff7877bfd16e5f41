import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, headingOf, partsOf } from './cards.ts';
import { startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { BOT, GROUP, PERSON } from './inbound.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker: createAsker(smallKnowledge()), channel: 'teams' }));
});
afterAll(() => teams.stop());

const mention = (text: string, account: object = BOT) => ({ type: 'mention', mentioned: account, text });

describe('a message', () => {
  it('to the bot alone is answered with a card, in the conversation, as a reply to it', async () => {
    const { status, sent } = await teams.send({ id: 'm1' });
    expect(status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/v3/conversations/a%3Achat/activities/m1' });
    expect(headingOf(cardIn(sent))).toEqual(['Waar zet ik mijn fiets?']);
    expect(sent[0]?.body.summary).toContain('Zet je fiets in een rek.');
    expect(cardIn(sent)).toMatchObject({ version: '1.5', lang: 'nl' });
    expect(cardIn(sent).fallbackText).toContain('“Zet je fiets in een rek.”');
    expect(cardIn(sent).speak).toContain('“Zet je fiets in een rek.”');
  });

  it.each([
    ['<at>Handreiking-bot</at> onderwerpen', [mention('<at>Handreiking-bot</at>')]],
    ['<at>Handreiking-bot</at>&nbsp;onderwerpen', [mention('<at>Handreiking-bot</at>')]],
    ['<at id="0">Handreiking-bot</at> onderwerpen', [mention('<at>Handreiking-bot</at>')]],
    [
      '<at>Handreiking-bot</at> onderwerpen <at>Handreiking-bot</at>',
      [mention('<at>Handreiking-bot</at>'), mention('<at>Handreiking-bot</at>')],
    ],
    ['<at>R&amp;D bot</at> onderwerpen', [mention('<at>R&D bot</at>', { ...BOT, name: 'R&D bot' })]],
    ['<at>Handreiking-bot</at> onderwerpen', [{ type: 'mention', mentioned: BOT, text: null }]],
  ])('that mentions the bot in a channel is answered without the mention: %s', async (text, entities) => {
    const { sent } = await teams.send({ text, entities, conversation: GROUP });
    expect(headingOf(cardIn(sent))).toEqual(['nl onderwerpen']);
    expect(sent[0]?.path).toContain('messageid%3D1');
  });

  it('in a channel that mentions nobody or somebody else gets no answer', async () => {
    const text = '<at>Noor</at> Wanneer is de stalling open?';
    const entities = [mention('<at>Noor</at>', PERSON)];
    for (const more of [{}, { text, entities }])
      await expect(teams.send({ conversation: GROUP, ...more })).resolves.toMatchObject({
        status: 200,
        sent: [],
      });
  });

  it('that is a follow-up is answered in the context of this conversation only', async () => {
    await teams.send({ text: 'entry:in-rek', conversation: { id: 'a' } });
    await teams.send({ text: 'entry:open', conversation: { id: 'b' } });
    const { sent } = await teams.send({ text: 'uitleg', conversation: { id: 'a' } });
    expect(cardIn(sent).fallbackText).toContain('Waar zet ik mijn fiets?');
  });

  it('in English is answered in English', async () => {
    const { sent } = await teams.send({ text: 'where do I put my bicycle?' });
    expect(cardIn(sent)).toMatchObject({ lang: 'en' });
  });

  it.each([
    ['zelfcheck', 'Twijfel je over je fiets?'],
    ['onderwerpen', 'nl onderwerpen'],
    ['help', 'nl hulp Regels voor de stalling'],
    ['over', 'nl over Regels voor de stalling'],
    ['bron', 'nl bron_geen'],
  ])('that is the command %s is obeyed', async (text, first) => {
    const { sent } = await teams.send({ text, conversation: { id: text, conversationType: 'personal' } });
    expect(sent.map(({ body }) => body.summary?.slice(0, first.length))).toEqual([first]);
  });

  it('without words is told how to ask', async () => {
    const { sent } = await teams.send({
      text: '<at>Handreiking-bot</at>',
      conversation: GROUP,
      entities: [mention('<at>Handreiking-bot</at>')],
    });
    expect(cardIn(sent).fallbackText).toContain('nl leeg');
  });

  it('of the bot itself, one that was changed, removed or liked, and a card that somebody shares get no answer', async () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive' }];
    for (const more of [
      { from: BOT },
      { type: 'messageUpdate' },
      { type: 'messageDelete' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'typing' },
      { type: 'event', name: 'x' },
      { type: 'endOfConversation' },
      { type: 'something new' },
      { attachments, text: '<span class="inline-compose-card"></span>' },
    ])
      await expect(teams.send(more)).resolves.toMatchObject({ status: 200, text: '', sent: [] });
  });

  it('with words and a card that Teams made of an address in it is answered', async () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.thumbnail' }];
    const { sent } = await teams.send({
      attachments,
      conversation: { id: 'card' },
      text: 'onderwerpen<span class="inline-compose-card"><b>Kaart</b></span>',
    });
    expect(headingOf(cardIn(sent))).toEqual(['nl onderwerpen']);
  });

  it('is answered in the response itself with delivery mode expectReplies', async () => {
    const { text, sent } = await teams.send({
      deliveryMode: 'expectReplies',
      conversation: { id: 'replies' },
    });
    expect(sent).toEqual([]);
    const cards = partsOf(JSON.parse(text), 'AdaptiveCard');
    expect(cards.map(headingOf)).toEqual([['Waar zet ik mijn fiets?']]);
  });
});
