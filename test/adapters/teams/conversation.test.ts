import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TeamsAssistant } from '../../../adapters/teams/texts.ts';
import { createAssistant, createRateLimit } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent, Store } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import type { Teams } from './harness.ts';
import { BOT, cardIn, partsOf, PERSON, startTeams, tokenWith, activityTo } from './harness.ts';

const asker = createAsker(smallKnowledge());
const counted: CountedEvent[] = [];
const store: Store = { ...createProcessStore(), count: (item) => void counted.push(item) };
/** Every name under which something was kept. */
const kept: string[] = [];
let teams: Teams;
beforeAll(async () => {
  const { claim, remember } = store;
  const watching: Store = {
    ...store,
    remember: (conversation, previous) => {
      kept.push(conversation);
      return remember(conversation, previous);
    },
    claim: (key) => {
      kept.push(key);
      return claim(key);
    },
  };
  teams = await startTeams(createAssistant({ asker, channel: 'teams', store: watching }));
}, 60_000);
afterAll(() => teams.stop());

const mention = (text: string, account: object = BOT) => ({ type: 'mention', mentioned: account, text });
const inChannel = { id: '19:channel@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true };
const headingOf = (card: unknown) => partsOf(card, 'TextBlock').map(({ text }) => text);
const invoke = (name: string, value: unknown, more: object = {}) =>
  teams.send({ type: 'invoke', name, value, text: undefined, ...more });
const bodyOf = ({ text }: { readonly text: string }) => JSON.parse(text) as Record<string, never>;
const press = (data: object, more: object = {}) =>
  invoke(
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb: 'x', data } },
    { replyToId: 'r1', ...more },
  );

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
    const { sent } = await teams.send({ text, entities, conversation: inChannel });
    expect(headingOf(cardIn(sent))).toEqual(['nl onderwerpen']);
    expect(sent[0]?.path).toContain('messageid%3D1');
  });

  it('in a channel that mentions nobody or somebody else gets no answer', async () => {
    const text = '<at>Noor</at> Wanneer is de stalling open?';
    const entities = [mention('<at>Noor</at>', PERSON)];
    for (const more of [{}, { text, entities }])
      await expect(teams.send({ conversation: inChannel, ...more })).resolves.toMatchObject({
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

  it.each(['zelfcheck', 'onderwerpen', 'help', 'over', 'bron'])(
    'that is the command %s is obeyed',
    async (text) => {
      const { sent } = await teams.send({ text });
      expect(sent).toHaveLength(1);
    },
  );

  it('without words is told how to ask', async () => {
    const { sent } = await teams.send({
      text: '<at>Handreiking-bot</at>',
      conversation: inChannel,
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
    const { text, sent } = await teams.send({ deliveryMode: 'expectReplies' });
    expect(sent).toEqual([]);
    expect(partsOf(JSON.parse(text), 'AdaptiveCard')).toHaveLength(1);
  });
});

describe('a button', () => {
  it('of a choice is a typed question', async () => {
    const { sent } = await teams.send({ text: undefined, value: { ask: 'entry:open' } });
    expect(headingOf(cardIn(sent))).toEqual(['Wanneer is de stalling open?']);
  });

  it('in a channel needs no mention', async () => {
    const { sent } = await teams.send({
      text: undefined,
      value: { ask: 'onderwerpen' },
      conversation: inChannel,
    });
    expect(headingOf(cardIn(sent))).toEqual(['nl onderwerpen']);
  });

  it('of feedback counts once for each person and answer', async () => {
    counted.length = 0;
    const data = { vote: 'in-rek', useful: true };
    const thanks = bodyOf(await press(data));
    expect(thanks).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'nl stem_geteld',
    });
    expect(bodyOf(await press(data))).toMatchObject({ value: 'nl stem_al_geteld' });
    await press(data, { from: { id: '29:other' } });
    await press({ ...data, useful: false }, { replyToId: 'r2' });
    expect(counted).toEqual(
      [true, true, false].map((useful) => ({ kind: 'vote', channel: 'teams', entry: 'in-rek', useful })),
    );
  });

  it('of feedback in an old client is thanked for with a message', async () => {
    const { sent } = await teams.send({
      text: undefined,
      value: { vote: 'open', useful: true },
      replyToId: 'r3',
    });
    expect(sent[0]?.body).toMatchObject({ type: 'message', text: 'nl stem_geteld' });
  });

  it.each([
    {},
    { ask: 1 },
    { ask: 'x'.repeat(301) },
    { vote: 'a', useful: 'ja' },
    { vote: 'geen id', useful: true },
    'text',
    null,
  ])('that is not one of ours is refused: %j', async (data) => {
    await expect(press(data as object)).resolves.toMatchObject({ status: 400, text: '' });
  });
});

describe('the welcome', () => {
  it('is sent once for both activities that say that the bot was added, and names the mention in a group', async () => {
    const conversation = { ...inChannel, id: 'group' };
    const first = await teams.send({
      type: 'installationUpdate',
      action: 'add',
      conversation,
      text: undefined,
    });
    const second = await teams.send({
      type: 'conversationUpdate',
      membersAdded: [PERSON, BOT],
      conversation,
      text: undefined,
    });
    expect(cardIn(first.sent).fallbackText).toContain('nl teams_noem');
    expect(second.sent).toEqual([]);
  });

  it('is not sent for other people, at an upgrade, or when the bot is removed', async () => {
    const conversation = { id: 'other' };
    for (const more of [
      { type: 'conversationUpdate', membersAdded: [PERSON] },
      { type: 'conversationUpdate' },
      { type: 'installationUpdate', action: 'add-upgrade' },
      { type: 'installationUpdate', action: 'remove' },
    ])
      await expect(teams.send({ ...more, conversation })).resolves.toMatchObject({ status: 200, sent: [] });
  });

  it('is in English in an English Teams client', async () => {
    const conversation = { id: 'english', conversationType: 'personal' };
    const { sent } = await teams.send({
      type: 'installationUpdate',
      action: 'add',
      conversation,
      locale: 'en-GB',
    });
    expect(cardIn(sent)).toMatchObject({ lang: 'en' });
    const [topics] = partsOf(cardIn(sent), 'Action.Submit');
    const pressed = await teams.send({ text: undefined, value: topics?.['data'], conversation });
    expect(headingOf(cardIn(pressed.sent))).toEqual(['en onderwerpen']);
  });
});

describe('the message extension', () => {
  const query = (value: string, name = 'vraag') =>
    invoke('composeExtension/query', { commandId: 'citaat', parameters: [{ name, value }] });

  it('finds quotes, and inserts the quote with its source and nothing else', async () => {
    const { composeExtension } = bodyOf(await query('entry:in-rek'));
    expect(composeExtension).toMatchObject({
      type: 'result',
      attachmentLayout: 'list',
      attachments: [
        { preview: { content: { title: 'Waar zet ik mijn fiets?', text: 'Zet je fiets in een rek.' } } },
      ],
    });
    expect(partsOf(composeExtension, 'TextRun').map(({ text }) => text)).toEqual([
      '“Zet je fiets in een rek.”',
      'nl citaat_bron Regels voor de stalling; 2024; Stallen',
    ]);
  });

  it('says what to do before anything is typed, and when nothing is found', async () => {
    expect(bodyOf(await query('true', 'initialRun'))).toEqual({
      composeExtension: { type: 'message', text: 'nl teams_zoek' },
    });
    expect(bodyOf(await query('recept voor appeltaart'))).toEqual({
      composeExtension: { type: 'message', text: 'nl teams_zoek_niets' },
    });
  });

  it('takes a query of any shape', async () => {
    for (const value of [
      undefined,
      null,
      'a',
      {},
      { parameters: 1 },
      { parameters: [1, null, { value: {} }] },
    ])
      await expect(invoke('composeExtension/query', value)).resolves.toMatchObject({ status: 200 });
  });

  it('opens the self-check on a message, with its text as it was typed', async () => {
    const body = { contentType: 'html', content: '<p>Zal ik <b>dit</b> plaatsen &amp; delen? *echt*</p>' };
    const { task } = bodyOf(
      await invoke('composeExtension/fetchTask', { commandId: 'zelfcheck', messagePayload: { body } }),
    );
    expect(task).toMatchObject({ type: 'continue', value: { title: 'nl teams_actie' } });
    expect(partsOf(task, 'TextRun').map(({ text }) => text)).toContain('Zal ik dit plaatsen & delen? *echt*');
    expect(partsOf(task, 'Input.ChoiceSet')).toHaveLength(2);
    expect(partsOf(task, 'Action.Execute')).toEqual([]);
  });

  it('finds the same for a text, whatever was searched before', async () => {
    await query('entry:in-rek');
    expect(bodyOf(await query('bron'))).toMatchObject({ composeExtension: { text: 'nl teams_zoek_niets' } });
  });

  it('asks a person who searches too often to wait, and counts no search as a question', async () => {
    counted.length = 0;
    const bot = await startTeams(
      createAssistant({ asker, channel: 'teams', store, isAllowed: createRateLimit(1) }),
    );
    try {
      const value = { parameters: [{ name: 'vraag', value: 'entry:in-rek' }] };
      const search = async () =>
        (await bot.send({ type: 'invoke', name: 'composeExtension/query', value })).text;
      for (let count = 0; count < 5; count += 1) expect(await search()).toContain('Zet je fiets in een rek.');
      expect(JSON.parse(await search())).toEqual({
        composeExtension: { type: 'message', text: 'nl te_snel' },
      });
      expect(counted).toEqual([]);
    } finally {
      await bot.stop();
    }
  });

  it('explains itself in English in an English Teams client', async () => {
    const { text } = await invoke('composeExtension/query', {}, { locale: 'en-US' });
    expect(text).toContain('en teams_zoek');
  });
});

it('stores nothing under a name or an id of Teams', () => {
  expect(kept.length).toBeGreaterThan(0);
  for (const id of [PERSON.id, PERSON.name, 'a:chat', inChannel.id, 'm1', 'r1'])
    expect(kept.filter((name) => name.split(':').includes(id))).toEqual([]);
});

it('of two replicas with one store, one answers a message and one counts a vote', async () => {
  const both = { asker, channel: 'teams', store: createProcessStore() };
  const replicas = [
    await startTeams(createAssistant(both)),
    await startTeams(createAssistant(both)),
  ] as const;
  try {
    const asked = await Promise.all(replicas.map((replica) => replica.send({ id: 'same' })));
    expect(asked.flatMap(({ sent }) => sent)).toHaveLength(1);
    const vote = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { data: { vote: 'in-rek', useful: true } } },
      replyToId: 'r1',
    };
    const voted = await Promise.all(replicas.map((replica) => replica.send(vote)));
    expect(voted.map((answered) => String(bodyOf(answered)['value'])).sort()).toEqual([
      'nl stem_al_geteld',
      'nl stem_geteld',
    ]);
  } finally {
    await Promise.all(replicas.map(({ stop }) => stop()));
  }
});

