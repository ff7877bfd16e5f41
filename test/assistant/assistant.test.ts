import { describe, expect, it } from '@jest/globals';
import { createAssistant, createMemory } from '../../src/assistant/index.ts';
import type { Question, Reply } from '../../src/core/index.ts';

/** A core that says back what it was asked, as the entry of its answer. */
function echo() {
  const asked: Question[] = [];
  const ask = (question: Question): Reply => {
    asked.push(question);
    if (question.text === '?') return { kind: 'unknown', language: 'nl', blocks: [] };
    return { kind: 'answer', language: 'nl', entry: question.text, words: [], blocks: [] };
  };
  return { ask, asked };
}

describe('an assistant', () => {
  it('gives the reply of the core, unchanged', async () => {
    const { ask } = echo();
    await expect(createAssistant(ask).reply({ conversation: 'a', text: 'open' })).resolves.toEqual(
      ask({ text: 'open' }),
    );
  });

  it('asks the first question of a conversation without a previous one', async () => {
    const { ask, asked } = echo();
    await createAssistant(ask).reply({ conversation: 'a', text: 'open' });
    expect(asked).toEqual([{ text: 'open' }]);
  });

  it('hands on what the conversation was about, and nothing of other conversations', async () => {
    const { ask, asked } = echo();
    const { reply } = createAssistant(ask);
    await reply({ conversation: 'a', text: 'open' });
    await reply({ conversation: 'b', text: 'rek' });
    await reply({ conversation: 'a', text: '?' });
    await reply({ conversation: 'a', text: 'slot' });
    expect(asked.map(({ previous }) => previous)).toEqual([
      undefined,
      undefined,
      { entry: 'open', words: [], missed: false, language: 'nl' },
      { entry: 'open', words: [], missed: true, language: 'nl' },
    ]);
  });

  it('uses the memory that it is given', async () => {
    let time = 0;
    const { ask, asked } = echo();
    const { reply } = createAssistant(
      ask,
      createMemory(() => time),
    );
    await reply({ conversation: 'a', text: 'open' });
    time = 30 * 60_000;
    await reply({ conversation: 'a', text: 'rek' });
    expect(asked[1]).toEqual({ text: 'rek' });
  });

  // A channel waits for the reply; it must not have to catch two kinds of failure.
  it('refuses with a rejected promise when the core throws, and remembers nothing of it', async () => {
    const { ask, asked } = echo();
    const { reply } = createAssistant((question) => {
      if (question.text === 'boem') throw new Error('boem');
      return ask(question);
    });
    await expect(reply({ conversation: 'a', text: 'boem' })).rejects.toThrow('boem');
    await reply({ conversation: 'a', text: 'open' });
    expect(asked).toEqual([{ text: 'open' }]);
  });
});
