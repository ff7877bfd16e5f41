import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAsker } from '../../src/core/index.ts';
import { smallFile, smallKnowledge } from './small-knowledge.ts';

const { suggest, ask } = createAsker(smallKnowledge());
const labels = (...typed: Parameters<typeof suggest>) => suggest(...typed).map(({ label }) => label);

const RACK = 'Waar zet ik mijn fiets?';
const OUTSIDE = 'Wat gebeurt er met een fiets buiten het rek?';
const OPEN = 'Wanneer is de stalling open?';
const CARGO = 'Mag mijn bakfiets in de stalling?';
const COSTS = 'Wat kost de stalling?';

describe('suggestions for what is typed so far', () => {
  it.each([
    ['the beginning of a question', 'waar z', RACK],
    ['the beginning of a question, with capitals and spaces', '  WAAR  zet', RACK],
    ['the beginning of a word that is in a question', 'gebeu', OUTSIDE],
    ['the beginning of a variant', 'hoe laat slu', OPEN],
    ['a whole word in another inflection', 'fietsen parkeert', RACK],
    ['words in another order', 'rek buiten', OUTSIDE],
    ['a misspelled word', 'openingstijdn', OPEN],
    ['a misspelled word before the one that is typed', 'weggehald fie', OUTSIDE],
    ['letters of a question with a mistake, which no index has', 'wannee ris', OPEN],
    ['a question on which the guidance is silent', 'bakf', CARGO],
    ['the self-check', 'twijf', 'Twijfel je over je fiets?'],
    ['a word without accents', 'prìjs van', COSTS],
  ])('find the entry by %s', (_, typed, question) => {
    expect(labels(typed, 5)[0]).toBe(question);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['signs', '?!'],
    ['words that no question has', 'recept voor appeltaart'],
    ['letters that no word begins with', 'xqz'],
  ])('are none for %s', (_, typed) => {
    expect(suggest(typed, 5)).toEqual([]);
  });

  it('are buttons that answer with the entry', () => {
    const [first] = suggest('waar zet', 5);
    expect(first).toEqual({ label: RACK, value: 'entry:fietsen/in-rek', language: 'nl' });
    expect(ask({ text: first?.value ?? '' }).entry).toBe('fietsen/in-rek');
  });

  it('have answers before silences, whatever is likelier', () => {
    const found = labels('stalling', 5);
    expect(found).toEqual(expect.arrayContaining([OPEN, CARGO, COSTS]));
    expect(found[0]).toBe(OPEN);
  });

  it('are in the language of the conversation, or else in that of the text', () => {
    expect(labels('waar zet', 5, 'en')[0]).toBe('Where do I put my bicycle?');
    expect(labels('whe', 5)[0]).toBe('Where do I put my bicycle?');
    expect(labels('cargo', 5, 'en')[0]).toBe('May I bring a cargo bike?');
    // Without English words of its own.
    expect(suggest('openingst', 5, 'en')[0]).toEqual({
      label: OPEN,
      value: 'entry:fietsen/open',
      language: 'nl',
    });
  });

  it('hold no small talk', () => {
    expect(labels('bedankt', 5)).toEqual([]);
  });

  it('read the end of a long text, where somebody types', () => {
    expect(labels(`${'zomaar wat woorden '.repeat(2_000)} bakfiets`, 5)).toContain(CARGO);
  });

  it('learn from practice questions', () => {
    const path = 'fietsen/praktijkvragen/vragen.yaml';
    const learned = createAsker(
      smallKnowledge({ [path]: `${smallFile(path)}\n- bij: in-rek\n  vragen: [mijn scootmobiel]\n` }),
    );
    expect(suggest('scootm', 5)).toEqual([]);
    expect(learned.suggest('scootm', 5).map(({ label }) => label)).toEqual([RACK]);
  });

  it('never throw, are at most n, and each once', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('fiets', 'stal', 'waar zet ', 'rek', 'open', 'bicyc', '💡', '\ud83d', 'é', ' '),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom('nl', 'en', undefined),
        (pieces, n, language) => {
          const values = suggest(pieces.join(''), n, language).map(({ value }) => value);
          expect(values.length).toBeLessThanOrEqual(n);
          expect(new Set(values).size).toBe(values.length);
        },
      ),
    );
  });
});
