import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import type { Asker } from '../../src/core/index.ts';
import { askerWithout, readRounds, SENTENCES } from '../../src/evaluation/rounds.ts';
import { parse } from 'yaml';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

describe('the rounds', () => {
  it('are read in order of their number, with labels that point at sentences', () => {
    const rounds = readRounds();
    expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, place) => place + 1));
    for (const { items } of rounds) {
      expect(items.length).toBeGreaterThan(100);
      const numbers = new Set(items.flatMap(({ sources }) => sources));
      expect(Object.keys(SENTENCES)).toEqual(expect.arrayContaining([...numbers]));
    }
  });
});

const COMMON_LEFT_OUT = 0.85;

describe('a bot without some practice files', () => {
  let asker: Asker;
  beforeAll(() => {
    asker = askerWithout((file) => file !== 'ronde-1.yaml', CHANNEL_TEXTS);
  }, 300_000);

  /** The practice questions of one plain sentence in a file of the shipped knowledge. */
  function practice(name: string): readonly string[] {
    const bytes = readFiles(SHIPPED_KNOWLEDGE).files.get(`online-communicatie/praktijkvragen/${name}`);
    return (parse(new TextDecoder().decode(bytes)) as { vragen: string[] }[])
      .flatMap(({ vragen }) => vragen)
      .filter((text) => /^[^.!?;:,\n]+\?$/.test(text));
  }
  /** Whether a text is, to the letter, among what the bot learned from; what is common does not count in likeness. */
  const isLearned = (text: string) =>
    Math.max(...(asker.explain({ text }).analysis?.scores.map(({ similarity: nearest }) => nearest) ?? [0])) >
    COMMON_LEFT_OUT;

  it('knows every entry', () => {
    const ids = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge.guidances.flatMap(({ entries }) =>
      entries.map(({ id }) => id),
    );
    expect(asker.entries.map(({ id }) => id)).toEqual(ids);
  });

  it('has learned from what is left in, and from nothing else', () => {
    const left = practice('ronde-1.yaml');
    const out = practice('ronde-2.yaml');
    expect(left.filter((text) => !isLearned(text))).toEqual([]);
    // People ask some things twice, to the letter.
    expect(out.filter(isLearned).length).toBeLessThan(out.length / 10);
  });
});
