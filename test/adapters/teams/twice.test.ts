import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant, createRateLimit } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn } from './cards.ts';
import { startTeams } from './harness.ts';
import { BOT, PERSON } from './inbound.ts';
import type { Teams } from './harness.ts';

const asker = createAsker(smallKnowledge());
let time = Date.now();
let teams: Teams;
beforeAll(async () => {
  const store = createProcessStore(() => time);
  teams = await startTeams(createAssistant({ asker, channel: 'teams', store }));
}, 60_000);
afterAll(() => teams.stop());

/** A press in a client that sends it as a message. */
const submit = (value: object, more: object = {}) =>
  teams.send({ text: undefined, value, replyToId: 'r1', ...more });

describe('a button that is pressed twice', () => {
  it.each([
    ['asks', { ask: 'entry:in-rek' }],
    ['votes', { vote: 'in-rek', useful: true, language: 'nl' }],
  ])('%s once', async (_, data) => {
    const { sent } = await submit(data);
    const again = await submit(data);
    expect([sent.length, again.sent.length, again.status]).toEqual([1, 0, 200]);
  });

  it('answers again later, to another person, and on another card', async () => {
    const ask = { ask: 'entry:open' };
    const sent = [
      await submit(ask),
      await submit(ask, { from: { id: '29:other' } }),
      await submit(ask, { replyToId: 'r2' }),
    ];
    time += 5_000;
    sent.push(await submit(ask));
    expect(sent.map((each) => each.sent.length)).toEqual([1, 1, 1, 1]);
  });
});

it('a vote is changed by the other button', async () => {
  const said = [];
  for (const useful of [true, false, false]) {
    const data = { vote: 'open', useful, language: 'en' };
    const answered = await teams.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      replyToId: 'r4',
      value: { action: { data } },
    });
    said.push(/en stem_\w+/.exec(answered.text)?.[0]);
  }
  expect(said).toEqual(['en stem_geteld', 'en stem_gewijzigd', 'en stem_al_geteld']);
});

describe('an activity with more than anybody expects', () => {
  const people = (count: number, ...more: readonly unknown[]) => [
    ...Array.from({ length: count }, (_, place) => ({ id: `29:${place}` })),
    ...more,
  ];
  const added = (id: string, membersAdded: readonly unknown[]) =>
    teams.send({
      type: 'conversationUpdate',
      text: undefined,
      conversation: { id, conversationType: 'groupChat', isGroup: true },
      membersAdded,
    });

  it.each<[string, readonly unknown[]]>([
    ['101 people and the bot last', people(101, BOT)],
    ['a thousand people and the bot first', [BOT, ...people(1_000)]],
    ['people of whom Teams tells nothing', people(1, null, { id: '' }, { id: 'y'.repeat(2_000) }, BOT)],
  ])('welcomes %s', async (name, members) => {
    const { status, sent } = await added(`19:${name.length}`, members);
    expect([status, sent.length]).toEqual([200, 1]);
    expect(cardIn(sent).fallbackText).toContain('nl teams_welkom');
  });

  it('is answered when the bot is mentioned after a hundred others', async () => {
    const mention = (id: string, name: string) => ({
      type: 'mention',
      mentioned: { id, name },
      text: `<at>${name}</at>`,
    });
    const { status, sent } = await teams.send({
      text: `<at>${BOT.name}</at> openingstijden`,
      conversation: { id: '19:veel', conversationType: 'channel', isGroup: true },
      entities: [
        ...people(150).map((_, place) => mention(`29:${place}`, `Persoon ${place}`)),
        { type: 'clientInfo', locale: 'nl-NL' },
        mention(BOT.id, BOT.name),
      ],
    });
    expect([status, sent.length]).toEqual([200, 1]);
  });
});

describe('the rate limit', () => {
  it('is told in the language of the conversation, and of the client for a search', async () => {
    const limited = await startTeams(
      createAssistant({ asker, channel: 'teams', isAllowed: createRateLimit(1) }),
    );
    try {
      await limited.send({ text: 'topics' });
      const { sent } = await limited.send({ text: 'where do i put my bicycle?' });
      expect(cardIn(sent).fallbackText).toBe('en te_snel');
      const vote = { vote: 'open', useful: true, language: 'en' };
      const voted = await limited.send({ text: undefined, value: vote, replyToId: 'r1', from: PERSON });
      expect(voted.sent.at(-1)?.body.text).toBe('en stem_te_snel');
      const search = () =>
        limited.send({
          type: 'invoke',
          name: 'composeExtension/query',
          text: undefined,
          locale: 'en-GB',
          value: { parameters: [{ name: 'vraag', value: 'bicycle' }] },
        });
      for (let count = 0; count < 20; count += 1) expect((await search()).text).toContain('bicycle');
      expect((await search()).text).toContain('en te_snel');
    } finally {
      await limited.stop();
    }
  }, 60_000);
});
