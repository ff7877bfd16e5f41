import { describe, expect, it } from '@jest/globals';
import { createAssistant, createMissedQuestions } from '../../src/assistant/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { AssistantParts } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Question, Reply } from '../../src/core/index.ts';

/** A core that says back what it was asked, as the entry of its answer. */
function echo({
  entries = [],
  ...parts
}: Partial<AssistantParts> & Partial<Pick<AssistantParts['asker'], 'entries'>> = {}) {
  const asked: Question[] = [];
  const ask = (question: Question): Reply => {
    asked.push(question);
    if (question.text.includes('boem')) throw new Error(`stuk door ${question.text}`);
    if (question.text === '?') return { kind: 'unknown', language: 'nl', blocks: [] };
    return { kind: 'answer', language: 'nl', entry: question.text, words: [], blocks: [] };
  };
  const sorry = (reference: string, language: 'nl' | 'en' = 'nl'): Reply => ({
    kind: 'unknown',
    language,
    blocks: [{ kind: 'paragraph', text: `sorry ${reference}` }],
  });
  const say = (key: string) => `zin ${key}`;
  const suggest = (text: string, n: number, language = 'nl') => {
    if (text.includes('boem')) throw new Error(`stuk door ${text}`);
    return text === ''
      ? []
      : [{ label: `${text} ${n} ${language}`, value: 'entry:open', language: 'nl' } as const];
  };
  return {
    ask,
    asked,
    assistant: createAssistant({
      asker: { ask, suggest, language: 'nl', sorry, say, entries },
      channel: 'toets',
      ...parts,
    }),
  };
}

/** A log that keeps its lines. */
function logged() {
  const lines: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ fields, message });
  const log: Log = { info: write, warn: write, error: write };
  return { lines, log };
}

describe('an assistant', () => {
  it('gives the reply of the core, unchanged', async () => {
    const { ask, assistant } = echo();
    await expect(assistant.reply({ conversation: 'a', text: 'open' })).resolves.toEqual(
      ask({ text: 'open' }),
    );
  });

  it('passes what the conversation was about to the core, and nothing of other conversations', async () => {
    const { asked, assistant } = echo();
    await assistant.reply({ conversation: 'a', text: 'open' });
    await assistant.reply({ conversation: 'b', text: 'rek' });
    await assistant.reply({ conversation: 'a', text: '?' });
    await assistant.reply({ conversation: 'a', text: 'slot' });
    expect(asked.map(({ previous }) => previous)).toEqual([
      undefined,
      undefined,
      { entry: 'open', words: [], missed: false, language: 'nl' },
      { entry: 'open', words: [], missed: true, language: 'nl' },
    ]);
  });

  it('answers in the language of the pressed button', async () => {
    const { asked, assistant } = echo();
    await assistant.reply({ conversation: 'a', text: 'open', language: 'en' });
    await assistant.reply({ conversation: 'a', text: 'rek', language: 'en' });
    expect(asked.map(({ previous }) => previous)).toEqual([
      { language: 'en' },
      { entry: 'open', words: [], missed: false, language: 'en' },
    ]);
  });

  it('keeps the conversations of two channels on one store apart', async () => {
    const store = createProcessStore();
    const one = echo({ store, channel: 'een' });
    const two = echo({ store, channel: 'twee' });
    await one.assistant.reply({ conversation: 'a', text: 'open' });
    await two.assistant.reply({ conversation: 'a', text: 'rek' });
    expect(two.asked).toEqual([{ text: 'rek' }]);
  });

  it('starts a conversation from the entry on the page, if that exists', async () => {
    const { asked, assistant } = echo({ entries: [{ id: 'open' }] });
    await assistant.reply({ conversation: 'a', text: 'rek', about: 'open' });
    await assistant.reply({ conversation: 'a', text: 'slot', about: 'open' });
    await assistant.reply({ conversation: 'b', text: 'rek', about: 'iets van buiten' });
    expect(asked.map(({ previous }) => previous?.entry)).toEqual(['open', 'rek', undefined]);
  });
});

describe('suggestions while somebody types', () => {
  it('are those of the core, for the text and the language', async () => {
    const { assistant } = echo();
    await expect(assistant.suggest({ text: 'stal', language: 'en' }, 3)).resolves.toEqual({
      choices: [{ label: 'stal 3 en', value: 'entry:open', language: 'nl' }],
    });
  });

  it('are counted in the metrics only, and what was typed is neither remembered nor logged', async () => {
    const kept: unknown[] = [];
    const keep = (...what: unknown[]) => void kept.push(what);
    const store = {
      ...createProcessStore(),
      count: keep,
      keepMissed: keep,
      remember: (...what: unknown[]) => {
        keep(what);
        return Promise.resolve();
      },
    };
    const events: unknown[] = [];
    const meter = { event: (...what: unknown[]) => void events.push(what) };
    const { lines, log } = logged();
    const { asked, assistant } = echo({
      store,
      meter,
      log,
      missed: createMissedQuestions(store, (typed) => typed),
    });
    await assistant.suggest({ text: 'stal', person: 'noor' }, 5);
    await assistant.suggest({ text: '', person: 'noor' }, 5);
    expect(events).toEqual([
      ['toets', 'suggestion', 'found'],
      ['toets', 'suggestion', 'none'],
    ]);
    expect([kept, lines, asked]).toEqual([[], [], []]);
  });

  it('that fail give an apology, without the text in the log', async () => {
    const { lines, log } = logged();
    const { assistant } = echo({ log });
    const { choices, notice } = await assistant.suggest({ text: 'boem geheim' }, 5);
    expect([choices, notice?.blocks]).toEqual([
      [],
      [{ kind: 'paragraph', text: `sorry ${String(lines[0]?.fields['reference'])}` }],
    ]);
    expect(JSON.stringify(lines)).not.toContain('geheim');
  });
});

describe('an assistant whose core fails', () => {
  it('apologises with a reference that is in the log, beside the cause and without the question', async () => {
    const { lines, log } = logged();
    const { assistant } = echo({ log });
    const { blocks } = await assistant.reply({ conversation: 'a', text: 'boem met mijn geheim' });
    const [line] = lines;
    expect(lines).toHaveLength(1);
    expect(blocks).toEqual([{ kind: 'paragraph', text: `sorry ${String(line?.fields['reference'])}` }]);
    expect(line?.fields['cause']).toMatch(/^Error: stuk door \[\.\.\.\]\n\s+at /);
    expect(JSON.stringify(lines)).not.toContain('geheim');
  });

  it('does not remember the message', async () => {
    const { asked, assistant } = echo();
    await assistant.reply({ conversation: 'a', text: 'boem' });
    await assistant.reply({ conversation: 'a', text: 'open' });
    expect(asked.at(-1)).toEqual({ text: 'open' });
  });

  it('apologises in the language of the conversation for what goes wrong in a channel', () => {
    const { lines, log } = logged();
    const { assistant } = echo({ log });
    expect(assistant.sorry(new Error('kaart stuk'), 'en')).toMatchObject({ language: 'en' });
    expect(lines[0]?.fields).toMatchObject({
      channel: 'toets',
      cause: expect.stringContaining('kaart stuk'),
    });
  });
});
