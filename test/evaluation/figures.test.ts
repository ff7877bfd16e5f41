import { describe, expect, it } from '@jest/globals';
import { figuresOf, reliability } from '../../src/evaluation/figures.ts';
import { scored } from './scored.ts';

const NONE = {
  right: 0,
  rightOrOffered: 0,
  wrong: 0,
  missed: 0,
  silentHonest: 0,
  silentPretended: 0,
  silentMisnamed: 0,
  offtopicFalse: 0,
  socialRight: 0,
};

describe('the figures of a set', () => {
  it('are shares of the questions that each is about', () => {
    const set = [
      scored('answer', 'right'),
      scored('answer', 'right'),
      scored('answer', 'offered'),
      scored('answer', 'wrong'),
      scored('silent', 'honest'),
      scored('silent', 'pretended'),
      scored('silent', 'missed'),
      scored('silent', 'honest'),
      scored('social', 'right'),
      scored('social', 'wrong'),
      scored('social', 'wrong'),
      scored('social', 'wrong'),
    ];
    expect(figuresOf(set)).toEqual({
      ...NONE,
      right: 0.5,
      rightOrOffered: 0.75,
      wrong: 0.25,
      silentHonest: 0.5,
      silentPretended: 0.25,
      silentMisnamed: 0,
      socialRight: 0.25,
    });
  });

  it('count questions for the self-check with those for an answer', () => {
    expect(figuresOf([scored('answer', 'right'), scored('checklist', 'missed')])).toEqual({
      ...NONE,
      right: 0.5,
      rightOrOffered: 0.5,
      missed: 0.5,
    });
  });

  it('count choices for a question about something else as half a false answer', () => {
    const set = (['false-answer', 'half-false', 'rejected', 'rejected'] as const).map((outcome) =>
      scored('offtopic', outcome),
    );
    expect(figuresOf(set)).toEqual({ ...NONE, offtopicFalse: 0.375 });
  });

  it('are zero where there is nothing to count', () => {
    expect(figuresOf([])).toEqual(NONE);
  });
});

describe('reliability', () => {
  const counts = (...items: Parameters<typeof scored>[2][]) =>
    reliability(items.map((item) => scored('answer', 'right', item))).map(({ count }) => count);

  it('holds how often it was right against how sure it was, in five bands', () => {
    const bands = reliability([
      scored('answer', 'right', { confidence: 0.9 }),
      scored('answer', 'wrong', { confidence: 0.8 }),
      scored('silent', 'honest', { kind: 'silent', confidence: 1 }),
      scored('checklist', 'right', { kind: 'checklist', confidence: 0.5 }),
      scored('offtopic', 'false-answer', { confidence: 0.41 }),
    ]);
    expect(bands.map(({ from, to, count, right }) => [from, to, count, right])).toEqual([
      [0, 0.2, 0, 0],
      [0.2, 0.4, 0, 0],
      [0.4, 0.6, 2, 0.5],
      [0.6, 0.8, 0, 0],
      [0.8, 1, 3, 2 / 3],
    ]);
    expect(bands.map(({ meanConfidence }) => meanConfidence.toFixed(3))).toEqual([
      '0.000',
      '0.000',
      '0.455',
      '0.000',
      '0.900',
    ]);
  });

  it('counts each confidence in one band, also on the edge of two', () => {
    const edges = [0, 0.2, 0.4, 0.6, 0.8, 1].map((confidence) => ({ confidence }));
    expect(counts(...edges)).toEqual([1, 1, 1, 1, 2]);
  });

  it('leaves out what was not said straight away: choices, misses, small talk and commands', () => {
    expect(
      counts(
        { kind: 'choices' },
        { kind: 'unknown' },
        { kind: 'social' },
        { kind: 'checklist', decision: 'command' },
        { kind: 'answer', decision: 'choices' },
      ),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});
