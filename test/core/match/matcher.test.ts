import { describe, expect, it } from '@jest/globals';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import type { FollowUpContext } from '../../../src/core/match/matcher.ts';
import { isSameEntry } from '../../../src/core/index.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { smallKnowledge } from '../small-knowledge.ts';

const matcher = createMatcher(smallKnowledge().guidances);
const indexOf = (id: string) => matcher.entries.findIndex((entry) => isSameEntry(entry.id, id));
const analyse = (text: string, context?: FollowUpContext) => matcher.analyse(parseText(text), context);

/** The probability of an entry. */
function probabilityOf(id: string, text: string, context?: FollowUpContext): number {
  const found = analyse(text, context).scores.find(({ entry }) => entry === indexOf(id));
  return found?.probability ?? 0;
}

describe('the scores of a question', () => {
  it('are those of the best entries, highest first, as measures from 0 to 1', () => {
    const { scores } = analyse('waar zet ik mijn fiets buiten het rek');
    expect(scores.map(({ blended }) => blended)).toEqual(
      scores.map(({ blended }) => blended).sort((a, b) => b - a),
    );
    for (const { similarity, probability, blended } of scores)
      for (const measure of [similarity, probability, blended]) {
        expect(measure).toBeGreaterThanOrEqual(0);
        expect(measure).toBeLessThanOrEqual(1);
      }
  });

  it.each(matcher.entries.map(({ id }) => [id]))('put the entry first whose question it is: %s', (id) => {
    const question = matcher.entries[indexOf(id)]?.wording.nl?.question ?? '';
    const [first] = analyse(question).scores;
    expect(first?.entry).toBe(indexOf(id));
    expect(first?.similarity).toBeGreaterThan(0.95);
  });

  it('have “out of scope” as an entry of its own', () => {
    expect(analyse('recept voor appeltaart').scores[0]?.entry).toBe(-1);
  });

  it('weigh the sentence that asks more than those around it', () => {
    const about = (text: string) => analyse(text).scores[0]?.entry;
    expect(about('Mijn bakfiets is groot. Wat kost de stalling?')).toBe(indexOf('kosten'));
    expect(about('Wat kost de stalling. Mag mijn bakfiets in de stalling?')).toBe(indexOf('bakfiets'));
  });

  it('of small talk hold its greetings, of a question they do not', () => {
    expect(analyse('alvast bedankt joh').scores[0]?.entry).toBe(indexOf('dank'));
    expect(analyse('waar zet ik mijn fiets alvast bedankt').scores).toEqual(
      analyse('waar zet ik mijn fiets').scores,
    );
  });
});

describe('the scores of a follow-up', () => {
  const near = new Set([indexOf('kosten')]);

  it('have higher odds for the entries that were offered', () => {
    expect(probabilityOf('kosten', 'en waarom?', { text: '', near })).toBeGreaterThan(
      2 * probabilityOf('kosten', 'en waarom?'),
    );
  });

  it('have the words of the last question, with less weight than its own', () => {
    const context = { text: 'Wat kost de stalling?', near: new Set<number>() };
    expect(probabilityOf('kosten', 'en waarom?', context)).toBeGreaterThan(
      probabilityOf('kosten', 'en waarom?'),
    );
    expect(analyse('en mijn bakfiets?', context).scores[0]?.entry).toBe(indexOf('bakfiets'));
  });
});

describe('the coverage of a question', () => {
  it('is the share of its words that the knowledge has, also misspelled', () => {
    const coverages = ['fiets stalling', 'fietz stalling', 'fiets qqqqqq', 'qqqqqq', ''].map(
      (text) => analyse(text).coverage,
    );
    const [all = 0, misspelled = 0, half = 0] = coverages;
    expect(all).toBe(1);
    expect(misspelled).toBeLessThan(1);
    expect(half).toBeLessThan(misspelled);
    expect(coverages.slice(3)).toEqual([0, 0]);
  });
});
