import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallFile, smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, headingOf, partsOf } from './cards.ts';
import { bodyOf, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { GROUP } from './inbound.ts';

const PATH = 'fietsen/vragen/vragen.yaml';
const TOPICS = [
  ['that ends like a page', 'Les #2'],
  ['with a name of 300 characters', 'Een onderwerp '.repeat(22).slice(0, 300)],
] as const;
const entries = TOPICS.map(([, topic], place) =>
  [
    `- id: artikel-3.${place}`,
    `  onderwerp: "${topic}"`,
    `  vraag: Wat staat er in artikel ${place}?`,
    '  antwoord: In een rek.',
    '  citaten: [Zet je fiets in een rek.]',
    '',
  ].join('\n'),
);
const knowledge = smallKnowledge({ [PATH]: smallFile(PATH) + entries.join('') });

const counted: CountedEvent[] = [];
let teams: Teams;
beforeAll(async () => {
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  teams = await startTeams(createAssistant({ asker: createAsker(knowledge), channel: 'teams', store }));
});
afterAll(() => teams.stop());

const press = (data: unknown, more: object = {}) =>
  teams.invoke(
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb: 'x', data } },
    { replyToId: 'r1', ...more },
  );

describe('a button', () => {
  it('of a choice is a typed question', async () => {
    const { sent } = await teams.send({ text: undefined, value: { ask: 'entry:open' } });
    expect(headingOf(cardIn(sent))).toEqual(['Wanneer is de stalling open?']);
  });

  it.each(TOPICS)('of a topic %s lists its questions, in every client', async (_, topic) => {
    const { sent } = await teams.send({ text: 'onderwerpen' });
    const data = partsOf(cardIn(sent), 'Action.Submit')
      .map((button) => button['data'] as { readonly ask?: string })
      .find(({ ask = '' }) => ask.startsWith(`topic:fietsen/${topic}`));
    const question = `Wat staat er in artikel ${TOPICS.findIndex(([, name]) => name === topic)}?`;
    const asMessage = await teams.send({ text: undefined, value: data });
    expect(cardIn(asMessage.sent).fallbackText).toContain(question);
    expect((await press(data)).text).toContain(question);
  });

  it('in a channel needs no mention', async () => {
    const { sent } = await teams.send({
      text: undefined,
      value: { ask: 'onderwerpen' },
      conversation: GROUP,
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
      [true, true, false].map((useful) => ({
        kind: 'vote',
        channel: 'teams',
        entry: 'fietsen/in-rek',
        useful,
      })),
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
    await expect(press(data)).resolves.toMatchObject({ status: 400, text: '' });
  });
});
