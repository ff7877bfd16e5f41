import { describe, expect, it } from '@jest/globals';
import { withoutPractice } from '../../src/evaluation/rounds.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

const FILE = 'fietsen/praktijkvragen/geen.yaml';

/** The practice questions that are left of `practice` without those of rounds that asked `asked`. */
function left(practice: readonly string[], ...asked: readonly string[]): string[] {
  const knowledge = smallKnowledge({ [FILE]: JSON.stringify([{ bij: 'geen', vragen: practice }]) });
  return withoutPractice(knowledge, asked).guidances.flatMap((guidance) =>
    guidance.practice.map(({ text }) => text),
  );
}

describe('the training set without a round', () => {
  it('has none of the questions that the round brought', () => {
    expect(left(['bel stuk', 'regent het', 'lekke band'], 'lekke band', 'bel stuk')).toEqual(['regent het']);
  });

  it('keeps what other rounds asked too, as often as they did', () => {
    expect(left(['hoi', 'regent het', 'hoi', 'hoi'], 'hoi')).toEqual(['regent het', 'hoi', 'hoi']);
  });

  it('loses a question of two of its rounds twice', () => {
    expect(left(['hoi', 'hoi', 'hoi'], 'hoi', 'hoi')).toEqual(['hoi']);
  });

  it.each([
    ['capitals and marks', 'Regent het?', 'regent het'],
    ['spaces and lines', 'regent\n  het', 'regent het'],
    ['accents', 'regent hét', 'regent het'],
  ])('knows a question that was edited by its words: %s', (_, edited, asked) => {
    expect(left([edited], asked)).toEqual([]);
  });

  it('loses the same text sooner than one with the same words', () => {
    expect(left(['Regent het?', 'regent het'], 'regent het')).toEqual(['Regent het?']);
  });

  it('does not take one text without words for another', () => {
    expect(left(['🚲', '!!'], '🚲')).toEqual(['!!']);
  });

  it('does not miss a question that never became a practice question', () => {
    expect(left(['regent het'], 'wat kost een fiets')).toEqual(['regent het']);
  });
});
