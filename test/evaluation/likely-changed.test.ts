import { describe, expect, it } from '@jest/globals';
import { likelyChanged } from '../../src/evaluation/likely-changed.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

/** The small knowledge with a practice question of no entry. */
const without = (bij: string) =>
  smallKnowledge({
    'fietsen/praktijkvragen/rest.yaml': JSON.stringify([{ bij, vragen: ['kost een slot geld'] }]),
  });

describe('the questions that a change may concern', () => {
  it('are first those like a question that is on the subject now, and was out of scope', () => {
    const questions = [{ turns: ['waar is de bel'] }, { turns: ['wat kost een slot'] }];
    const ranked = likelyChanged(questions, without('geen'), without('staat-er-niet-in'));
    expect(ranked.map(({ turns }) => turns)).toEqual([['wat kost een slot'], ['waar is de bel']]);
  });
});
