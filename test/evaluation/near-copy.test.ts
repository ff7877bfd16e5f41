import { describe, expect, it } from '@jest/globals';
import { nearCopies } from '../../src/evaluation/near-copy.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

const knowledge = smallKnowledge();

describe('a near copy', () => {
  it.each([
    ['a question to the letter', 'Waar zet ik mijn fiets?', 'Waar zet ik mijn fiets?'],
    ['a variant', 'moet mijn fiets in een rek', 'moet mijn fiets in een rek'],
    ['an English variant', 'must my bicycle be in a rack', 'must my bicycle be in a rack'],
    ['a practice question', 'hoe laat vertrekt de trein', 'hoe laat vertrekt de trein'],
    ['other capitals and marks', 'WAAR zet ík mijn fiets!?', 'Waar zet ik mijn fiets?'],
    ['another order', 'mijn fiets, waar zet ik?', 'Waar zet ik mijn fiets?'],
    ['five words of six', 'moet mijn fiets in een stalling', 'moet mijn fiets in een rek'],
    ['one word', 'Openingstijden', 'openingstijden'],
  ])('is found: %s', (_, question, known) => {
    expect(nearCopies([question], knowledge)).toEqual([{ question, known }]);
  });

  it.each([
    ['four words of six and others', 'moet mijn fiets in de kelder'],
    ['the same question in other words', 'op welke plek laat ik mijn rijwiel achter'],
    ['two words of three', 'fiets parkeren morgen'],
    ['a short question with a word more', 'openingstijden zondag'],
    ['no words', '?'],
  ])('is not seen in %s', (_, question) => {
    expect(nearCopies([question], knowledge)).toEqual([]);
  });
});
