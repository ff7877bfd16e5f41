import { describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { createPhrasingMatcher } from '../../src/core/question/phrasings.ts';
import { createFit } from '../../src/core/question/yes-no.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';

const { guidances, phrasings } = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge;
const fitTo = createFit(
  { stripGreetings: (sentences) => sentences },
  createPhrasingMatcher(Object.values(phrasings ?? {})),
);
const explanations = guidances
  .flatMap(({ entries }) => entries)
  .filter(({ kind }) => kind === 'answer')
  .flatMap(({ id, wording }) =>
    Object.entries(wording).map(([language, { question, answer }]) => ({ id, language, question, answer })),
  );
const YES_NO = /^(?:ja|nee|yes|no)\b/iu;
const CONNECTIVE = /^(?:want|maar|dus|en|of|omdat|daarom|zo|dat|because|but|so|and|or|therefore|that)\b/iu;

describe('the shipped explanations', () => {
  it('are read where some begin with yes or no', () => {
    const begun = explanations.filter(({ answer }) => YES_NO.test(answer));
    expect(begun.map(({ language }) => language)).toEqual(expect.arrayContaining(['nl', 'en']));
  });

  it.each(explanations)('are whole sentences without: $language $id', ({ question, answer }) => {
    const without = fitTo('x')(answer, question, true);
    expect(without).toMatch(/^[\p{Lu}{][^]{20,}[.?!]$/u);
    expect(without).not.toMatch(YES_NO);
    expect(without).not.toMatch(CONNECTIVE);
  });

  it.each(explanations.filter(({ answer }) => YES_NO.test(answer)))(
    'keep yes or no behind another sentence: $language $id',
    ({ question, answer }) => {
      expect(fitTo(`Hallo. ${question}`)(answer, question, true)).toBe(answer);
    },
  );
});
