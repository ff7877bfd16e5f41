import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, problemsOf } from '../fixtures/guidance.ts';

const QUESTIONS = 'thuiswerken/vragen/vragen.yaml';
const PRACTICE = 'thuiswerken/praktijkvragen/a.yaml';

/** Removes the entry on breaks, to which two others and the practice questions refer. */
const withoutBreaks = (text: string) => text.replace(/- id: pauzes\n(?:.+\n)+/, '');

describe('an id that no entry has', () => {
  it('is one problem, with every place, when an entry is deleted that others refer to', () => {
    const practice = '- bij: pauzes\n  vragen: [x, y]\n- bij: pauzes\n  vragen: [z]\n';
    expect(problemsOf({ [QUESTIONS]: withoutBreaks, [PRACTICE]: practice })).toEqual([
      `${QUESTIONS}:62 (werkplek): Er is geen vraag met het id “pauzes”. Ook hier staat dat id: ${QUESTIONS}:85, ${PRACTICE}:1, ${PRACTICE}:3. Is de vraag weg? Haal het id dan ook op deze plekken weg. Heeft de vraag een ander id? Zet het oude terug.`,
    ]);
  });

  it('is counted where there are many places', () => {
    const practice = '- bij: koffie\n  vragen: [x]\n'.repeat(9);
    const [told = ''] = problemsOf({ [PRACTICE]: practice });
    expect(told).toContain(`${PRACTICE}:9 en op 4 andere plekken.`);
  });

  it('is told with the one that was meant when it stands in one place', () => {
    expect(problemsOf({ [EXTRA]: entryText(3, '  verwant: [pauze]') })).toEqual([
      `${EXTRA}:3 (lunch): Er is geen vraag met het id “pauze”. Bedoel je “pauzes”?`,
    ]);
  });
});
