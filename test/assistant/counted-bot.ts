import { createAssistant, createRateLimit } from '../../src/assistant/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { CountedEvent } from '../../src/store/index.ts';
import type { Meter } from '../../src/assistant/index.ts';
import type { Question, Reply } from '../../src/core/index.ts';

export const ENTRIES = [{ id: 'open' }, { id: 'rek' }];

/** A core with two entries, which fails at `boem`. */
export function ask({ text }: Question): Reply {
  if (text === 'boem') throw new Error('stuk');
  const entry = ENTRIES.find(({ id }) => text === id || text === `entry:${id}`)?.id;
  const base = { language: 'nl', blocks: [] } as const;
  return entry === undefined ? { kind: 'unknown', ...base } : { kind: 'answer', entry, ...base };
}

/** Returns a bot with what it metered, counted and asked of its store. `perMinute`: its rate limit; 0 is none. */
export function createCountedBot(perMinute = 0) {
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
  const suggest = (text: string) => {
    if (text === 'boem') throw new Error('stuk');
    return text === '' ? [] : [{ label: text, value: 'entry:open', language: 'nl' } as const];
  };
  const asker = { ask, suggest, sorry, language: 'nl' as const, say: (key: string) => key, entries: ENTRIES };
  const allows = createRateLimit(perMinute);
  return {
    assistant: createAssistant({ asker, channel: 'toets', store, meter, isAllowed: allows }),
    counted,
    events,
    touched,
  };
}
