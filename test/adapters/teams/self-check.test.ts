import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { smallFile, smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, partsOf, startTeams } from './harness.ts';
import type { Received, Teams } from './harness.ts';

type Part = Readonly<Record<string, unknown>>;
type Data = Readonly<Record<string, unknown>>;

const FIRST = 'Je fiets in een rek past.';
const SECOND = 'Je fiets op slot staat.';
const THIRD = 'Je fiets een bel heeft.';
const CONCLUSION = /teams_check_(?:overal_ja|anders)/;

/** The small guidance with these questions in its self-check, in Dutch or English. */
function askerOf(questions: readonly string[] = [FIRST, SECOND], language = 'nl'): Asker {
  const source = smallFile('fietsen/bron.txt').replace(/ {2}• .*\n/g, '');
  const check = smallFile('fietsen/zelfcheck.yaml').replace(
    /vragen: .*/,
    `vragen: ${JSON.stringify(questions)}`,
  );
  const about = smallFile('fietsen/handreiking.yaml');
  const english = language === 'en';
  return createAsker(
    smallKnowledge({
      'fietsen/bron.txt': `${source}${questions.map((question) => `  • ${question}\n`).join('')}`,
      'fietsen/zelfcheck.yaml': english ? check.replace(/\nen:[^]*/, '\n') : check,
      'fietsen/handreiking.yaml': english ? `${about}taal: en\n` : about,
      ...(english && {
        'fietsen/vragen/vragen.yaml': `
- id: in-rek
  vraag: Where do I put my bicycle?
  varianten: [bicycle in a rack]
  antwoord: In a rack.
  citaten: [Zet je fiets in een rek.]
`,
        'fietsen/praktijkvragen/geen.yaml': undefined,
      }),
    }),
  );
}

/** What answers, as changed knowledge takes its place in a running bot. */
let current = askerOf();
const asker: Pick<Asker, 'ask' | 'entries' | 'language' | 'say' | 'sorry'> = {
  get entries() {
    return current.entries;
  },
  language: 'nl',
  ask: (question) => current.ask(question),
  say: (...what) => current.say(...what),
  sorry: (...what) => current.sorry(...what),
};
let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker, channel: 'teams' }));
}, 60_000);
afterAll(() => teams.stop());

