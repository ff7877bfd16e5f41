import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { TITLES, twoGuidances } from '../../fixtures/two-guidances.ts';
import { cardIn, partsOf } from './cards.ts';
import { bodyOf, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { buttonIn, filled, questionsIn, textOf } from './self-check.ts';

/** What is under the questions of the one self-check, and of the other. */
const ADVICE = { home: 'Buiten die uren hoef je niet te reageren.', office: 'Je beslist zelf.' } as const;
const OFFICE = 'op-kantoor/zelfcheck';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker: createAsker(twoGuidances()), channel: 'teams' }));
});
afterAll(() => teams.stop());

/** Each test is a chat of its own. */
let chat = 0;
beforeEach(() => {
  chat += 1;
});
const send = (activity: object) =>
  teams.send({ conversation: { id: `a:${chat}`, conversationType: 'personal' }, ...activity });

const typed = async (text: string) => cardIn((await send({ text })).sent);
const pressed = async (value: object) => cardIn((await send({ text: undefined, value })).sent);
const inPlace = async (data: object) => {
  const action = { type: 'Action.Execute', verb: 'check', data };
  return bodyOf(await teams.invoke('adaptiveCard/action', { action }, { replyToId: 'r1' }))[
    'value'
  ] as unknown;
};
const dialog = async (name: string, value: object) =>
  bodyOf(await teams.invoke(`composeExtension/${name}`, value))['task']?.['value']?.['card'] as unknown;
const choicesIn = (card: unknown) => partsOf(card, 'Action.Submit').map(({ data }) => data as object);
const MESSAGE = { messagePayload: { body: { contentType: 'text', content: 'Zal ik gaan?' } } };

describe('the self-checks of two guidances', () => {
  it('are each answered with their own advice', async () => {
    for (const [entry, own, other] of [
      ['thuiswerken/zelfcheck', ADVICE.home, ADVICE.office],
      [OFFICE, ADVICE.office, ADVICE.home],
    ] as const) {
      const card = await pressed({ ask: `entry:${entry}`, language: 'nl' });
      expect(buttonIn(card)).toMatchObject({ check: true, entry });
      const done = textOf(await inPlace(filled(card, 'yes', 'yes')));
      expect(done).toContain('Je koos overal ja.');
      expect(done).toContain(own);
      expect(done).not.toContain(other);
    }
  });

  it('are answered with their own advice in an old client too', async () => {
    const card = await pressed({ ask: `entry:${OFFICE}`, language: 'nl' });
    const done = textOf(await pressed(filled(card, 'yes', 'no')));
    expect(done).toContain(ADVICE.office);
    expect(done).not.toContain(ADVICE.home);
  });

  it('are a choice by name for who types the command, and the own one after an answer', async () => {
    const card = await typed('zelfcheck');
    expect(JSON.stringify(card)).toContain(TITLES.home);
    expect(JSON.stringify(card)).toContain(TITLES.office);
    expect(choicesIn(card)).toEqual([
      { ask: 'entry:thuiswerken/zelfcheck', language: 'nl' },
      { ask: `entry:${OFFICE}`, language: 'nl' },
    ]);
    await typed('waar parkeer ik mijn auto?');
    expect(buttonIn(await typed('zelfcheck'))).toMatchObject({ entry: OFFICE });
  });

  it('can be chosen and filled in in the dialog beside a message', async () => {
    const offered = await dialog('fetchTask', MESSAGE);
    const [, office] = choicesIn(offered);
    expect(office).toEqual({ ask: `entry:${OFFICE}`, language: 'nl' });
    const card = await dialog('submitAction', { data: office, ...MESSAGE });
    expect(questionsIn(card).map(({ label }) => label)).toEqual([
      '1. Je raam dicht is.',
      '2. Je scherm uit is.',
    ]);
    const done = textOf(await dialog('submitAction', { data: filled(card, 'yes', 'yes'), ...MESSAGE }));
    expect(done).toContain('Je koos overal ja.');
    expect(done).toContain(ADVICE.office);
  });

  it('of an older card, which does not tell, are that of the first guidance', async () => {
    const done = textOf(await inPlace({ check: true, answer0: 'yes', answer1: 'yes' }));
    expect(done).toContain(ADVICE.home);
  });

  it.each(['op-kantoor/weg', '../../etc', '', 3, null])('are not asked for with the id %j', async (entry) => {
    const card = await inPlace({ check: true, entry, language: 'nl' });
    expect(JSON.stringify(card)).not.toContain(ADVICE.office);
  });
});

describe('a vote on an answer of two guidances', () => {
  it('is for the entry of the guidance that answered', async () => {
    const card = await typed('waar houd ik pauze');
    const votes = partsOf(card, 'Action.Execute').map(({ data }) => (data as { vote?: string }).vote);
    expect(votes).toEqual(['op-kantoor/pauzes', 'op-kantoor/pauzes']);
    for (const vote of ['op-kantoor/pauzes', 'pauzes'])
      expect(await inPlace({ vote, useful: true, language: 'nl' })).toContain('Bedankt');
    expect(await inPlace({ vote: 'op-kantoor/weg', useful: true, language: 'nl' })).toContain('niet meer');
  });
});

describe('a search in two guidances', () => {
  it('names the guidance of each question', async () => {
    const parameters = [{ name: 'vraag', value: 'pauze' }];
    const { composeExtension } = bodyOf(await teams.invoke('composeExtension/query', { parameters }));
    const { attachments } = composeExtension as unknown as {
      readonly attachments: readonly {
        readonly preview: { readonly content: { readonly title: string; readonly text: string } };
      }[];
    };
    const found = attachments.map(({ preview }) => preview.content);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          title: expect.stringMatching(/\(Handreiking thuiswerken.*\)$/),
          text: expect.stringMatching(/^Neem elk uur een korte pauze: Sta op/),
        },
        {
          title: expect.stringMatching(/\(Regels voor het kantoor\)$/),
          text: 'Pauzes houd je in de kantine.',
        },
      ]),
    );
  });
});
