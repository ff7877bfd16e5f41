import { describe, expect, it } from '@jest/globals';
import { smallKnowledge } from '../core/small-knowledge.ts';

const FILE = 'basis/namen.yaml';

describe('the lists by which stored questions are masked', () => {
  it('come with the knowledge, and are not needed', () => {
    expect(smallKnowledge({ [FILE]: 'voornamen: [sjoukje]\n' }).names).toEqual({ voornamen: ['sjoukje'] });
    expect(smallKnowledge().names).toBeUndefined();
  });

  it('have names that the bot knows; another is a problem with its line', () => {
    expect(() => smallKnowledge({ [FILE]: 'voornamen: [jan]\nvornamen: [piet]\n' })).toThrow(
      /basis\/namen\.yaml.*vornamen/s,
    );
  });
});