const GROUP = { id: '19:channel@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true };
const MESSAGE = {
  messagePayload: { body: { contentType: 'text', content: 'Zal ik dit plaatsen?' } },
};

/** What a person sees after the button, whichever way the client sends it, and what the bot sent besides. */
interface Shown {
  readonly card: unknown;
  readonly status: number;
  readonly sent: readonly Received[];
}

const invoke = async (name: string, value: object, more: object = {}) => {
  const { status, text, sent } = await teams.send({ type: 'invoke', name, value, text: undefined, ...more });
  return { status, sent, body: (text === '' ? {} : JSON.parse(text)) as Record<string, Part> };
};
const asMessage = async (data: Data, more: object = {}): Promise<Shown> => {
  const { status, sent } = await teams.send({ text: undefined, value: data, replyToId: 'r9', ...more });
  return { status, sent, card: cardIn(sent) };
};
const inPlace = async (data: Data, more: object = {}): Promise<Shown> => {
  const action = { type: 'Action.Execute', verb: 'check', data };
  const { status, sent, body } = await invoke(
    'adaptiveCard/action',
    { action },
    { replyToId: 'r1', ...more },
  );
  return { status, sent, card: body['value'] };
};
const inDialog = async (data: Data, more: object = MESSAGE): Promise<Shown> => {
  const { status, sent, body } = await invoke('composeExtension/submitAction', { data, ...more });
  return { status, sent, card: (body['task']?.['value'] as Part | undefined)?.['card'] };
};
const WAYS = {
  'in the card itself': inPlace,
  'in the card itself, in a group': (data: Data) => inPlace(data, { conversation: GROUP }),
  'in an old client': asMessage,
  'in an old client, in a group': (data: Data) => asMessage(data, { conversation: GROUP }),
  'in the dialog': inDialog,
} as const;
const EACH_WAY = Object.entries(WAYS);

const questionsIn = (card: unknown) => partsOf(card, 'Input.ChoiceSet');
const chosenIn = (card: unknown) => questionsIn(card).map(({ value }) => value);
const textOf = (card: unknown) =>
  partsOf(card, 'TextRun')
    .map(({ text }) => String(text))
    .join('\n');
/** The data that the button of a drawn self-check sends along with what was chosen. */
const buttonIn = (card: unknown): Data => {
  const [button] = [...partsOf(card, 'Action.Execute'), ...partsOf(card, 'Action.Submit')].filter(
    ({ data }) => (data as Data)['check'] === true,
  );
  return (button?.['data'] ?? {}) as Data;
};
/** A self-check that is drawn now. */
const drawn = async () => cardIn((await teams.send({ text: 'zelfcheck' })).sent);
const idsOf = (card: unknown) => questionsIn(card).map(({ id }) => String(id));
/** What a client sends when these are chosen in a card, in the order of its questions. */
const filled = (card: unknown, ...answers: readonly unknown[]): Data => ({
  ...buttonIn(card),
  ...Object.fromEntries(idsOf(card).map((id, place) => [id, answers[place]])),
});

describe('the self-check', () => {
  it('is a card with a labelled, required choice for each question, and its advice out of sight', async () => {
    const card = await drawn();
    const questions = questionsIn(card);
    expect(questions.map(({ label }) => label)).toEqual([`1. ${FIRST}`, `2. ${SECOND}`]);
    for (const question of questions)
      expect(question).toMatchObject({
        isRequired: true,
        errorMessage: 'nl teams_check_kies',
        style: 'expanded',
      });
    expect(chosenIn(card)).toEqual([undefined, undefined]);
    expect(textOf(card)).not.toContain('teams_check_alle');
    expect(partsOf(card, 'Container')).toContainEqual(
      expect.objectContaining({ id: 'advice', isVisible: false }),
    );
  });

  it('is answered in the same card, with advice and no verdict', async () => {
    const answered = await inPlace(filled(await drawn(), 'yes', 'doubt'));
    const text = JSON.stringify(answered.card);
    expect(text).toContain('nl teams_check_anders');
    expect(text).toContain('Je weegt het zelf af.');
    expect(text).not.toContain('isVisible');
    expect(questionsIn(answered.card)).toEqual([]);
    expect(answered.sent).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r1' },
    ]);
  });

  it.each(EACH_WAY)('with yes everywhere shows its advice %s', async (_, submit) => {
    const { card } = await submit(filled(await drawn(), 'yes', 'yes'));
    expect(textOf(card)).toContain('Je weegt het zelf af.');
    expect(questionsIn(card)).toEqual([]);
  });

  it.each(['in the card itself', 'in an old client', 'in the dialog'] as const)(
    'says whether it was yes everywhere %s',
    async (way) => {
      for (const [answers, outcome] of [
        [['yes', 'yes'], 'overal_ja'],
        [['yes', 'no'], 'anders'],
        [['doubt', 'yes'], 'anders'],
        [['no', 'doubt'], 'anders'],
      ] as const) {
        const { card } = await WAYS[way](filled(await drawn(), ...answers));
        expect(textOf(card)).toContain(`nl teams_check_${outcome}`);
      }
    },
  );

  it('of a card that was drawn before cards told which questions they ask is judged by its answers', async () => {
    const { card } = await inPlace({ check: true, answer0: 'yes', answer1: 'yes' });
    expect(textOf(card)).toContain('nl teams_check_overal_ja');
  });

  it('in a group shows the advice to the one who answered, and to nobody else', async () => {
    const { sent, status } = await inPlace(filled(await drawn(), 'no', 'yes'), { conversation: GROUP });
    expect({ status, sent }).toEqual({ status: 200, sent: [] });
  });

  it('in an old client changes the card', async () => {
    const { sent } = await asMessage(filled(await drawn(), 'no', 'yes'));
    expect(sent).toMatchObject([{ method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r9' }]);
  });

  it('in an old client in a group leaves the card to others, and what was answered between the lines', async () => {
    const { sent } = await asMessage(filled(await drawn(), 'no', 'yes'), { conversation: GROUP });
    expect(sent).toMatchObject([{ method: 'POST' }]);
    expect(JSON.stringify(sent)).toContain('Je weegt het zelf af.');
    expect(JSON.stringify(sent)).not.toMatch(CONCLUSION);
  });
});

/** What is sent when not every question has one answer, made from a card; and what of it can be kept. */
const INCOMPLETE: Readonly<Record<string, readonly [(card: unknown) => Data, readonly unknown[]]>> = {
  'nothing chosen': [buttonIn, [undefined, undefined]],
  'nothing chosen in a card without marks': [() => ({ check: true }), [undefined, undefined]],
  'empty texts': [(card) => filled(card, '', ''), [undefined, undefined]],
  null: [(card) => filled(card, null, null), [undefined, undefined]],
  'only the first chosen': [(card) => filled(card, 'yes'), ['yes', undefined]],
  'only the last chosen': [(card) => filled(card, undefined, 'no'), [undefined, 'no']],
  'an empty text for one': [(card) => filled(card, 'yes', ''), ['yes', undefined]],
  'an unknown answer': [(card) => filled(card, 'yes', 'misschien'), ['yes', undefined]],
  'another case': [(card) => filled(card, 'YES', 'doubt'), [undefined, 'doubt']],
  'the text of a choice in the place of its value': [
    (card) => filled(card, 'Ja', 'nl teams_check_ja'),
    [undefined, undefined],
  ],
  'two answers in one': [(card) => filled(card, 'yes,no', 'yes'), [undefined, 'yes']],
  'an answer twice in one': [(card) => filled(card, 'yes,yes', 'yes;yes'), [undefined, undefined]],
  'spaces around an answer': [(card) => filled(card, ' yes', 'yes '), [undefined, undefined]],
  lists: [(card) => filled(card, ['yes'], ['yes', 'yes']), [undefined, undefined]],
  'numbers and booleans': [(card) => filled(card, 1, true), [undefined, undefined]],
  objects: [(card) => filled(card, { value: 'yes' }, { yes: 'yes' }), [undefined, undefined]],
  'names of what every object has': [
    (card) => filled(card, 'constructor', 'toString'),
    [undefined, undefined],
  ],
  'an answer to a question that is not there': [
    (card) => ({ ...filled(card, 'yes', 'yes'), answer2: 'no' }),
    ['yes', 'yes'],
  ],
  'answers under unknown names only': [
    (card) => ({ ...buttonIn(card), answer: 'yes', answerA: 'yes', answer00: 'yes', antwoord: 'yes' }),
    [undefined, undefined],
  ],
};

describe('a self-check that is sent with', () => {
  it.each(
    EACH_WAY.flatMap(([way, submit]) =>
      Object.entries(INCOMPLETE).map(([what, [make, kept]]) => [what, way, make, kept, submit] as const),
    ),
  )(
    '%s, %s, comes back with the word that every question needs an answer',
    async (_, way, make, kept, submit) => {
      const { card, status } = await submit(make(await drawn()));
      expect(status).toBe(200);
      expect(textOf(card)).toContain('nl teams_check_alle');
      expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
      expect(questionsIn(card)).toHaveLength(2);
      expect(partsOf(card, 'Container')).toContainEqual(
        expect.objectContaining({ id: 'advice', isVisible: false }),
      );
      // In a group, what an old client sent comes back for everybody to read: without what was chosen.
      expect(chosenIn(card)).toEqual(way === 'in an old client, in a group' ? [undefined, undefined] : kept);
      // What comes back can be sent again, and then it is whole.
      const again = await submit(filled(card, 'yes', 'yes'));
      expect(textOf(again.card)).toContain('Je weegt het zelf af.');
    },
  );

  it('nothing chosen keeps the card in the chat as it was, so that nobody reads what somebody chose', async () => {
    const { sent } = await inPlace(filled(await drawn(), 'yes'));
    expect(sent).toEqual([]);
    const old = await asMessage(filled(await drawn(), 'yes'));
    expect(old.sent).toMatchObject([{ method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r9' }]);
    const group = await asMessage(filled(await drawn(), 'yes'), { conversation: GROUP });
    expect(group.sent).toMatchObject([{ method: 'POST' }]);
  });

  it('nothing chosen says so first, for who hears it or reads it in a notification', async () => {
    const { sent, card } = await asMessage(buttonIn(await drawn()));
    const { fallbackText, speak } = card as Record<string, string>;
    for (const text of [sent[0]?.body.summary, fallbackText, speak])
      expect(text).toMatch(/^nl teams_check_alle/);
  });

  it('nothing chosen in the dialog still shows the message that it is about', async () => {
    const { card } = await inDialog(buttonIn(await drawn()));
    expect(textOf(card)).toContain('Zal ik dit plaatsen?');
    const without = await inDialog(buttonIn(await drawn()), {});
    expect(textOf(without.card)).not.toContain('teams_actie');
  });

  it('any JSON gets a conclusion only when every question has one known answer', async () => {
    const card = await drawn();
    const answer = fc.oneof(fc.constantFrom('yes', 'no', 'doubt', '', 'yes,no', undefined), fc.jsonValue());
    const more = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(answer, answer, more, async (first, second, other) => {
        const given = { ...other, ...filled(card, first, second) };
        const text = textOf((await inDialog(given)).card);
        const isKnown = [first, second].every((one) => ['yes', 'no', 'doubt'].includes(one as string));
        const isMore = Object.keys(other).some((name) => /^answer(?![01]$)/.test(name));
        expect(CONCLUSION.test(text)).toBe(isKnown && !isMore);
        if (text.includes('overal_ja')) expect([first, second]).toEqual(['yes', 'yes']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a self-check whose questions changed since it was drawn', () => {
  const changed = async (questions: readonly string[]) => {
    const card = await drawn();
    current = askerOf(questions);
    return card;
  };
  afterEach(() => {
    current = askerOf();
  });

  it.each(EACH_WAY)('to more of them comes back with the new one open %s', async (way, submit) => {
    const before = await changed([FIRST, SECOND, THIRD]);
    const { card } = await submit(filled(before, 'yes', 'yes'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(textOf(card)).toContain('nl teams_check_alle');
    const isRead = way === 'in an old client, in a group';
    expect(chosenIn(card)).toEqual(isRead ? [undefined, undefined, undefined] : ['yes', 'yes', undefined]);
    const again = await submit(filled(card, 'yes', 'yes', 'yes'));
    expect(textOf(again.card)).toContain('Je weegt het zelf af.');
  });

  it('to fewer of them does not say yes everywhere to who said no', async () => {
    const before = await changed([FIRST]);
    const { card } = await inPlace(filled(before, 'yes', 'no'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual(['yes']);
  });

  it('to as many others asks the new one, and keeps the answer to the one that stayed', async () => {
    const before = await changed([FIRST, THIRD]);
    const { card } = await inPlace(filled(before, 'yes', 'yes'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual(['yes', undefined]);
  });

  it('to another order does not take one answer for another', async () => {
    const before = await changed([SECOND, FIRST]);
    const { card } = await inPlace(filled(before, 'yes', 'no'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual([undefined, undefined]);
  });

  it('comes back when the marks of its questions are none', async () => {
    const before = filled(await drawn(), 'yes', 'yes');
    for (const asked of ['', 1, null, {}, [], [1, 2], ['a', 'b'], [...(before['asked'] as string[]), 'c']]) {
      const { card } = await inPlace({ ...before, asked });
      expect([asked, CONCLUSION.test(JSON.stringify(card))]).toEqual([asked, false]);
    }
  });

  it('to none at all says so, and leaves the card as it was', async () => {
    const before = await drawn();
    current = createAsker(smallKnowledge({ 'fietsen/zelfcheck.yaml': undefined }));
    const { card, sent } = await inPlace(filled(before, 'yes', 'yes'));
    expect([card, sent]).toEqual([expect.stringContaining('nl geen_zelfcheck'), []]);
    const old = await asMessage(filled(before, 'yes', 'yes'));
    expect(old.sent).toMatchObject([{ method: 'POST' }]);
    expect(JSON.stringify(old.card)).toContain('nl geen_zelfcheck');
    expect(JSON.stringify(old.card)).not.toMatch(CONCLUSION);
  });
});

it('of an English guidance asks for every answer in English', async () => {
  current = askerOf([FIRST, SECOND], 'en');
  for (const submit of [inPlace, inDialog]) {
    const { card } = await submit({ check: true, answer0: 'yes' });
    expect(textOf(card)).toContain('en teams_check_alle');
    expect(chosenIn(card)).toEqual(['yes', undefined]);
  }
});
