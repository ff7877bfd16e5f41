import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createAssistant, createMasker, createMissedQuestions } from '../../../src/assistant/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { MissedQuestion } from '../../../src/store/types.ts';
import type { Question, Reply } from '../../../src/core/index.ts';

const MINUTE = 60_000;

/** A core that answers what it is told to by the first word of the question. */
function ask({ text }: Question): Reply {
  const base = { language: 'nl', blocks: [] } as const;
  if (text.startsWith('wat')) return { kind: 'unknown', ...base };
  if (text.startsWith('help')) return { kind: 'help', ...base };
  if (text.startsWith('welke')) {
    const choices = ['open', 'rek'].map((id) => ({ label: id, value: `entry:${id}` }));
    return { kind: 'choices', language: 'nl', blocks: [{ kind: 'choices', choices }] };
  }
  return { kind: 'answer', ...base, entry: text.startsWith('entry:') ? text.slice(6) : 'open' };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const mask = createMasker(() => smallKnowledge());

/** Two replicas on one store; only the first collects. */
function bot() {
  const kept: MissedQuestion[] = [];
  const store = { ...createProcessStore(), keepMissed: (one: MissedQuestion) => void kept.push(one) };
  const missed = createMissedQuestions(store, mask);
  const asker = {
    ask,
    suggest: () => [],
    sorry: () => ask({ text: 'help' }),
    language: 'nl' as const,
    say: () => '',
    entries: ['open', 'rek'].map((id) => ({ id })),
  };
  const one = createAssistant({ asker, channel: 'toets', store, missed });
  const other = createAssistant({ asker, channel: 'toets', store });
  const says = (text: string) => one.reply({ conversation: 'a', text });
  return { kept, one, other, says };
}

describe('a question is kept', () => {
  it('masked, when it was not understood', async () => {
    const { kept, says } = bot();
    await says('wat vindt jan@example.nl ervan');
    expect(kept).toEqual([
      { reason: 'unknown', language: 'nl', text: 'wat vindt [e-mail] ervan', entries: [] },
    ]);
  });

  it('when something else is asked than what was offered', async () => {
    const { kept, says } = bot();
    await says('welke van de twee');
    await says('mag ik meelezen');
    expect(kept).toEqual([
      { reason: 'choices', language: 'nl', text: 'welke van de twee', entries: ['open', 'rek'] },
    ]);
  });

  it('when nothing that was offered is chosen within half an hour', async () => {
    const { kept, says } = bot();
    await says('welke van de twee');
    await jest.advanceTimersByTimeAsync(28 * MINUTE);
    expect(kept).toEqual([]);
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    expect(kept).toMatchObject([{ reason: 'choices' }]);
  });

  it('when its answer was not useful, also when the answer was chosen from an offer', async () => {
    const { kept, one, says } = bot();
    const vote = { useful: false, conversation: 'a' };
    await says('mag ik meelezen');
    await one.feedback({ ...vote, entry: 'open', ballot: '1' });
    await says('welke van de twee');
    await says('entry:rek');
    await one.feedback({ ...vote, entry: 'rek', ballot: '2' });
    expect(kept.map(({ reason, text, entries }) => [reason, text, entries])).toEqual([
      ['not useful', 'mag ik meelezen', ['open']],
      ['not useful', 'welke van de twee', ['rek']],
    ]);
  });
});

describe('a question that was kept for a vote', () => {
  it('is withdrawn when that vote is changed, and no other', async () => {
    const { kept, one, says } = bot();
    const vote = (useful: boolean, ballot: string) =>
      one.feedback({ entry: 'open', useful, ballot, conversation: 'a' });
    await says('mag ik meelezen');
    await vote(false, '1');
    await says('mag ik echt meelezen');
    await vote(false, '2');
    await vote(true, '3');
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(kept.map(({ text, withdraws }) => [text, withdraws])).toEqual([
      ['mag ik meelezen', undefined],
      ['mag ik echt meelezen', undefined],
    ]);
    await vote(true, '1');
    await vote(true, '1');
    expect(kept.slice(2)).toEqual([{ ...kept[0], withdraws: Date.now() - MINUTE }]);
    await vote(false, '1');
    expect(kept.slice(3)).toEqual([kept[1]]);
  });
});

describe('a question is not kept', () => {
  it('when it got an answer, was chosen from an offer, was useful, or is a button or one word', async () => {
    const { kept, one, says } = bot();
    await says('mag ik meelezen');
    await one.feedback({ entry: 'open', useful: true, ballot: '1', conversation: 'a' });
    await says('welke van de twee');
    await says('entry:rek');
    await says('entry:open');
    await one.feedback({ entry: 'open', useful: false, ballot: '2', conversation: 'b' });
    await says('wat');
    await says('help');
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    expect(kept).toEqual([]);
  });

  it('when what was offered is chosen at another replica', async () => {
    const { kept, other, says } = bot();
    await says('welke van de twee');
    await other.reply({ conversation: 'a', text: 'entry:rek' });
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    expect(kept).toEqual([]);
  });

  it('when the vote comes later than half an hour', async () => {
    const { kept, one, says } = bot();
    await says('mag ik meelezen');
    await jest.advanceTimersByTimeAsync(31 * MINUTE);
    await one.feedback({ entry: 'open', useful: false, ballot: '1', conversation: 'a' });
    expect(kept).toEqual([]);
  });
});
