import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupAlike } from '../../../src/core/index.ts';
import { smallKnowledge } from '../small-knowledge.ts';

const { guidances } = smallKnowledge();

describe('texts that ask alike', () => {
  it('are one group, whatever greeting, frame or ending they have', () => {
    const texts = [
      'mag ik mijn bakfiets stallen',
      'hoe laat gaat de kantine dicht',
      'Hoi! mag ik mijn bakfiets hier stallen?',
      'krijg ik subsidie voor zonnepanelen',
      'mijn bakfietsen stallen, mag dat',
      'tot hoe laat is de kantine open',
    ];
    expect(groupAlike(guidances, texts)).toEqual([[0, 2, 4], [1, 5], [3]]);
  });

  it('are grouped each once, whatever they are', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '???', 'mag ik fietsen', 'mag ik hier fietsen'));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const groups = groupAlike(guidances, texts);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(texts.map((_, index) => index));
        const leaders = groups.map(([leader = -1]) => leader);
        expect(leaders).toEqual([...leaders].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});
