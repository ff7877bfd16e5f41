import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/core/index.ts';
import { knownQuestions, verdictOn } from '../../src/evaluation/verdicts.ts';
import type { Verdict } from '../../src/evaluation/verdicts.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';
import { toy, toyChoices } from '../core/toy-asker.ts';

describe('the verdict on a reply', () => {
  it.each<[Verdict, string, Reply, readonly string[] | undefined]>([
    ['right', 'the entry', toy('answer', 'rek'), ['rek']],
    ['right', 'one of the entries', toy('silent', 'kosten'), ['rek', 'kosten']],
    ['offered', 'choices with the entry', toyChoices('open', 'rek'), ['rek']],
    ['missed', 'choices without it', toyChoices('open'), ['rek']],
    ['missed', 'not understood', toy('unknown'), ['rek']],
    ['wrong', 'another entry', toy('answer', 'open'), ['rek']],
    ['wrong', 'small talk', toy('social', 'dank'), ['rek']],
    ['right', 'not understood, out of scope', toy('unknown'), []],
    ['offered', 'choices, out of scope', toyChoices('rek'), []],
    ['wrong', 'an entry, out of scope', toy('silent', 'kosten'), []],
    ['unlabelled', 'anything without a label', toy('answer', 'rek'), undefined],
  ])('is %s for %s', (verdict, _, reply, entries) => {
    expect(verdictOn(reply, entries)).toBe(verdict);
  });
});

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
