import { describe, expect, it } from '@jest/globals';
import { isDraft } from '../../../src/core/question/draft.ts';
import { createPhrasingMatcher } from '../../../src/core/question/phrasings.ts';

const phrasings = createPhrasingMatcher([
  {
    vulwoorden: ['even'],
    onderdelen: {},
    kaders: [],
    vervolg: {},
    zonder_onderwerp: [],
    afsluiting: [],
    mailkop: [],
    opsomming: [],
    vraagzin: [],
    concept: ['mag ik dit [bericht] [zo] plaatsen', 'concept'],
    al_geplaatst: [],
    ja_nee: { woorden: [], vragen: {}, omkeren: [] },
  },
]);
const DRAFT = 'Vandaag mooi gesprek gehad over de nieuwe brug';

describe('a message', () => {
  it.each([
    ['after a colon', `Mag ik dit plaatsen: ${DRAFT}`],
    ['on the next line', `Mag ik dit bericht even plaatsen?\n\n${DRAFT}`],
    ['between quotation marks', 'Mag ik dit plaatsen: "Trots op ons team!"'],
    ['between quotation marks without a colon', 'mag ik dit plaatsen “Trots op ons team!”'],
    ['before the question', '“Trots op ons team!” Mag ik dit zo plaatsen?'],
    ['after one word', `Concept: ${DRAFT}`],
  ])('is a draft with a question about it: %s', (_, text) => {
    expect(isDraft(text, phrasings)).toBe(true);
  });

  it.each([
    ['the question alone', 'mag ik dit plaatsen'],
    ['a few words about what it is', 'mag ik dit plaatsen: een foto van de borrel'],
    ['a term between quotation marks', 'mag ik dit plaatsen “op persoonlijke titel”'],
    ['another question', `mag ik vertellen wat ik doe: ${DRAFT}`],
    ['a question with more in it', 'mag ik dit plaatsen als mijn collega’s erop staan en ze dat niet weten'],
    ['a quote without the question', '“Trots op ons team!” Wat vinden mensen daarvan?'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(isDraft(text, phrasings)).toBe(false);
  });

  it('takes no longer than any other, however many marks are in it', () => {
    const start = performance.now();
    for (const mark of [':', '\n', '"', '“', '”']) isDraft(mark.repeat(4_000), phrasings);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
