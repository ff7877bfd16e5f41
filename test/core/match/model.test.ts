import { describe, expect, it } from '@jest/globals';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import type { Guidance } from '../../../src/core/index.ts';
import type { ModelCache } from '../../../src/core/match/model-file.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

function createMemoryCache(): ModelCache & { readonly models: Map<string, Uint8Array> } {
  const models = new Map<string, Uint8Array>();
  return { models, read: (key) => models.get(key), write: (key, bytes) => models.set(key, bytes) };
}

const guidance = guidanceOf(smallKnowledge());
const { entries, practice, words } = guidance;
const guidances = [guidance];
const QUESTIONS = entries.flatMap(({ wording }) =>
  Object.values(wording).map(({ question }) => `${question} enzo`),
);

/** Every analysis of both, and the words that explain it, are equal. */
function expectSame(one: ReturnType<typeof createMatcher>, other: ReturnType<typeof createMatcher>): void {
  for (const text of QUESTIONS) {
    const parsed = parseText(text);
    const analysis = one.analyse(parsed);
    expect(other.analyse(parsed)).toEqual(analysis);
    for (const { entry } of analysis.scores.filter((score) => score.entry >= 0))
      expect(other.wordsFor(analysis.words, entry)).toEqual(one.wordsFor(analysis.words, entry));
  }
}

describe('a model', () => {
  it('scores the same from the cache as newly fitted', () => {
    const cache = createMemoryCache();
    createMatcher(guidances, cache);
    expect(cache.models.size).toBe(1);
    expectSame(createMatcher(guidances), createMatcher(guidances, cache));
  });

  it('is fitted again when the bytes in the cache are something else', () => {
    const cache = createMemoryCache();
    createMatcher(guidances, cache);
    for (const key of cache.models.keys()) cache.models.set(key, Uint8Array.of(1, 2, 3));
    expectSame(createMatcher(guidances), createMatcher(guidances, cache));
  });

  it('has another key when the frames around a subject change', () => {
    const cache = createMemoryCache();
    createMatcher(guidances, cache);
    const frames = {
      vulwoorden: [],
      onderdelen: {},
      kaders: ['iets over {x}'],
      vervolg: {},
      zonder_onderwerp: [],
      afsluiting: [],
      mailkop: [],
      opsomming: [],
      vraagzin: [],
      concept: [],
      al_geplaatst: [],
      ja_nee: { woorden: [], vragen: {}, omkeren: [] },
    };
    createMatcher(guidances, cache, { nl: frames });
    expect(cache.models.size).toBe(2);
  });

  it.each<[string, Partial<Guidance>]>([
    ['a practice question', { practice: [...practice, { text: 'iets heel anders', entry: null }] }],
    ['the label of one', { practice: practice.map((one) => ({ ...one, entry: 'fietsen/open' })) }],
    ['an entry', { entries: entries.slice(1) }],
    ['the kind of one', { entries: entries.map((one) => ({ ...one, kind: 'silent' })) }],
    ['a word list', { words: { ...words, nl: { ...words.nl, synoniemen: [['fiets', 'rijwiel']] } } }],
  ])('has another key when the training set changes: %s', (_, change) => {
    const cache = createMemoryCache();
    createMatcher(guidances, cache);
    createMatcher([{ ...guidance, ...change }], cache);
    expect(cache.models.size).toBe(2);
  });
});
