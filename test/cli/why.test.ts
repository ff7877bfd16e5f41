import { describe, expect, it } from '@jest/globals';
import { why } from '../../src/cli/why.ts';
import { createAsker } from '../../src/core/index.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

const asker = createAsker(smallKnowledge());
const linesOf = (text: string) => why(asker.explain({ text }), asker.entries).split('\n');

describe('why a reply was given', () => {
  it('is the decision, the known words, and the best entries with confidence and words', () => {
    const [decision, head, ...entries] = linesOf('waar zet ik mijn fiets?');
    expect(decision).toMatch(/^Besluit: answer; 100 % van de \d inhoudswoorden bekend$/);
    expect(head).toBe('Zekerheid en woorden per vraag:');
    expect(entries[0]).toMatch(/^ *\d+ % {2}in-rek {2}\(.*fiets.*\)$/);
    expect(entries.length).toBeLessThanOrEqual(5);
  });

  it('is the decision alone for a command, which is not matched', () => {
    expect(linesOf('onderwerpen')).toEqual(['Besluit: command']);
  });
});
