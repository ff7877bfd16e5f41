import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import {
  askerOf,
  chosenIn,
  CONCLUSION,
  EACH_WAY,
  filled,
  FIRST,
  SECOND,
  startSelfCheck,
  textOf,
} from './self-check.ts';
import type { SelfCheckBot } from './self-check.ts';

let bot: SelfCheckBot;
beforeAll(async () => {
  bot = await startSelfCheck();
});
afterAll(() => bot.stop());

describe('a self-check whose questions changed since it was drawn', () => {
  const THIRD = 'Je fiets een bel heeft.';
  const changed = async (questions: readonly string[]) => {
    const card = await bot.drawn();
    bot.change(askerOf(questions));
    return card;
  };
  afterEach(() => {
    bot.change();
  });

  it.each(EACH_WAY)('to more of them comes back with the new one open %s', async (way, submit) => {
    const before = await changed([FIRST, SECOND, THIRD]);
    const { card } = await submit(bot, filled(before, 'yes', 'yes'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(textOf(card)).toContain('nl zelfcheck_alle');
    const isRead = way === 'in an old client, in a group';
    expect(chosenIn(card)).toEqual(isRead ? [undefined, undefined, undefined] : ['yes', 'yes', undefined]);
    const again = await submit(bot, filled(card, 'yes', 'yes', 'yes'));
    expect(textOf(again.card)).toContain('Je weegt het zelf af.');
  });

  it('to fewer of them does not say yes everywhere to who said no', async () => {
    const before = await changed([FIRST]);
    const { card } = await bot.inPlace(filled(before, 'yes', 'no'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual(['yes']);
  });

  it('to as many others asks the new one, and keeps the answer to the one that stayed', async () => {
    const before = await changed([FIRST, THIRD]);
    const { card } = await bot.inPlace(filled(before, 'yes', 'yes'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual(['yes', undefined]);
  });

  it('to another order does not take one answer for another', async () => {
    const before = await changed([SECOND, FIRST]);
    const { card } = await bot.inPlace(filled(before, 'yes', 'no'));
    expect(JSON.stringify(card)).not.toMatch(CONCLUSION);
    expect(chosenIn(card)).toEqual([undefined, undefined]);
  });

  it('comes back when the marks of its questions are none', async () => {
    const before = filled(await bot.drawn(), 'yes', 'yes');
    for (const asked of ['', 1, null, {}, [], [1, 2], ['a', 'b'], [...(before['asked'] as string[]), 'c']]) {
      const { card } = await bot.inPlace({ ...before, asked });
      expect([asked, CONCLUSION.test(JSON.stringify(card))]).toEqual([asked, false]);
    }
  });

  it('to none at all says so, and leaves the card as it was', async () => {
    const before = await bot.drawn();
    bot.change(createAsker(smallKnowledge({ 'fietsen/zelfcheck.yaml': undefined })));
    const { card, sent } = await bot.inPlace(filled(before, 'yes', 'yes'));
    expect([card, sent]).toEqual([expect.stringContaining('nl geen_zelfcheck'), []]);
    const old = await bot.asMessage(filled(before, 'yes', 'yes'));
    expect(old.sent).toMatchObject([{ method: 'POST' }]);
    expect(JSON.stringify(old.card)).toContain('nl geen_zelfcheck');
    expect(JSON.stringify(old.card)).not.toMatch(CONCLUSION);
  });
});

it('of an English guidance asks for every answer in English', async () => {
  bot.change(askerOf([FIRST, SECOND], 'en'));
  for (const submit of [bot.inPlace, bot.inDialog]) {
    const { card } = await submit({ check: true, answer0: 'yes' });
    expect(textOf(card)).toContain('en zelfcheck_alle');
    expect(chosenIn(card)).toEqual(['yes', undefined]);
  }
});