it.each(['task/fetch', 'signin/verifyState', 'composeExtension/selectItem', 'something/new', undefined])(
  'refuses the invoke %s, which it does not know',
  async (name) => {
    await expect(invoke(name as string, {})).resolves.toMatchObject({ status: 501, text: '', sent: [] });
  },
);

it("takes Teams' own thumbs without a word", async () => {
  const value = {
    actionName: 'feedback',
    actionValue: { reaction: 'like', feedback: '{"feedbackText":""}' },
  };
  await expect(invoke('message/submitAction', value)).resolves.toMatchObject({ status: 200, text: '{}' });
});

describe('when the bot itself fails', () => {
  const broken = (parts: Partial<TeamsAssistant>) =>
    startTeams({ ...createAssistant({ asker, channel: 'teams' }), ...parts });

  it('the person gets one line with a reference from a core that fails, wherever it was asked', async () => {
    const fails = () => {
      throw new Error('the core is broken');
    };
    const bot = await startTeams(createAssistant({ asker: { ...asker, ask: fails }, channel: 'teams' }));
    try {
      const { sent } = await bot.send({});
      expect(cardIn(sent).fallbackText).toMatch(/^nl storing [0-9a-f]{8}$/);
      const value = { parameters: [{ name: 'vraag', value: 'fiets' }] };
      for (const name of ['composeExtension/query', 'composeExtension/fetchTask']) {
        const { status, text } = await bot.send({ type: 'invoke', name, value });
        expect([status, text]).toEqual([200, expect.stringMatching(/nl storing [0-9a-f]{8}/)]);
      }
    } finally {
      await bot.stop();
    }
  });

  it('the person gets one line with a reference', async () => {
    const fail = () => Promise.reject(new Error('the store is gone'));
    const bot = await broken({ claim: fail, feedback: fail });
    try {
      const token = { authorization: `Bearer ${tokenWith({ claims: { serviceurl: bot.connector } })}` };
      const { status } = await bot.post(activityTo(bot.connector), token);
      expect(status).toBe(200);
      expect(cardIn(bot.received).fallbackText).toMatch(/nl storing [0-9a-f]{8}/);
      const vote = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { data: { vote: 'a', useful: true } } },
      };
      const { text } = await bot.post(activityTo(bot.connector, vote), token);
      expect(text).toMatch(/nl storing [0-9a-f]{8}/);
      expect(bot.received).toHaveLength(1);
    } finally {
      await bot.stop();
    }
  });
});

it('writes no question, name or id of a person in its log', () => {
  const text = JSON.stringify(teams.logged);
  for (const secret of [PERSON.id, PERSON.name, 'fiets']) expect(text).not.toContain(secret);
});
