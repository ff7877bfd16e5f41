import { describe, expect, it } from '@jest/globals';
import { follow } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';

const answer = (entry: string, words: readonly string[] = [entry]): Reply => ({
  kind: 'answer',
  language: 'nl',
  entry,
  words,
  blocks: [],
});
const miss: Reply = { kind: 'unknown', language: 'nl', blocks: [] };

describe('what is remembered after a reply', () => {
  const previous = {
    entry: 'open',
    words: ['openingstijden'],
    missed: false,
    language: 'nl',
  } as const;
  const social: Reply = { ...answer('dank', ['dankjewel']), kind: 'social' };
  const source: Reply = { kind: 'answer', language: 'nl', entry: 'open', blocks: [] };

  it.each<[string, Reply, ReturnType<typeof follow>]>([
    [
      'an answer',
      answer('rek', ['fiets']),
      { entry: 'rek', words: ['fiets'], missed: false, language: 'nl' },
    ],
    [
      'a chosen answer, found on no words',
      answer('rek', []),
      { entry: 'rek', words: [], missed: false, language: 'nl' },
    ],
    [
      'a silent answer',
      { ...answer('kosten'), kind: 'silent' },
      { entry: 'kosten', words: ['kosten'], quoted: 'open', missed: false, language: 'nl' },
    ],
    ['a miss: the last entry stays', miss, { ...previous, missed: true }],
    ['small talk: the last entry stays', social, previous],
    ['choices: the last entry stays', { ...miss, kind: 'choices' }, previous],
    ['help: the last entry stays', { ...miss, kind: 'help' }, previous],
    ['the source of the last answer: its words stay', source, previous],
    ['a reply in English', { ...miss, language: 'en' }, { ...previous, missed: true, language: 'en' }],
  ])('is right after %s', (_, reply, expected) => {
    expect(follow(previous, reply)).toEqual(expected);
  });

  it.each<[string, Reply, ReturnType<typeof follow>]>([
    ['an answer', answer('rek'), { entry: 'rek', words: ['rek'], missed: false, language: 'nl' }],
    ['a miss', miss, { missed: true, language: 'nl' }],
    ['small talk, which is no answer', social, { missed: false, language: 'nl' }],
  ])('is right after %s as the first message', (_, reply, expected) => {
    expect(follow(undefined, reply)).toEqual(expected);
  });

  it('does not give the words of one entry to another', () => {
    expect(follow(previous, { kind: 'answer', language: 'nl', entry: 'rek', blocks: [] })).toEqual({
      entry: 'rek',
      missed: false,
      language: 'nl',
    });
  });
});
