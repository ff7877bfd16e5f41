import { describe, expect, it } from '@jest/globals';
import { createMemory, follow } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';

const answer = (entry: string, words: readonly string[] = [entry]): Reply => ({
  kind: 'answer',
  language: 'nl',
  entry,
  words,
  blocks: [],
});
const miss: Reply = { kind: 'unknown', language: 'nl', blocks: [] };
const MINUTE = 60_000;

/** A memory with a clock that the test moves. */
function memoryAt(most?: number) {
  let time = 1_000_000;
  const memory = createMemory(() => time, most);
  return { ...memory, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('a memory', () => {
  it('knows nothing of a conversation that it never saw', () => {
    expect(memoryAt().recall('a')).toBeUndefined();
  });

  it('keeps conversations apart', () => {
    const { remember, recall } = memoryAt();
    remember('a', answer('open'));
    remember('b', miss);
    expect(recall('a')).toEqual({ entry: 'open', words: ['open'], missed: false, language: 'nl' });
    expect(recall('b')).toEqual({ missed: true, language: 'nl' });
  });

  it('keeps nothing of a reply but its entry, words and language, and whether it missed', () => {
    const { remember, recall } = memoryAt();
    remember('a', { ...answer('open'), blocks: [{ kind: 'paragraph', text: 'geheim' }] });
    expect(recall('a')).toEqual({ entry: 'open', words: ['open'], missed: false, language: 'nl' });
  });

  it('forgets a conversation 30 minutes after its last message, and not before', () => {
    const { remember, recall, pass } = memoryAt();
    remember('a', answer('open'));
    pass(30 * MINUTE - 1);
    expect(recall('a')).toEqual({ entry: 'open', words: ['open'], missed: false, language: 'nl' });
    pass(1);
    expect(recall('a')).toBeUndefined();
    pass(-MINUTE);
    expect(recall('a')).toBeUndefined();
  });

  it('counts the 30 minutes from the last message, not from the first and not from a look', () => {
    const { remember, recall, pass } = memoryAt();
    remember('a', answer('open'));
    pass(20 * MINUTE);
    remember('a', miss);
    pass(20 * MINUTE);
    expect(recall('a')).toEqual({ entry: 'open', words: ['open'], missed: true, language: 'nl' });
    pass(10 * MINUTE);
    expect(recall('a')).toBeUndefined();
  });

  it('starts anew after it forgot', () => {
    const { remember, recall, pass } = memoryAt();
    remember('a', answer('open'));
    pass(30 * MINUTE);
    remember('a', miss);
    expect(recall('a')).toEqual({ missed: true, language: 'nl' });
  });

  it('forgets the conversation unused longest when there are too many', () => {
    const { remember, recall, pass } = memoryAt(2);
    remember('a', answer('open'));
    remember('b', answer('rek'));
    pass(MINUTE);
    remember('a', miss);
    remember('c', answer('slot'));
    expect(recall('a')).toEqual({ entry: 'open', words: ['open'], missed: true, language: 'nl' });
    expect(recall('b')).toBeUndefined();
    expect(recall('c')).toEqual({ entry: 'slot', words: ['slot'], missed: false, language: 'nl' });
  });

  it('holds 10,000 conversations when it is not told otherwise', () => {
    const { remember, recall } = memoryAt();
    for (let number = 0; number <= 10_000; number += 1) remember(`gesprek ${number}`, miss);
    expect(recall('gesprek 0')).toBeUndefined();
    expect(recall('gesprek 1')).toEqual({ missed: true, language: 'nl' });
    expect(recall('gesprek 10000')).toEqual({ missed: true, language: 'nl' });
  });

  it('is not confused by names of object members', () => {
    const { remember, recall } = memoryAt();
    expect(recall('__proto__')).toBeUndefined();
    remember('__proto__', answer('open'));
    expect(recall('__proto__')).toEqual({ entry: 'open', words: ['open'], missed: false, language: 'nl' });
    expect(recall('constructor')).toBeUndefined();
  });
});

describe('what follows from a reply', () => {
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
      { entry: 'kosten', words: ['kosten'], missed: false, language: 'nl' },
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
