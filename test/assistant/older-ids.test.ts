import { describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../src/assistant/index.ts';
import type { Question } from '../../src/core/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/index.ts';

const entries = [{ id: 'a/open' }, { id: 'b/open' }, { id: 'b/rek' }];

/** An assistant whose core answers with the entry that is asked for. */
function echo(store: Store = createProcessStore()) {
  const asked: Question[] = [];
  const none = { kind: 'unknown', language: 'nl', blocks: [] } as const;
  const ask = (question: Question) => {
    asked.push(question);
    return { ...none, kind: 'answer', entry: question.text, words: [] } as const;
  };
  const asker = {
    ask,
    suggest: () => [],
    language: 'nl',
    sorry: () => none,
    say: (key: string) => key,
    entries,
  } as const;
  return { asked, assistant: createAssistant({ asker, channel: 'toets', store }) };
}

describe('ids of a version that did not tell the guidance', () => {
  it('are those of the first guidance that has them, in what was remembered', async () => {
    const store = createProcessStore();
    const { asked, assistant } = echo(store);
    const old = { entry: 'rek', quoted: 'open', offered: ['open', 'weg'], words: ['rek'], missed: false };
    await store.remember('toets:a', old);
    await assistant.reply({ conversation: 'a', text: 'b/rek' });
    expect(asked[0]?.previous).toEqual({
      ...old,
      entry: 'b/rek',
      quoted: 'a/open',
      offered: ['a/open', 'weg'],
    });
    // The same entry again keeps what was remembered with it.
    await assistant.reply({ conversation: 'a', text: 'b/rek' });
    expect(asked[1]?.previous).toMatchObject({ entry: 'b/rek', quoted: 'a/open' });
  });

  it('are those of the first guidance that has them, on a page', async () => {
    const { asked, assistant } = echo();
    await assistant.reply({ conversation: 'a', text: 'x', about: 'rek' });
    await assistant.reply({ conversation: 'b', text: 'x', about: 'b/open' });
    await assistant.reply({ conversation: 'c', text: 'x', about: 'c/open' });
    expect(asked.map(({ previous }) => previous)).toEqual([
      { entry: 'b/rek' },
      { entry: 'b/open' },
      undefined,
    ]);
  });

  it('are counted and changed as one vote with those that do', async () => {
    const counted: unknown[] = [];
    const store = { ...createProcessStore(), count: (event: unknown) => void counted.push(event) };
    const { assistant } = echo(store);
    const vote = (entry: string, useful: boolean) => assistant.feedback({ entry, useful, ballot: 'p' });
    expect(await vote('open', true)).toBe('counted');
    expect(await vote('a/open', true)).toBe('duplicate');
    expect(await vote('a/open', false)).toBe('changed');
    expect(await vote('b/open', true)).toBe('counted');
    expect(await vote('c/open', true)).toBe('unknown');
    expect(counted).toMatchObject([{ entry: 'a/open' }, { entry: 'a/open' }, { entry: 'b/open' }]);
  });
});
