import { describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../src/assistant/index.ts';
import type { Question, Reply } from '../../src/core/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { CountedEvent } from '../../src/store/index.ts';

/** A core that offers two entries, or answers with the one that a button names or that older buttons do not name in full. */
function ask({ text }: Question): Reply {
  const base = { language: 'nl', blocks: [] } as const;
  if (text.startsWith('welke')) {
    const choices = ['fietsen/open', 'fietsen/rek'].map((id) => ({ label: id, value: `entry:${id}` }));
    return { kind: 'choices', language: 'nl', blocks: [{ kind: 'choices', choices }] };
  }
  return { kind: 'answer', ...base, entry: `fietsen/${text.replace(/^entry:|fietsen\//g, '')}` };
}

/** Two replicas on one store, and the entries that they counted as chosen. */
function bots() {
  const counted: CountedEvent[] = [];
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  const asker = {
    ask,
    suggest: () => [],
    sorry: () => ask({ text: 'open' }),
    language: 'nl' as const,
    say: () => '',
    entries: ['fietsen/open', 'fietsen/rek', 'fietsen/dicht'].map((id) => ({ id })),
  };
  const [one, other] = [1, 2].map(() => createAssistant({ asker, channel: 'toets', store }));
  const chosen = () => counted.flatMap((event) => (event.kind === 'chosen' ? [event.entry] : []));
  return { one, other, counted, chosen };
}

describe('a choice', () => {
  it('is counted by its entry, without what was typed or who chose it', async () => {
    const { one, counted } = bots();
    await one?.reply({ conversation: 'jan', text: 'welke kwikstaart', person: 'jan' });
    await one?.reply({ conversation: 'jan', text: 'entry:fietsen/rek', pressed: true, person: 'jan' });
    expect(counted.at(-1)).toEqual({
      kind: 'chosen',
      channel: 'toets',
      language: 'nl',
      entry: 'fietsen/rek',
    });
    expect(counted.filter(({ kind }) => kind === 'chosen')).toHaveLength(1);
  });

  it('is counted at another replica, and from a button of an older version', async () => {
    const { one, other, chosen } = bots();
    await one?.reply({ conversation: 'a', text: 'welke' });
    await other?.reply({ conversation: 'a', text: 'entry:rek', pressed: true });
    expect(chosen()).toEqual(['fietsen/rek']);
  });

  it.each([
    ['of what was not offered', ['welke', 'entry:fietsen/dicht']],
    ['when a question was typed in its place', ['welke', 'open']],
    ['that was made before', ['welke', 'open', 'entry:fietsen/rek']],
    ['without an offer', ['entry:fietsen/rek']],
  ])('is not counted %s', async (_, texts) => {
    const { one, chosen } = bots();
    for (const text of texts) await one?.reply({ conversation: 'a', text });
    expect(chosen()).toEqual([]);
  });

  it('is counted once for each offer', async () => {
    const { one, chosen } = bots();
    for (const text of ['welke', 'entry:fietsen/rek', 'entry:fietsen/rek', 'entry:fietsen/open', 'welke'])
      await one?.reply({ conversation: 'a', text });
    await one?.reply({ conversation: 'a', text: 'entry:fietsen/open' });
    expect(chosen()).toEqual(['fietsen/rek', 'fietsen/open']);
  });
});
