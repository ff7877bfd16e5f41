import { describe, expect, it } from '@jest/globals';
import { augment } from '../../../src/core/match/augmentation.ts';
import { classesOf, trainingExamples } from '../../../src/core/match/training-set.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const PHRASINGS = {
  vulwoorden: [],
  onderdelen: { over: '(over|rond)' },
  kaders: ['wat staat er <over> {x}', '{x} graag'],
  vervolg: { waarom: ['(waarom|hoezo|waartoe) [dan]'], meer: ['vertel eens'] },
  zonder_onderwerp: ['nog een vraag'],
  afsluiting: [],
  mailkop: [],
  opsomming: [],
  vraagzin: [],
  concept: [],
  al_geplaatst: [],
  ja_nee: { woorden: [], vragen: {}, omkeren: [] },
};
const guidance = {
  ...guidanceOf(smallKnowledge()),
  practice: [
    { text: 'appeltaart', entry: null },
    { text: 'fiets kwijt', entry: 'fietsen/in-rek' },
  ],
};
const { entries } = guidance;
const classes = classesOf(entries.length);
const examples = trainingExamples([guidance], entries);
const augmented = augment(examples, entries, { nl: PHRASINGS }, () => 'nl');
const framed = augmented.filter(({ isFramed }) => isFramed === true);

/** The phrases beside so many copies of the examples. */
function phrasesBeside(copies: number): string[] {
  const many = Array.from({ length: copies }, () => examples).flat();
  return augment(many, entries, { nl: PHRASINGS }, () => 'nl')
    .filter(({ isFramed }) => isFramed !== true)
    .map(({ text, label }) => `${label - classes.entries} ${text}`);
}

describe('training examples made from sentence templates', () => {
  it('are follow-ups and messages without a subject, each sentence once', () => {
    const phrases = phrasesBeside(40);
    const why = phrases.filter((phrase) => /^0 (waarom|hoezo|waartoe)( dan)?$/.test(phrase));
    expect(why.length).toBeGreaterThan(1);
    expect(phrases).toEqual([...new Set(phrases)]);
    expect(phrases.filter((phrase) => !why.includes(phrase))).toEqual(['2 vertel eens', '4 nog een vraag']);
  });

  it('are fewer phrases beside few questions', () => {
    expect(phrasesBeside(1).length).toBeLessThan(phrasesBeside(40).length);
  });

  it('put a question in the same frames, whatever the other questions are', () => {
    const framesOf = (text: string, all = examples) =>
      augment(all, entries, { nl: PHRASINGS }, () => 'nl').filter(
        (example) => example.isFramed === true && example.text.includes(text),
      );
    expect(framesOf('fiets weggehaald', examples.slice(1))).toEqual(framesOf('fiets weggehaald'));
  });

  it('are short variants in frames, under their own entry, after all others', () => {
    const label = entries.findIndex(({ id }) => id === 'fietsen/buiten-rek');
    const own = framed.filter((example) => example.label === label).map(({ text }) => text);
    expect(own.length).toBeGreaterThan(0);
    for (const text of own)
      expect(text).toMatch(/^(wat staat er (over|rond) fiets weggehaald|fiets weggehaald graag)$/);
    expect(augmented.slice(-framed.length)).toEqual(framed);
  });

  it('are short practice questions out of scope in frames, and no others', () => {
    expect(
      framed.some(({ text, label }) => text.includes('appeltaart') && label === classes.outOfScope),
    ).toBe(true);
    expect(framed.some(({ text }) => text.includes('fiets kwijt'))).toBe(false);
  });

  it('leave small talk and sentences as they are, and English without English frames', () => {
    for (const { label, language } of framed) {
      expect(entries[label]?.kind).not.toBe('social');
      expect(language).not.toBe('en');
    }
  });

  it('are the same each time', () => {
    expect(augment(examples, entries, { nl: PHRASINGS }, () => 'nl')).toEqual(augmented);
  });
});
