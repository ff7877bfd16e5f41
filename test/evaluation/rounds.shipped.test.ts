import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { wordKey } from '../../src/core/index.ts';
import type { Knowledge } from '../../src/core/index.ts';
import { SENTENCES } from '../../src/evaluation/round-sentences.ts';
import { isLearned, knowledgeWithout, readRounds, roundQuestionsOn } from '../../src/evaluation/rounds.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

const rounds = readRounds();

describe('the rounds', () => {
  it('are read in order of their number, with labels that point at sentences', () => {
    expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, place) => place + 1));
    for (const { items } of rounds) {
      expect(items.length).toBeGreaterThan(100);
      const numbers = new Set(items.flatMap(({ sources }) => sources));
      expect(Object.keys(SENTENCES)).toEqual(expect.arrayContaining([...numbers]));
    }
  });

  it('are about the shipped knowledge, and about no other', () => {
    const all = rounds.flatMap(({ items }) => items);
    expect(roundQuestionsOn(SHIPPED_KNOWLEDGE)).toEqual(all);
    expect(roundQuestionsOn(join(SHIPPED_KNOWLEDGE, '../test/fixtures/small-guidance'))).toEqual([]);
  });
});

/** So many of the questions of a round, at least, became practice questions; others were follow-ups, or known already. */
const LEARNED = 0.75;

describe('the shipped knowledge without rounds', () => {
  const all = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge;
  const practice = ({ guidances }: Knowledge) =>
    guidances.flatMap((guidance) => guidance.practice.map(({ text }) => text));
  const keys = new Set(practice(all).map(wordKey));
  const questionsOf = (number: number) => rounds[number - 1]?.items.map(({ q }) => q) ?? [];

  it('has every entry', () => {
    const ids = ({ guidances }: Knowledge) => guidances.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids(knowledgeWithout([1], CHANNEL_TEXTS))).toEqual(ids(all));
  });

  it('lost the questions that nobody else asked, and no other question', () => {
    const rest = practice(knowledgeWithout([2, 14], CHANNEL_TEXTS));
    const own = [...questionsOf(2), ...questionsOf(14)];
    const others = new Set(
      rounds.flatMap(({ number, items }) =>
        number === 2 || number === 14 ? [] : items.map(({ q }) => wordKey(q)),
      ),
    );
    const leaked = rest.filter((text) => own.includes(text) && !others.has(wordKey(text)));
    expect(leaked).toEqual([]);
    const lost = practice(all).length - rest.length;
    expect(lost).toBeGreaterThan(LEARNED * own.length);
    expect(lost).toBeLessThanOrEqual(own.length);
  });

  it.each(rounds)('has the questions of round $number, if those were learned', ({ number, items }) => {
    const known = items.filter(({ q }) => keys.has(wordKey(q)));
    expect(isLearned({ number })).toBe(known.length > LEARNED * items.length);
  });

  it('loses nothing with the rounds that were never learned from', () => {
    const unlearned = rounds.filter((round) => !isLearned(round)).map(({ number }) => number);
    expect(practice(knowledgeWithout(unlearned, CHANNEL_TEXTS))).toEqual(practice(all));
  });
});
