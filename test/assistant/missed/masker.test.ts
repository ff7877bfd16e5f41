import { describe, expect, it } from '@jest/globals';
import { createMasker } from '../../../src/assistant/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';

const NAMES = 'basis/namen.yaml';

describe('the words of the knowledge', () => {
  it('tell names from other words: a capital within a sentence, and what the lists have', () => {
    const mask = createMasker(() =>
      smallKnowledge({ [NAMES]: 'voornamen: [sjoukje]\neigennamen: [Utrecht]\n' }),
    );
    expect(mask('mag sjoukje dit in Utrecht van Bloemers')).toBe('mag [naam] dit in Utrecht van [naam]');
  });

  it('are those of the knowledge in use', () => {
    let knowledge = smallKnowledge();
    const mask = createMasker(() => knowledge);
    expect(mask('mag sjoukje dit')).toBe('mag sjoukje dit');
    knowledge = smallKnowledge({ [NAMES]: 'voornamen: [sjoukje]\n' });
    expect(mask('mag sjoukje dit')).toBe('mag [naam] dit');
  });

  it('are too few in a small guidance to take an unknown word for a name', () => {
    const mask = createMasker(() => smallKnowledge({ [NAMES]: 'rollen: [collega]\n' }));
    expect(mask('mijn collega twittert zomaar foto van kantoor')).toBe(
      'mijn collega twittert zomaar foto van kantoor',
    );
  });

  it('are not needed for numbers, mail addresses and links', () => {
    const mask = createMasker(() => smallKnowledge());
    expect(mask('is 06-12345678 of jan@bzk.nl of https://bzk.nl/x goed')).toBe(
      'is [telefoon] of [e-mail] of [link] goed',
    );
  });
});
