import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, partsOf } from './cards.ts';
import { bodyOf, startTeams } from './harness.ts';
import { TENANT } from './inbound.ts';
import type { Teams } from './harness.ts';

const asker = createAsker(smallKnowledge());
const counted: CountedEvent[] = [];
let teams: Teams;
beforeAll(async () => {
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  teams = await startTeams(createAssistant({ asker, channel: 'teams', store }));
});
afterAll(() => teams.stop());

const execute = (data: object, more: object = {}) =>
  teams.invoke('adaptiveCard/action', { action: { data } }, { replyToId: 'r1', ...more });

describe('the self-check that somebody asked for', () => {
  it('stays in its language when it is filled in, and is counted once', async () => {
    counted.length = 0;
    const { sent } = await teams.send({ text: 'checklist' });
    const [button] = partsOf(cardIn(sent), 'Action.Execute');
    const ids = partsOf(cardIn(sent), 'Input.ChoiceSet').map(({ id }) => String(id));
    const answers = ids.map((id, place) => ({ [id]: place === 0 ? 'yes' : 'no' }));
    const data = Object.assign({ ...(button?.['data'] as object) }, ...answers) as object;
    expect((await execute(data)).text).toContain('en zelfcheck_anders');
    await teams.send({ text: undefined, value: data, replyToId: 'r1' });
    await teams.invoke('composeExtension/submitAction', { data });
    expect(counted).toMatchObject([{ kind: 'reply', outcome: 'checklist', language: 'en' }]);
  });

  it('is no part of the conversation when it is filled in', async () => {
    const conversation = { id: 'a:apart', conversationType: 'personal' };
    await teams.send({ text: 'entry:in-rek', conversation });
    await execute({ check: true, answer0: 'yes', answer1: 'no' }, { conversation });
    const { sent } = await teams.send({ text: 'uitleg', conversation });
    expect(cardIn(sent).fallbackText).toContain('Waar zet ik mijn fiets?');
  });
});

it('a button keeps the language of its card, in another conversation and when Teams repeats it', async () => {
  const { sent } = await teams.send({ text: 'topics' });
  const [button] = partsOf(cardIn(sent), 'Action.Submit');
  const conversation = { id: 'a:elders', conversationType: 'personal', tenantId: TENANT };
  const press = () => execute(button?.['data'] as object, { conversation, id: 'f:en' });
  const [first, again] = [await press(), await press()];
  expect(bodyOf(first)).toMatchObject({ value: { lang: 'en' } });
  expect(again.text).toBe(first.text);
});

describe('a dialog', () => {
  it('that is opened counts for nothing; a button in it counts once, however often it is delivered', async () => {
    counted.length = 0;
    await teams.invoke('composeExtension/fetchTask', { commandId: 'zelfcheck' });
    expect(counted).toEqual([]);
    const press = () =>
      teams.invoke('composeExtension/submitAction', { data: { ask: 'entry:open' } }, { id: 'f:1' });
    const [first, again] = [await press(), await press()];
    expect(first.text).toContain('Van zeven tot zeven.');
    expect(again.text).toBe(first.text);
    expect(counted).toMatchObject([{ kind: 'reply', entry: 'fietsen/open' }]);
  });
});

it('a vote on an entry that no longer exists gets no thanks', async () => {
  counted.length = 0;
  expect((await execute({ vote: 'weg', useful: true, language: 'nl' })).text).toContain('nl stem_onbekend');
  expect(counted).toEqual([]);
});

it('of two replicas with one store, one answers a message and one counts a vote', async () => {
  const both = { asker, channel: 'teams', store: createProcessStore() };
  const replicas = [
    await startTeams(createAssistant(both)),
    await startTeams(createAssistant(both)),
  ] as const;
  try {
    const asked = await Promise.all(replicas.map((replica) => replica.send({ id: 'same' })));
    const answers = asked.flatMap(({ sent }) => sent);
    expect(answers.map(({ body }) => body.summary)).toEqual([
      expect.stringContaining('Waar zet ik mijn fiets?'),
    ]);
    const vote = { action: { data: { vote: 'in-rek', useful: true } } };
    const voted = await Promise.all(
      replicas.map((replica) => replica.invoke('adaptiveCard/action', vote, { replyToId: 'r1' })),
    );
    expect(voted.map((answered) => String(bodyOf(answered)['value'])).sort()).toEqual([
      'nl stem_al_geteld',
      'nl stem_geteld',
    ]);
  } finally {
    await Promise.all(replicas.map(({ stop }) => stop()));
  }
});
