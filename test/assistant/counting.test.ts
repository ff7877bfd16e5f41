import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAssistant, createRateLimit } from '../../src/assistant/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { CountedEvent } from '../../src/store/index.ts';
import type { Meter } from '../../src/assistant/index.ts';
import type { Question, Reply } from '../../src/core/index.ts';

const ENTRIES = [{ id: 'open' }, { id: 'rek' }];

/** A core with two entries, which fails at `boem`. */
function ask({ text }: Question): Reply {
  if (text === 'boem') throw new Error('stuk');
  const entry = ENTRIES.find(({ id }) => text === id || text === `entry:${id}`)?.id;
  const base = { language: 'nl', blocks: [] } as const;
  return entry === undefined ? { kind: 'unknown', ...base } : { kind: 'answer', entry, ...base };
}

/** A bot that tells what it metered and stored. `perMinute`: messages of one person; 0 is no limit. */
function bot(perMinute = 0) {
  const counted: CountedEvent[] = [];
  const events: (readonly [type: string, outcome: string, isTimed: boolean])[] = [];
  const touched: string[] = [];
  const meter: Meter = {
    event: (_, type, outcome, seconds) => void events.push([type, outcome, seconds !== undefined]),
  };
  const { recall, remember, claim, ...others } = createProcessStore();
  const store = {
    ...others,
    recall: (conversation: string) => {
      touched.push(`recall ${conversation}`);
      return recall(conversation);
    },
    remember: (...what: Parameters<typeof remember>) => {
      touched.push(`remember ${what[0]}`);
      return remember(...what);
    },
    claim: (key: string) => {
      touched.push(`claim ${key}`);
      return claim(key);
    },
    count: (one: CountedEvent) => void counted.push(one),
  };
  const sorry = () => ask({ text: 'niets' });
  const asker = { ask, sorry, say: (key: string) => key, entries: ENTRIES };
  const allows = createRateLimit(perMinute);
  return {
    assistant: createAssistant({ asker, channel: 'toets', store, meter, isAllowed: allows }),
    counted,
    events,
    touched,
  };
}

describe('what is shown without being asked', () => {
  it('is what a button gives, in the language of who looks', () => {
    const { assistant } = bot();
    expect(assistant.show('entry:rek')).toEqual(ask({ text: 'entry:rek' }));
    const told: Question[] = [];
    const asker = {
      ask: (question: Question) => {
        told.push(question);
        return ask(question);
      },
      sorry: () => ask({ text: 'niets' }),
      say: (key: string) => key,
      entries: ENTRIES,
    };
    createAssistant({ asker, channel: 'toets' }).show('entry:rek', 'en');
    expect(told).toEqual([{ text: 'entry:rek', previous: { language: 'en' } }]);
  });

  it('is counted, limited, remembered and stored nowhere', () => {
    const { assistant, counted, events, touched } = bot(1);
    for (let count = 0; count < 50; count += 1) assistant.show('entry:rek');
    expect([counted, events, touched]).toEqual([[], [], []]);
  });

  it('fails as the bot does, for the channel to apologise once', () => {
    const { assistant, events } = bot();
    expect(() => assistant.show('boem')).toThrow('stuk');
    assistant.sorry(new Error('stuk'));
    expect(events).toEqual([['fault', 'failed', false]]);
  });
});

describe('a reply', () => {
  it('is counted without what was typed or who typed it', async () => {
    const { assistant, counted } = bot();
    await assistant.reply({ conversation: 'jan', text: 'open' });
    await assistant.reply({ conversation: 'jan', text: '?' });
    expect(counted).toEqual([
      { kind: 'reply', channel: 'toets', language: 'nl', outcome: 'answer', entry: 'open' },
      { kind: 'reply', channel: 'toets', language: 'nl', outcome: 'unknown' },
    ]);
  });

  it('to a button is counted as one, whatever is on the button; what is typed is a question', async () => {
    const { assistant, events } = bot();
    for (const text of ['open', 'entry:open', 'wat dan ook']) {
      await assistant.reply({ conversation: 'a', text });
      await assistant.reply({ conversation: 'a', text, pressed: true });
    }
    expect(events.map(([type]) => type)).toEqual(
      Array.from({ length: 3 }, () => ['question', 'button']).flat(),
    );
  });

  it('that is none is counted as limited or failed and nowhere else, also in no time to an answer', async () => {
    const { assistant, counted, events } = bot(2);
    for (const text of ['open', 'boem', 'open'])
      await assistant.reply({ conversation: 'a', text, person: 'noor' });
    expect(events).toEqual([
      ['question', 'answer', true],
      ['question', 'failed', false],
      ['question', 'limited', false],
    ]);
    expect(counted).toHaveLength(1);
  });
});

describe('a vote', () => {
  const vote = { entry: 'open', useful: true, ballot: '1' };

  it('counts once for each ballot', async () => {
    const { assistant, counted, events } = bot();
    await expect(assistant.feedback(vote)).resolves.toBe('counted');
    await expect(assistant.feedback({ ...vote, useful: false })).resolves.toBe('duplicate');
    await expect(assistant.feedback({ ...vote, ballot: '2' })).resolves.toBe('counted');
    expect(counted).toHaveLength(2);
    expect(events.map(([, outcome]) => outcome)).toEqual(['counted', 'duplicate', 'counted']);
  });

  it('on an entry that is not there counts nowhere, and is not thanked for', async () => {
    const { assistant, counted, events, touched } = bot();
    await expect(assistant.feedback({ ...vote, entry: 'weg' })).resolves.toBe('unknown');
    expect([counted, events, touched]).toEqual([[], [], []]);
  });
});

describe('an event that a platform delivers', () => {
  it('is counted once, by however many names it is known', async () => {
    const { assistant, events } = bot();
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

  it('is counted apart from the answer that is shared by it', async () => {
    const { assistant, events } = bot();
    await assistant.claim(['answer 1'], 'share');
    await assistant.claim(['answer 1'], 'share');
    expect(events.map(([type, outcome]) => `${type} ${outcome}`)).toEqual(['share first', 'share duplicate']);
  });
});

it('metrics and database agree, whatever happens', async () => {
  const text = fc.constantFrom('open', 'rek', 'entry:open', 'iets anders', 'boem');
  const entry = fc.constantFrom('open', 'rek', 'weg');
  const person = fc.constantFrom('noor', 'sam');
  type Step = (assistant: ReturnType<typeof bot>['assistant']) => unknown;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ text, person, pressed: fc.boolean() }).map(
      (message): Step =>
        ({ reply }) =>
          reply({ conversation: 'a', ...message }),
    ),
    fc.record({ entry, person, useful: fc.boolean(), ballot: fc.constantFrom('1', '2') }).map(
      (vote): Step =>
        ({ feedback }) =>
          feedback(vote),
    ),
    fc.record({ text, person }).map(
      (wanted): Step =>
        ({ search }) =>
          search(wanted),
    ),
    fc.constant<Step>(({ show }) => show('entry:open')),
    fc.array(fc.constantFrom('x', 'y')).map(
      (names): Step =>
        ({ claim: first }) =>
          first(names),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { assistant, counted, events } = bot(5);
      for (const each of steps) await each(assistant);
      const metered = events.flatMap(([type, outcome, isTimed]) => {
        if (type === 'vote') return outcome === 'counted' ? ['vote'] : [];
        // What is timed was answered.
        return isTimed ? [outcome] : [];
      });
      const stored = counted.map((one) => (one.kind === 'vote' ? 'vote' : one.outcome));
      expect(metered).toEqual(stored);
    }),
    { numRuns: 200 },
  );
});
