import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/core/model.ts';
import { decideLiteral } from '../../../src/core/reply/decide.ts';
import { decided } from './decided.ts';

describe('an entry of another guidance', () => {
  it('is offered beside the first when it ties with it, or is confident by itself', () => {
    for (const other of [0.81, 0.5])
      expect(
        decided([
          ['answer', 0.9],
          ['answer', other, 'b'],
        ]),
      ).toEqual(['choices', 0, 1]);
  });

  it('is offered when others stand between', () => {
    expect(
      decided([
        ['answer', 0.9],
        ['answer', 0.8],
        ['answer', 0.7],
        ['answer', 0.6, 'b'],
      ]),
    ).toEqual(['choices', 0, 1, 3]);
  });

  it('is not offered when it is neither, or is small talk', () => {
    for (const [kind, confidence] of [
      ['answer', 0.49],
      ['social', 0.9],
    ] as const)
      expect(
        decided([
          ['answer', 0.9],
          [kind, confidence, 'b'],
        ]),
      ).toEqual(['answer', 0]);
  });

  it('leaves small talk alone', () => {
    expect(
      decided([
        ['social', 0.9],
        ['social', 0.89, 'b'],
      ]),
    ).toEqual(['social', 0]);
  });
});

describe('what an editor wrote literally in two guidances', () => {
  const entry = (kind: Entry['kind'], id: string) => ({ id, kind, quotes: [], related: [], wording: {} });

  it('is a choice, but for small talk', () => {
    expect(decideLiteral([entry('answer', 'a/x'), entry('answer', 'b/x')], [])).toMatchObject({
      kind: 'choices',
      matches: [{ entry: 'a/x' }, { entry: 'b/x' }],
    });
    expect(decideLiteral([entry('social', 'a/x'), entry('social', 'b/x')], [])).toMatchObject({
      kind: 'social',
      match: { entry: 'a/x' },
    });
  });
});
