import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/core/index.ts';
import { knownInEither } from '../../src/evaluation/known-questions.ts';
import { takeSnapshot } from '../../src/evaluation/snapshot.ts';
import { changesBetween, splitChanges, verdictOn } from '../../src/evaluation/verdicts.ts';
import type { Verdict } from '../../src/evaluation/verdicts.ts';
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

describe('changes between two versions', () => {
  it('tell apart what changed, worst first, and what is new, worst first', () => {
    const turns = (text: string) => [text];
    const version = (replies: Readonly<Record<string, Reply>>) =>
      takeSnapshot(
        { ask: ({ text }) => replies[text] ?? toy('unknown') },
        Object.keys(replies).map(turns),
        () => ({}),
      );
    const old = {
      een: toy('answer', 'rek'),
      twee: toy('unknown'),
      drie: toy('unknown'),
      vier: toy('unknown'),
    };
    const now = {
      een: toy('unknown'),
      twee: toy('answer', 'rek'),
      drie: toy('answer', 'rek'),
      vier: old.vier,
    };
    const known = ['een', 'twee', 'drie', 'vier'].map((text) => ({ turns: [text], entries: ['rek'] }));
    const questions = knownInEither(known.slice(0, 2), known);
    const { changed, added } = splitChanges(changesBetween(questions, version(old), version(now)));
    expect(changed.map(({ turns: [text], gain }) => [text, gain])).toEqual([
      ['een', -2],
      ['twee', 2],
    ]);
    expect(added.map(({ turns: [text], after, gain }) => [text, after.verdict, gain])).toEqual([
      ['vier', 'missed', 0],
      ['drie', 'right', 0],
    ]);
  });
});
