import { afterEach, expect, it, jest } from '@jest/globals';
import { createAssistant, createRateLimit } from '../../src/assistant/index.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { toy, toyAsker } from '../core/toy-asker.ts';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('allows each person two messages per minute, when two is the limit', async () => {
  jest.useFakeTimers();
  const allows = createRateLimit(2);
  const noor = () => allows('noor');
  expect([await noor(), await noor(), await noor()]).toEqual([true, true, false]);
  expect(await allows('sam')).toBe(true);
  jest.advanceTimersByTime(61_000);
  expect(await noor()).toBe(true);
});

it('keeps a person under a pseudonym', async () => {
  const consume = jest.spyOn(RateLimiterMemory.prototype, 'consume');
  await createRateLimit(2)('noor');
  const kept = consume.mock.calls.map(([key]) => String(key));
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatch(/^[\w+/]{43}=$/);
});

it('allows twenty suggestions for each message, apart from the messages', async () => {
  const allows = createRateLimit(2);
  for (let count = 0; count < 40; count += 1) expect(await allows('noor', 'suggestion')).toBe(true);
  expect(await allows('noor', 'suggestion')).toBe(false);
  expect(await allows('sam', 'suggestion')).toBe(true);
  expect([await allows('noor'), await allows('noor'), await allows('noor')]).toEqual([true, true, false]);
});

it('does not limit at 0, nor messages without a person', async () => {
  const [none, one] = [createRateLimit(0), createRateLimit(1)];
  for (let count = 0; count < 50; count += 1) {
    expect(await none('noor')).toBe(true);
    expect(await one(undefined)).toBe(true);
  }
});

it('tells the person in one line, without asking the core or counting the vote', async () => {
  const asker = toyAsker({ vraag: { reply: toy('answer', 'iets') } });
  const events: string[] = [];
  const meter = {
    event: (_: string, type: string, outcome: string) => void events.push(`${type} ${outcome}`),
  };
  const assistant = createAssistant({ asker, channel: 'web', isAllowed: createRateLimit(1), meter });
  const ask = () => assistant.reply({ conversation: 'c', text: 'vraag', person: 'noor' });
  expect((await ask()).kind).toBe('answer');
  expect((await ask()).blocks).toEqual([{ kind: 'paragraph', text: 'te_snel' }]);
  expect(asker.asked.map(({ text }) => text)).toEqual(['vraag']);
  const vote = { entry: 'iets', useful: true, ballot: 'b', person: 'noor' };
  expect(await assistant.feedback(vote)).toBe('limited');
  expect(events).toEqual(['question answer', 'question limited', 'vote limited']);
});
