import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, headingOf, partsOf } from './cards.ts';
import { bodyOf, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';

const counted: CountedEvent[] = [];
let teams: Teams;
beforeAll(async () => {
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  const asker = createAsker(smallKnowledge());
  teams = await startTeams(createAssistant({ asker, channel: 'teams', store }));
});
afterAll(() => teams.stop());
beforeEach(() => {
  counted.length = 0;
});

type Data = Readonly<Record<string, unknown>>;

/** Presses a button in a card, which the answer replaces. */
const press = async (data: unknown, replyToId: string) => {
  const action = { action: { type: 'Action.Execute', verb: 'vote', data } };
  const body: unknown = bodyOf(await teams.invoke('adaptiveCard/action', action, { replyToId }));
  return body as { readonly type: string; readonly value: unknown };
};
/** The data of the buttons that give a reason. */
const reasonsIn = (card: unknown) =>
  partsOf(card, 'Action.Execute')
    .map(({ data }) => data as Data)
    .filter(({ reason }) => reason !== undefined);
const said = (card: unknown) => partsOf(card, 'TextRun').map(({ text }) => text);
const VOTE = { vote: 'fietsen/in-rek', useful: false, language: 'nl' };

describe('a vote for not useful', () => {
  it('leaves the answer on its card, with the question why and the ways on below it', async () => {
    const { type, value } = await press(VOTE, 'p1');
    expect(type).toBe('application/vnd.microsoft.card.adaptive');
    expect(headingOf(value)).toEqual(['Waar zet ik mijn fiets?']);
    expect(said(value)).toEqual(
      expect.arrayContaining(['nl nuttig_vraag', 'nl stem_geteld', 'nl reden_vraag']),
    );
    expect(said(value)).toContain('nl verder_contact de receptie');
    expect(reasonsIn(value).map(({ reason }) => reason)).toEqual([
      'wrong-subject',
      'unclear',
      'incomplete',
      'other',
    ]);
  });

  it('gets its reason on the same ballot, once, and useful takes it back', async () => {
    const { value } = await press(VOTE, 'p2');
    const [, unclear] = reasonsIn(value);
    const thanks = await press(unclear, 'p2');
    expect(said(thanks.value)).toContain('nl reden_geteld');
    expect(reasonsIn(thanks.value)).toEqual([]);
    await press(unclear, 'p2');
    await press({ ...VOTE, useful: true }, 'p2');
    expect(counted).toMatchObject([
      { kind: 'vote', useful: false },
      { kind: 'reason', entry: 'fietsen/in-rek', reason: 'unclear' },
      { kind: 'vote', useful: true },
      { kind: 'reason', replaces: 'unclear' },
    ]);
  });

  it('in an old client is followed by a card, whose buttons are on the ballot of the answer', async () => {
    const asked = await teams.send({ text: undefined, value: VOTE, replyToId: 'p3' });
    const [wrong] = reasonsIn(cardIn(asked.sent));
    const thanks = await teams.send({ text: undefined, value: wrong, replyToId: 'p4' });
    expect(JSON.stringify(thanks.sent)).toContain('nl reden_geteld');
    expect(counted).toMatchObject([{ kind: 'vote' }, { kind: 'reason', reason: 'wrong-subject' }]);
  });

  it('on an answer that is gone says so in a line', async () => {
    const { type, value } = await press({ ...VOTE, vote: 'weg' }, 'p5');
    expect([type, value]).toEqual(['application/vnd.microsoft.activity.message', 'nl stem_onbekend']);
  });
});

it.each([
  { reason: 'saai' },
  { reason: 5 },
  { reason: 'unclear', ballot: '../x' },
  { reason: 'unclear', ballot: '' },
])('a reason that is none of ours is refused: %j', async (more) => {
  const action = { action: { data: { ...VOTE, ...more } } };
  await expect(teams.invoke('adaptiveCard/action', action)).resolves.toMatchObject({ status: 400 });
  expect(counted).toEqual([]);
});
