import { describe, expect, it } from '@jest/globals';
import { isFollowUp } from '../../../src/core/question/follow-up.ts';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { smallKnowledge } from '../small-knowledge.ts';

const matcher = createMatcher(smallKnowledge().guidances);
const leansOn = (text: string) => {
  const message = parseText(text);
  return isFollowUp(message.tokens, matcher.analyse(message), matcher.lexicon);
};

describe('a question after another', () => {
  it.each([
    ['waarom?', 'is a joining word'],
    ['en buiten het rek?', 'opens with one'],
    ['En als de stalling vol staat?', 'opens with a joining phrase'],
    ['and outside the rack?', 'opens with one in English'],
    ['is het?', 'holds no word of its own'],
    ['en twee drie vier vijf', 'opens with one and holds five words that are not ignored, which is few'],
  ])('“%s” leans: it %s', (text) => {
    expect(leansOn(text)).toBe(true);
  });

  it.each([
    ['waar zet ik mijn fiets?', 'opens with no joining word'],
    ['fiets', 'is one word of its own'],
    ['fiets en bakfiets?', 'has the joining word in the middle'],
    ['en twee drie vier vijf zes', 'holds six words that are not ignored'],
    ['en de de de de de de de de de de', 'is eleven words long'],
    ['de het een in is', 'holds no word of its own, but is five words long'],
    ['?', 'holds no word at all'],
  ])('“%s” stands by itself: it %s', (text) => {
    expect(leansOn(text)).toBe(false);
  });

  it('is measured with the one before, but told on its own words only', () => {
    const before = { text: 'waar zet ik mijn fiets?', near: new Set<number>() };
    const { words } = matcher.analyse(parseText('en de bakfiets?'), before);
    expect(words.map(({ token }) => token)).toContain('bakfiets');
    expect(words.map(({ token }) => token)).not.toContain('fiets');
  });
});
