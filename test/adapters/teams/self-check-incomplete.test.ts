import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from './cards.ts';
import { GROUP } from './inbound.ts';
import {
  buttonIn,
  chosenIn,
  CONCLUSION,
  EACH_WAY,
  filled,
  questionsIn,
  startSelfCheck,
  textOf,
} from './self-check.ts';
import type { Data, SelfCheckBot } from './self-check.ts';

let bot: SelfCheckBot;
beforeAll(async () => {
  bot = await startSelfCheck();
});
afterAll(() => bot.stop());

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
    (card) => filled(card, 'Ja', 'nl zelfcheck_ja'),
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
      const { card, status } = await submit(bot, make(await bot.drawn()));
      expect(status).toBe(200);
      expect(textOf(card)).toContain('nl zelfcheck_alle');
      expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
      expect(questionsIn(card)).toHaveLength(2);
      expect(partsOf(card, 'Container')).toContainEqual(
        expect.objectContaining({ id: 'advice', isVisible: false }),
      );
      // In a group, what an old client sent comes back for everybody to read: without what was chosen.
      expect(chosenIn(card)).toEqual(way === 'in an old client, in a group' ? [undefined, undefined] : kept);
      // What comes back can be sent again, and then it is whole.
      const again = await submit(bot, filled(card, 'yes', 'yes'));
      expect(textOf(again.card)).toContain('Je weegt het zelf af.');
    },
  );

  it('nothing chosen keeps the card in the chat as it was, so that nobody reads what somebody chose', async () => {
    const { sent } = await bot.inPlace(filled(await bot.drawn(), 'yes'));
    expect(sent).toEqual([]);
    const old = await bot.asMessage(filled(await bot.drawn(), 'yes'));
    expect(old.sent).toMatchObject([{ method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r9' }]);
    const group = await bot.asMessage(filled(await bot.drawn(), 'yes'), { conversation: GROUP });
    expect(group.sent).toMatchObject([{ method: 'POST' }]);
  });

  it('nothing chosen says so first, for who hears it or reads it in a notification', async () => {
    const { sent, card } = await bot.asMessage(buttonIn(await bot.drawn()));
    const { fallbackText, speak } = card as Record<string, string>;
    for (const text of [sent[0]?.body.summary, fallbackText, speak])
      expect(text).toMatch(/^nl zelfcheck_alle/);
  });

  it('nothing chosen in the dialog still shows the message that it is about', async () => {
    const { card } = await bot.inDialog(buttonIn(await bot.drawn()));
    expect(textOf(card)).toContain('Zal ik dit plaatsen?');
    const without = await bot.inDialog(buttonIn(await bot.drawn()), {});
    expect(textOf(without.card)).not.toContain('teams_actie');
  });

  it('any JSON gets a conclusion only when every question has one known answer', async () => {
    const card = await bot.drawn();
    const answer = fc.oneof(fc.constantFrom('yes', 'no', 'doubt', '', 'yes,no', undefined), fc.jsonValue());
    const more = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(answer, answer, more, async (first, second, other) => {
        const given = { ...other, ...filled(card, first, second) };
        const text = textOf((await bot.inDialog(given)).card);
        const isKnown = [first, second].every((one) => ['yes', 'no', 'doubt'].includes(one as string));
        const isMore = Object.keys(other).some((name) => /^answer(?![01]$)/.test(name));
        expect(CONCLUSION.test(text)).toBe(isKnown && !isMore);
        if (text.includes('overal_ja')) expect([first, second]).toEqual(['yes', 'yes']);
      }),
      { numRuns: 60 },
    );
  });
});
