import { describe, expect, it } from '@jest/globals';
import { withReplyCache } from '../../src/core/reply-cache.ts';
import type { Question, Reply } from '../../src/core/index.ts';

/** A cached `ask` that answers with its question, and the questions that were not in the cache. */
function counted(most?: number) {
  const asked: Question[] = [];
  const ask = withReplyCache((question): Reply => {
    asked.push(question);
    return { kind: 'answer', language: 'nl', entry: question.text, blocks: [] };
  }, most);
  return { ask, asked };
}

describe('a reply cache', () => {
  it('replies to the same question without asking again', () => {
    const { ask, asked } = counted();
    expect(ask({ text: 'open' })).toBe(ask({ text: 'open' }));
    expect(asked).toHaveLength(1);
  });

  it('tells questions apart by text and by the reply before', () => {
    const { ask, asked } = counted();
    ask({ text: 'open' });
    ask({ text: 'Open' });
    ask({ text: 'open', previous: { entry: 'rek' } });
    ask({ text: 'open', previous: { entry: 'slot' } });
    expect(asked).toHaveLength(4);
  });

  it('evicts the least recently used reply', () => {
    const { ask, asked } = counted(2);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) ask({ text });
    expect(asked.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'b']);
  });

  it('caches no failure', () => {
    let failures = 0;
    const ask = withReplyCache((): Reply => {
      failures += 1;
      throw new Error('boem');
    });
    for (let turn = 0; turn < 2; turn += 1) expect(() => ask({ text: 'a' })).toThrow('boem');
    expect(failures).toBe(2);
  });
});
