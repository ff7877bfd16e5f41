import { describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import { twoGuidances } from '../fixtures/two-guidances.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';
import { createCountedBot } from './counted-bot.ts';

const vote = { entry: 'open', useful: false, ballot: '1' };

describe('a reason', () => {
  it('is counted once, and the last one counts', async () => {
    const { assistant, counted, events } = createCountedBot();
    const outcomes = [];
    for (const reason of [undefined, 'unclear', 'unclear', 'other'] as const)
      outcomes.push(await assistant.feedback({ ...vote, reason }));
    expect(outcomes).toEqual(['counted', 'explained', 'duplicate', 'explained']);
    expect(counted).toMatchObject([
      { kind: 'vote', useful: false },
      { kind: 'reason', entry: 'open', reason: 'unclear' },
      { kind: 'reason', entry: 'open', reason: 'other', replaces: 'unclear' },
    ]);
    expect(events.map(([type, outcome]) => `${type} ${outcome}`)).toEqual([
      'vote counted',
      'reason unclear',
      'vote duplicate',
      'reason other',
    ]);
  });

  it('without a vote before it counts the vote as well, once', async () => {
    const { assistant, counted } = createCountedBot();
    const cast = { ...vote, reason: 'incomplete' } as const;
    await expect(assistant.feedback(cast)).resolves.toBe('explained');
    await expect(assistant.feedback(cast)).resolves.toBe('duplicate');
    await expect(assistant.feedback(vote)).resolves.toBe('duplicate');
    expect(counted).toMatchObject([
      { kind: 'vote', useful: false },
      { kind: 'reason', reason: 'incomplete' },
    ]);
  });

  it('is taken back by a vote for useful, and then given again', async () => {
    const { assistant, counted } = createCountedBot();
    const reason = 'wrong-subject';
    await assistant.feedback({ ...vote, reason });
    await expect(assistant.feedback({ ...vote, useful: true })).resolves.toBe('changed');
    await expect(assistant.feedback({ ...vote, reason })).resolves.toBe('explained');
    expect(counted.map((one) => ('useful' in one ? one.useful : { ...one, since: 0 }))).toEqual([
      false,
      { kind: 'reason', channel: 'toets', entry: 'open', since: 0, reason },
      true,
      { kind: 'reason', channel: 'toets', entry: 'open', since: 0, replaces: reason },
      false,
      { kind: 'reason', channel: 'toets', entry: 'open', since: 0, reason },
    ]);
  });

  it('is no reason for a vote for useful', async () => {
    const { assistant, counted } = createCountedBot();
    await expect(assistant.feedback({ ...vote, useful: true, reason: 'other' })).resolves.toBe('counted');
    expect(counted).toMatchObject([{ kind: 'vote', useful: true }]);
  });

  it('over the rate limit or on what does not exist is counted nowhere', async () => {
    const { assistant, counted } = createCountedBot(1);
    const cast = { ...vote, reason: 'other', person: 'noor' } as const;
    await expect(assistant.feedback({ ...cast, entry: 'weg' })).resolves.toBe('unknown');
    await expect(assistant.feedback(cast)).resolves.toBe('limited');
    expect(counted).toEqual([]);
  });
});

describe('what follows a vote', () => {
  const assistantOf = (knowledge = smallKnowledge()) =>
    createAssistant({ asker: createAsker(knowledge), channel: 'toets' });
  const ENTRY = { entry: 'fietsen/in-rek', ballot: 'b' };

  it('for useful is thanks alone', () => {
    const { blocks } = assistantOf().afterVote({ ...ENTRY, useful: true }, 'counted');
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'nl stem_geteld' }]);
  });

  it('for not useful is the question why, the related questions, and who can be asked', () => {
    const { blocks } = assistantOf().afterVote({ ...ENTRY, useful: false }, 'counted', 'en');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'en stem_geteld' },
      {
        kind: 'reasons',
        entry: 'fietsen/in-rek',
        ballot: 'b',
        question: 'en reden_vraag',
        reasons: [
          { reason: 'wrong-subject', label: 'en reden_onderwerp' },
          { reason: 'unclear', label: 'en reden_onduidelijk' },
          { reason: 'incomplete', label: 'en reden_onvolledig' },
          { reason: 'other', label: 'en reden_anders' },
        ],
      },
      {
        kind: 'choices',
        lead: 'en verwant',
        choices: [{ label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' }],
      },
      { kind: 'paragraph', text: 'en verder_contact the front desk' },
    ]);
  });

  it('with a reason does not ask for it again', () => {
    const vote = { ...ENTRY, useful: false, reason: 'other' } as const;
    const kinds = assistantOf()
      .afterVote(vote, 'explained')
      .blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(['paragraph', 'choices', 'paragraph']);
  });

  it('that was not counted is that alone', () => {
    for (const outcome of ['limited', 'unknown'] as const)
      expect(assistantOf().afterVote({ ...ENTRY, useful: false }, outcome).blocks).toHaveLength(1);
  });

  it('names the contact of the guidance that the answer is of', () => {
    const assistant = assistantOf(twoGuidances());
    for (const entry of ['thuiswerken/pauzes', 'op-kantoor/pauzes']) {
      const { blocks } = assistant.afterVote({ entry, useful: false, ballot: 'b' }, 'counted');
      expect([entry, JSON.stringify(blocks)]).toEqual([entry, expect.stringContaining('reasons')]);
    }
  });
});

describe('a self-check that is sent', () => {
  it('counts that it was done, and keeps, counts and logs no answer', () => {
    const seen: unknown[] = [];
    const write = (...what: unknown[]) => void seen.push(what);
    const assistant = createAssistant({
      asker: createAsker(smallKnowledge()),
      channel: 'toets',
      log: { info: write, warn: write, error: write },
      meter: { event: (...what) => void seen.push(what) },
    });
    const sent = { entry: 'fietsen/zelfcheck', asked: undefined };
    expect(assistant.selfCheck({ ...sent, answers: { 0: 'yes' } }).outcome.kind).toBe('open');
    expect(seen).toEqual([]);
    expect(assistant.selfCheck({ ...sent, answers: { 0: 'yes', 1: 'no' } }).outcome.kind).toBe('done');
    expect(seen).toEqual([['toets', 'check', 'done']]);
  });

  it('is of the guidance that its entry names', () => {
    const assistant = createAssistant({ asker: createAsker(twoGuidances()), channel: 'toets' });
    const answers = { 0: 'no' };
    const { check } = assistant.selfCheck({ entry: 'op-kantoor/zelfcheck', asked: undefined, answers });
    expect(check.entry).toBe('op-kantoor/zelfcheck');
  });
});
