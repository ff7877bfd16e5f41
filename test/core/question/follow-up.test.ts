import { describe, expect, it } from '@jest/globals';
import { needsContext } from '../../../src/core/question/follow-up.ts';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { smallKnowledge } from '../small-knowledge.ts';

const matcher = createMatcher(smallKnowledge().guidances);
const isAfterAnswer = (text: string) => {
  const message = parseText(text);
  return needsContext(message.tokens, matcher.analyse(message), matcher.lexicon);
};

describe('a question after an answer', () => {
  it.each([
    ['waarom?', 'is a connecting word'],
    ['en buiten het rek?', 'opens with one'],
    ['En als de stalling vol staat?', 'opens with a connecting phrase'],
    ['and outside the rack?', 'opens with one in English'],
    ['is het?', 'has no content word'],
    ['en twee drie vier vijf', 'opens with one and has no more than five content words'],
  ])('“%s” is a follow-up: it %s', (text) => {
    expect(isAfterAnswer(text)).toBe(true);
  });

  it.each([
    ['waar zet ik mijn fiets?', 'opens with no connecting word'],
    ['fiets', 'is one content word'],
    ['fiets en bakfiets?', 'has the connecting word in the middle'],
    ['en twee drie vier vijf zes', 'has six content words'],
    ['en de de de de de de de de de de', 'is eleven words long'],
    ['de het een in is', 'has no content word, but is five words long'],
    ['?', 'has no word at all'],
  ])('“%s” is complete by itself: it %s', (text) => {
    expect(isAfterAnswer(text)).toBe(false);
  });

  it('is scored in the context of the last question, and has the content words of its own', () => {
    const before = { text: 'waar zet ik mijn fiets?', near: new Set<number>() };
    const { words } = matcher.analyse(parseText('en de bakfiets?'), before);
    expect(words.map(({ token }) => token)).toContain('bakfiets');
    expect(words.map(({ token }) => token)).not.toContain('fiets');
  });
});
