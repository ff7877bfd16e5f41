import { describe, expect, it } from '@jest/globals';
import { drawEverywhere } from '../../src/cli/drawings.ts';
import { createAsker } from '../../src/core/index.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

const asker = createAsker(smallKnowledge());

describe('a reply in every channel', () => {
  it.each(['openingstijden', 'zelfcheck', 'onderwerpen', 'bakfiets', 'hallo wereld'])(
    'is drawn by each, and the same each time: %s',
    (text) => {
      const drawings = drawEverywhere(asker.ask({ text }), asker.say);
      expect(drawEverywhere(asker.ask({ text }), asker.say)).toEqual(drawings);
      expect(Object.entries(drawings).filter(([, drawing]) => drawing === undefined)).toEqual([]);
    },
  );

  it('has the quote of an answer in each', () => {
    const drawings = drawEverywhere(asker.ask({ text: 'openingstijden' }), asker.say);
    const without = Object.entries(drawings).filter(
      ([, drawing]) => !JSON.stringify(drawing).includes('zeven tot negentien uur'),
    );
    expect(without).toEqual([]);
  });
});
