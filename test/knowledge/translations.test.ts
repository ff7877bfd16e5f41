import { describe, expect, it } from '@jest/globals';
import { problemsOf, swap } from '../fixtures/guidance.ts';

const PATH = 'fietsen/zelfcheck.yaml';
const withTranslations = (questions: string) =>
  problemsOf({ [PATH]: swap('two questions.\n', `two questions.\n  vragen: ${questions}\n`) }, ['fietsen']);

describe('the questions of the self-check in English', () => {
  it('are as many as those of the source', () => {
    expect(withTranslations('[Does it fit?, Is it locked?]')).toEqual([]);
    expect(withTranslations('[Does it fit?]')).toEqual([
      `${PATH}:15 (zelfcheck): Het aantal vertalingen (1) is niet dat van de vragen (2). Vertaal elke vraag, in dezelfde volgorde.`,
    ]);
  });

  it('have no names between braces', () => {
    expect(withTranslations("['Does {x} fit?', Is it locked?]")).toEqual([
      `${PATH}:15 (zelfcheck): {x} kan de bot hier niet invullen. Schrijf het voluit.`,
    ]);
  });
});
