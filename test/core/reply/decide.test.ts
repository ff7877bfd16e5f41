import { describe, expect, it } from '@jest/globals';
import { decidePhrase, isSure } from '../../../src/core/reply/decide.ts';
import { decided } from './decided.ts';

describe('an entry', () => {
  it.each([
    ['answer', 0.5],
    ['checklist', 0.5],
    ['silent', 0.5],
    ['social', 0.45],
  ] as const)('of kind %s is the reply from a confidence of %d on', (kind, least) => {
    expect(decided([[kind, least]])).toEqual([kind, 0]);
    expect(decided([[kind, least - 0.001]])).toEqual(['unknown']);
  });

  it('is the reply beside another answer, however near', () => {
    expect(
      decided([
        ['answer', 0.9],
        ['answer', 0.9],
      ]),
    ).toEqual(['answer', 0]);
  });

  it('is the reply beside one of another kind, unless that is within a tenth', () => {
    expect(
      decided([
        ['answer', 0.9],
        ['silent', 0.79],
      ]),
    ).toEqual(['answer', 0]);
    expect(
      decided([
        ['answer', 0.9],
        ['silent', 0.81],
      ]),
    ).toEqual(['choices', 0, 1]);
    expect(
      decided([
        ['silent', 0.9],
        ['answer', 0.81],
      ]),
    ).toEqual(['choices', 0, 1]);
    expect(
      decided([
        ['answer', 0.9],
        ['answer', 0.85],
        ['checklist', 0.81],
      ]),
    ).toEqual(['choices', 0, 1, 2]);
  });

  it('is the reply beside small talk, however near', () => {
    expect(
      decided([
        ['answer', 0.9],
        ['social', 0.9],
      ]),
    ).toEqual(['answer', 0]);
    expect(
      decided([
        ['social', 0.9],
        ['answer', 0.9],
      ]),
    ).toEqual(['social', 0]);
  });

  it('of a question of one word is a choice beside one of another kind that could be the reply too', () => {
    const matched = [
      ['answer', 0.95],
      ['checklist', 0.6],
    ] as const;
    expect(decided(matched)).toEqual(['answer', 0]);
    expect(decided(matched, true)).toEqual(['choices', 0, 1]);
    expect(
      decided(
        [
          ['answer', 0.95],
          ['silent', 0.49],
        ],
        true,
      ),
    ).toEqual(['answer', 0]);
  });
});

describe('choices', () => {
  it('are offered from a best confidence of 0.3 on, and need two entries', () => {
    expect(
      decided([
        ['answer', 0.3],
        ['answer', 0.1],
      ]),
    ).toEqual(['choices', 0, 1]);
    expect(
      decided([
        ['answer', 0.299],
        ['answer', 0.29],
      ]),
    ).toEqual(['unknown']);
    expect(decided([['answer', 0.49]])).toEqual(['unknown']);
    expect(
      decided([
        ['answer', 0.49],
        ['answer', 0.099],
      ]),
    ).toEqual(['unknown']);
  });

  it('are three at most, and never small talk', () => {
    expect(
      decided([
        ['answer', 0.49],
        ['social', 0.44],
        ['silent', 0.4],
        ['answer', 0.3],
        ['answer', 0.2],
      ]),
    ).toEqual(['choices', 0, 2, 3]);
  });

  it('have no third that is half as likely as the second', () => {
    const three = (third: number) =>
      decided([
        ['answer', 0.45],
        ['answer', 0.4],
        ['answer', third],
      ]);
    expect(three(0.2)).toEqual(['choices', 0, 1, 2]);
    expect(three(0.19)).toEqual(['choices', 0, 1]);
  });
});

it('an entry is surely what was asked from a confidence of 0.7 on', () => {
  expect([isSure({ confidence: 0.7 }), isSure({ confidence: 0.699 })]).toEqual([true, false]);
});

describe('nothing', () => {
  it('is understood without a match', () => {
    expect(decided([])).toEqual(['unknown']);
  });
});

describe('a message that may be a phrase', () => {
  const score = (blended: number) => ({
    entry: 0,
    similarity: blended,
    probability: blended,
    blended,
    foreign: 0,
  });
  const decideOn = (phrase: number, entry: number, words = 3) =>
    decidePhrase({ phrase: { kind: 'waarom', score: phrase }, scores: [score(entry)] }, words);

  it('is one when that is likely, and likelier than any entry', () => {
    expect(decideOn(0.6, 0.3)).toEqual({ kind: 'phrase', phrase: 'waarom' });
    expect(decideOn(0.45, 0.5)).toBeUndefined();
    expect(decideOn(0.3, 0.1)).toBeUndefined();
  });

  it('is none when it is long: then it has a subject too', () => {
    expect(decideOn(0.9, 0.1, 13)).toBeUndefined();
  });
});
