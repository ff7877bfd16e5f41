import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Phrasings } from '../../../src/core/model.ts';
import { createPhrasingMatcher } from '../../../src/core/question/phrasings.ts';
import { createFit } from '../../../src/core/question/yes-no.ts';

const shipped = parse(readFileSync('knowledge/basis/zinsvormen.yaml', 'utf8')) as Record<string, Phrasings>;
const phrasings = createPhrasingMatcher(Object.values(shipped));
const fitTo = createFit({ stripGreetings: (sentences) => sentences }, phrasings);
const EXPLANATION = 'Ja, je kunt taart eten.';
const OWN = 'Mag ik taart eten?';
const isKept = (message: string, question: string) =>
  fitTo(message)(EXPLANATION, question, true) === EXPLANATION;

describe('an explanation keeps its yes', () => {
  it.each([
    [OWN, OWN],
    ['kan ik taart eten', OWN],
    ['mogen ambtenaren taart eten?', OWN],
    ['Ik ben jarig. Mag ik taart eten?', OWN],
    ['Ik ben jarig, mag ik dan taart eten?', OWN],
    ['Can I have cake?', OWN],
    ['am i allowed to have cake', OWN],
    ['Is it good to have cake?', 'Is het goed om taart te eten?'],
    ['is het slim om taart te eten', 'Is het goed om taart te eten?'],
    ['Should I have a fork?', 'Heb ik een vork nodig?'],
    ['ben ik dik', 'Ben ik dikker dan anderen?'],
    // The entry turns its question in the same way.
    ['Mag ik geen taart eten?', 'Kan ik geen taart eten?'],
    ['kan ik zonder toestemming taart eten', 'Mag ik zonder toestemming taart eten?'],
    // What is asked by its own question answers that, also when it is no yes/no question.
    ['Taart?', 'Taart?'],
  ])('at %j for %j', (message, question) => {
    expect(isKept(message, question)).toBe(true);
  });
});

describe('an explanation loses its yes, and begins with a capital', () => {
  it.each([
    ['taart', OWN],
    ['wat voor taart eet ik', OWN],
    ['hoe eet ik taart?', OWN],
    ['waarom mag ik taart eten?', OWN],
    ['mag ik geen taart eten?', OWN],
    ['mag ik taart eten zonder vork', OWN],
    ['is het verboden om taart te eten?', OWN],
    ['mag ik altijd taart eten', OWN],
    ['mag ik taart of koek eten?', OWN],
    ['moet mijn baas eerst taart goedkeuren?', OWN],
    ['mag mijn baas taart eten?', OWN],
    ['moet ik taart eten?', OWN],
    ['is het dom om taart te eten', 'Is het goed om taart te eten?'],
    // The second word of a list turns it again.
    ['Mag ik zonder toestemming geen taart eten?', 'Mag ik zonder toestemming taart eten?'],
    ['Mijn baas wil het niet. Mag ik taart eten?', OWN],
    ['Mag ik taart eten? En hoe dan?', OWN],
    ['kun je uitleggen of ik taart mag eten', OWN],
    ['mag ik weten waar de taart staat', OWN],
    ["Why can't I have cake?", OWN],
    ["can't i have cake", OWN],
    ['Can I have cake without asking?', OWN],
    ['what can i eat', OWN],
    ['', OWN],
  ])('at %j for %j', (message, question) => {
    expect(fitTo(message)(EXPLANATION, question, true)).toBe('Je kunt taart eten.');
  });

  it('when something else may be meant', () => {
    expect(fitTo('kan ik taart eten')(EXPLANATION, OWN, false)).toBe('Je kunt taart eten.');
  });

  it.each([
    ['Yes, it is.', 'It is.'],
    ['No. It is not.', 'It is not.'],
    ['Nee: één taart.', 'Één taart.'],
    ['Nee.', 'Nee.'],
    ['Ja maar dat is anders.', 'Ja maar dat is anders.'],
    ['Nederland, dat is het.', 'Nederland, dat is het.'],
    ['', ''],
  ])('%j becomes %j', (explanation, expected) => {
    expect(fitTo('taart')(explanation, OWN, true)).toBe(expected);
  });
});
