import { describe, expect, it } from '@jest/globals';
import { knownInEither, knownQuestions } from '../../src/evaluation/known-questions.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

describe('the known questions', () => {
  it('are each text once, and a test question decides what is right', () => {
    const known = knownQuestions(
      smallKnowledge(),
      [{ text: 'fiets parkeren', entries: ['open'] }],
      [
        {
          q: 'en buiten?',
          after: 'fiets parkeren',
          style: 'followup',
          expect: 'answer',
          sources: [],
          best: [],
        },
        { q: 'fiets parkeren', style: 'keyword', expect: 'answer', sources: [], best: [] },
      ],
    );
    const of = (text: string) => known.filter(({ turns }) => turns.join('\n') === text);
    expect(of('fiets parkeren')).toEqual([{ turns: ['fiets parkeren'], entries: ['open'] }]);
    expect(of('recept voor appeltaart')).toEqual([{ turns: ['recept voor appeltaart'], entries: [] }]);
    expect(of('fiets parkeren\nen buiten?')).toEqual([{ turns: ['fiets parkeren', 'en buiten?'] }]);
  });
});

describe('the known questions of two versions', () => {
  it('are those of either, each once, and the later version decides what is right', () => {
    const before = [
      { turns: ['weg'], entries: ['rek'] },
      { turns: ['beide'], entries: ['rek'] },
    ];
    expect(knownInEither(before, [{ turns: ['beide'], entries: ['open'] }])).toEqual([
      { turns: ['weg'], entries: ['rek'] },
      { turns: ['beide'], entries: ['open'] },
    ]);
  });

  it('are new when the earlier version does not say what is right, also when it asked them', () => {
    const before = [{ turns: ['oud'], entries: [] }, { turns: ['gevraagd'] }];
    const after = [
      { turns: ['oud'], entries: ['rek'] },
      { turns: ['gevraagd'], entries: ['rek'] },
      { turns: ['nieuw'], entries: [] },
      { turns: ['zonder label'] },
    ];
    const isNew = knownInEither(before, after).filter((question) => question.isNew);
    expect(isNew.map(({ turns: [text] }) => text)).toEqual(['gevraagd', 'nieuw']);
  });
});
