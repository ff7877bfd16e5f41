import { describe, expect, it } from '@jest/globals';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import { pack, unpack } from '../../../src/core/match/model-file.ts';
import type { ModelCache } from '../../../src/core/match/model-file.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { smallKnowledge } from '../small-knowledge.ts';

/** A cache in memory that counts what is written. */
function createMemory(kept = new Map<string, Uint8Array>()): ModelCache & { readonly kept: typeof kept } {
  return { kept, read: (key) => kept.get(key), write: (key, bytes) => kept.set(key, bytes) };
}

const { guidances } = smallKnowledge();
const QUESTIONS = guidances.flatMap(({ entries }) =>
  entries.flatMap(({ wording }) => Object.values(wording).map(({ question }) => `${question} enzo`)),
);

function expectSame(one: ReturnType<typeof createMatcher>, other: ReturnType<typeof createMatcher>): void {
  for (const text of QUESTIONS) {
    const message = parseText(text);
    const analysis = one.analyse(message);
    expect(other.analyse(message)).toEqual(analysis);
    for (const { entry } of analysis.scores.filter((score) => score.entry >= 0)) {
      const { words } = analysis;
      expect(other.wordsFor(words, entry)).toEqual(one.wordsFor(words, entry));
    }
  }
}

describe('what was prepared', () => {
  it('measures the same from the cache as without one', () => {
    const cache = createMemory();
    createMatcher(guidances, cache);
    expect(cache.kept.size).toBe(1);
    expectSame(createMatcher(guidances), createMatcher(guidances, cache));
  });

  it('is prepared again when what is kept is something else', () => {
    const cache = createMemory();
    createMatcher(guidances, cache);
    for (const key of cache.kept.keys()) cache.kept.set(key, Uint8Array.of(1, 2, 3));
    expectSame(createMatcher(guidances), createMatcher(guidances, cache));
  });

  it('is prepared again when a question changes', () => {
    const cache = createMemory();
    createMatcher(guidances, cache);
    const practice = [{ text: 'iets heel anders', entry: null }];
    createMatcher(
      guidances.map((guidance) => ({ ...guidance, practice })),
      cache,
    );
    expect(cache.kept.size).toBe(2);
  });
});

describe('a snapshot', () => {
  it('gives back every array, wherever its bytes begin', () => {
    const flat = { a: Uint8Array.of(1, 2, 3), b: Float32Array.of(0.5, -1), c: new Int32Array(0) };
    const bytes = pack(flat);
    expect(unpack(bytes)).toEqual(flat);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(unpack(shifted.subarray(3))).toEqual(flat);
  });

  it('is nothing when its bytes are something else', () => {
    expect(unpack(new Uint8Array(0))).toBeUndefined();
    expect(unpack(new Uint8Array(100).fill(255))).toBeUndefined();
  });
});
