import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partsOf } from './cards.ts';
import { GROUP } from './inbound.ts';
import {
  chosenIn,
  CONCLUSION,
  EACH_WAY,
  filled,
  FIRST,
  questionsIn,
  SECOND,
  startSelfCheck,
  textOf,
  WAYS,
} from './self-check.ts';
import type { SelfCheckBot } from './self-check.ts';

let bot: SelfCheckBot;
beforeAll(async () => {
  bot = await startSelfCheck();
});
afterAll(() => bot.stop());

describe('the self-check', () => {
  it('is a card with a labelled, required choice for each question, and its advice out of sight', async () => {
    const card = await bot.drawn();
    const questions = questionsIn(card);
    expect(questions.map(({ label }) => label)).toEqual([`1. ${FIRST}`, `2. ${SECOND}`]);
    for (const question of questions)
      expect(question).toMatchObject({
        isRequired: true,
        errorMessage: 'nl zelfcheck_kies',
        style: 'expanded',
      });
    expect(chosenIn(card)).toEqual([undefined, undefined]);
    expect(textOf(card)).not.toContain('zelfcheck_alle');
    expect(partsOf(card, 'Container')).toContainEqual(
      expect.objectContaining({ id: 'advice', isVisible: false }),
    );
  });

  it('is answered in the same card, with advice and no verdict', async () => {
    const answered = await bot.inPlace(filled(await bot.drawn(), 'yes', 'doubt'));
    const text = JSON.stringify(answered.card);
    expect(text).toContain('nl zelfcheck_anders');
    expect(text).toContain('Je weegt het zelf af.');
    expect(text).not.toContain('isVisible');
    expect(questionsIn(answered.card)).toEqual([]);
    expect(answered.sent).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r1' },
    ]);
  });

  it.each(EACH_WAY)('with yes everywhere shows its advice %s', async (_, submit) => {
    const { card } = await submit(bot, filled(await bot.drawn(), 'yes', 'yes'));
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
        const { card } = await WAYS[way](bot, filled(await bot.drawn(), ...answers));
        expect(textOf(card)).toContain(`nl zelfcheck_${outcome}`);
      }
    },
  );

  it('repeats the doubts in the dialog, and leaves them out of a chat, which Teams keeps', async () => {
    for (const [way, isRepeated] of [
      ['in the dialog', true],
      ['in the card itself', false],
      ['in an old client', false],
    ] as const) {
      const { card, sent } = await WAYS[way](bot, filled(await bot.drawn(), 'yes', 'no'));
      const doubt = `nl zelfcheck_gekozen ${SECOND}; nl zelfcheck_nee`;
      expect([way, textOf(card).includes(doubt)]).toEqual([way, isRepeated]);
      expect(JSON.stringify(sent)).not.toContain('zelfcheck_gekozen');
    }
  });

  it('of a card that was drawn before cards told which questions they ask is judged by its answers', async () => {
    const { card } = await bot.inPlace({ check: true, answer0: 'yes', answer1: 'yes' });
    expect(textOf(card)).toContain('nl zelfcheck_overal_ja');
  });

  it('in a group shows the advice to the one who answered, and to nobody else', async () => {
    const { sent, status } = await bot.inPlace(filled(await bot.drawn(), 'no', 'yes'), {
      conversation: GROUP,
    });
    expect({ status, sent }).toEqual({ status: 200, sent: [] });
  });

  it('in an old client changes the card', async () => {
    const { sent } = await bot.asMessage(filled(await bot.drawn(), 'no', 'yes'));
    expect(sent).toMatchObject([{ method: 'PUT', path: '/v3/conversations/a%3Achat/activities/r9' }]);
  });

  it('in an old client in a group leaves the card to others, and what was answered between the lines', async () => {
    const { sent } = await bot.asMessage(filled(await bot.drawn(), 'no', 'yes'), { conversation: GROUP });
    expect(sent).toMatchObject([{ method: 'POST' }]);
    expect(JSON.stringify(sent)).toContain('Je weegt het zelf af.');
    expect(JSON.stringify(sent)).not.toMatch(CONCLUSION);
  });
});
