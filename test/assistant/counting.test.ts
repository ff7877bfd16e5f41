import { describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../src/assistant/index.ts';
import type { Question } from '../../src/core/index.ts';
import { ask, createCountedBot, ENTRIES } from './counted-bot.ts';

describe('a shown reply', () => {
  it('is the reply to a button, in the given language', () => {
    const { assistant } = createCountedBot();
    expect(assistant.show('entry:rek')).toEqual(ask({ text: 'entry:rek' }));
    const told: Question[] = [];
    const asker = {
      ask: (question: Question) => {
        told.push(question);
        return ask(question);
      },
      suggest: () => [],
      sorry: () => ask({ text: 'niets' }),
      language: 'nl' as const,
      say: (key: string) => key,
      entries: ENTRIES,
    };
    createAssistant({ asker, channel: 'toets' }).show('entry:rek', 'en');
    expect(told).toEqual([{ text: 'entry:rek', previous: { language: 'en' } }]);
  });

  it('is not counted, limited, remembered or stored', () => {
    const { assistant, counted, events, touched } = createCountedBot(1);
    for (let count = 0; count < 50; count += 1) assistant.show('entry:rek');
    expect([counted, events, touched]).toEqual([[], [], []]);
  });

  it('throws when the core throws, so that the channel apologises once', () => {
    const { assistant, events } = createCountedBot();
    expect(() => assistant.show('boem')).toThrow('stuk');
    assistant.sorry(new Error('stuk'));
    expect(events).toEqual([['fault', 'failed', false]]);
  });
});

describe('a reply', () => {
  it('is counted without what was typed or who typed it', async () => {
    const { assistant, counted } = createCountedBot();
    await assistant.reply({ conversation: 'jan', text: 'open' });
    await assistant.reply({ conversation: 'jan', text: '?' });
    expect(counted).toEqual([
      { kind: 'reply', channel: 'toets', language: 'nl', outcome: 'answer', entry: 'open' },
      { kind: 'reply', channel: 'toets', language: 'nl', outcome: 'unknown' },
    ]);
  });

  it('is counted as a button or a question by whether a button was pressed, not by the text', async () => {
    const { assistant, events } = createCountedBot();
    for (const text of ['open', 'entry:open', 'wat dan ook']) {
      await assistant.reply({ conversation: 'a', text });
      await assistant.reply({ conversation: 'a', text, pressed: true });
    }
    expect(events.map(([type]) => type)).toEqual(
      Array.from({ length: 3 }, () => ['question', 'button']).flat(),
    );
  });

  it('that was limited or failed is counted in the metrics only, without its duration', async () => {
    const { assistant, counted, events } = createCountedBot(2);
    for (const text of ['open', 'boem', 'open'])
      await assistant.reply({ conversation: 'a', text, person: 'noor' });
    expect(events).toEqual([
      ['question', 'answer', true],
      ['question', 'failed', false],
      ['question', 'limited', false],
    ]);
    expect(counted).toMatchObject([{ kind: 'reply', outcome: 'answer' }]);
  });
});

describe('a vote', () => {
  const vote = { entry: 'open', useful: true, ballot: '1' };

  it('counts once for each ballot, and the last one counts', async () => {
    const { assistant, counted, events } = createCountedBot();
    const votes = [
      [true, '1', 'counted'],
      [true, '1', 'duplicate'],
      [false, '1', 'changed'],
      [false, '1', 'duplicate'],
      [true, '2', 'counted'],
      [true, '1', 'changed'],
    ] as const;
    for (const [useful, ballot, outcome] of votes)
      await expect(assistant.feedback({ ...vote, useful, ballot })).resolves.toBe(outcome);
    expect(counted.map((one) => one.kind === 'vote' && [one.useful, 'replaces' in one])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
    expect(events.map(([, outcome]) => outcome)).toEqual(votes.map(([, , outcome]) => outcome));
  });

  it('over the rate limit is not counted, and says so', async () => {
    const { assistant, counted, events } = createCountedBot(1);
    const cast = () => assistant.feedback({ ...vote, person: 'noor' });
    await expect(cast()).resolves.toBe('counted');
    await expect(assistant.feedback({ ...vote, ballot: '2', person: 'noor' })).resolves.toBe('limited');
    expect(counted).toHaveLength(1);
    expect(events.map(([, outcome]) => outcome)).toEqual(['counted', 'limited']);
  });

  it('on an entry that does not exist is counted nowhere', async () => {
    const { assistant, counted, events, touched } = createCountedBot();
    await expect(assistant.feedback({ ...vote, entry: 'weg' })).resolves.toBe('unknown');
    expect([counted, events, touched]).toEqual([[], [], []]);
  });
});

describe('an event that a platform delivers', () => {
  it('is a duplicate when any of its ids was claimed before', async () => {
    const { assistant, events } = createCountedBot();
    await expect(assistant.claim(['event 1', 'message 1'])).resolves.toBe(true);
    await expect(assistant.claim(['event 2', 'message 1'])).resolves.toBe(false);
    await expect(assistant.claim(['event 1'])).resolves.toBe(false);
    await expect(assistant.claim([])).resolves.toBe(true);
    expect(events.map(([type, outcome]) => `${type} ${outcome}`)).toEqual([
      'delivery first',
      'delivery duplicate',
      'delivery duplicate',
      'delivery first',
    ]);
  });

  it('is counted separately from the sharing of an answer', async () => {
    const { assistant, events } = createCountedBot();
    await assistant.claim(['answer 1'], 'share');
    await assistant.claim(['answer 1'], 'share');
    expect(events.map(([type, outcome]) => `${type} ${outcome}`)).toEqual(['share first', 'share duplicate']);
  });
});
