import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, load, problemsOf } from '../fixtures/guidance.ts';

const answerWith = (title: string) => entryText(4, `  kop: ${title}`, '  antwoord: Ja.');
const english = (title: string) =>
  `${entryText()}  en:\n    vraag: May I eat?\n    kop: ${title}\n    antwoord: Yes.\n`;
const tooLong = 'is te lang. Hier passen hoogstens 60 tekens. Maak het korter.';
const unfit = (kind: string) =>
  `“kop” past niet bij “soort: ${kind}”. Haal de regel weg. Alleen een antwoord met een citaat krijgt een kop.`;

describe('the title of an entry', () => {
  it('is in each language what its editor wrote', () => {
    const { entries = [] } =
      load({ [EXTRA]: english('You take your own break') }).knowledge.guidances[0] ?? {};
    const lunch = entries.find(({ id }) => id === 'thuiswerken/lunch');
    expect(lunch?.wording.en?.title).toBe('You take your own break');
    expect(lunch?.wording.nl).not.toHaveProperty('title');
  });

  it('has 60 characters at most', () => {
    expect(problemsOf({ [EXTRA]: answerWith('x'.repeat(60)) })).toEqual([]);
    expect(problemsOf({ [EXTRA]: answerWith('x'.repeat(61)) })).toEqual([
      `${EXTRA}:4 (lunch): “kop” ${tooLong}`,
    ]);
    expect(problemsOf({ [EXTRA]: english('x'.repeat(61)) })).toEqual([
      `${EXTRA}:8 (lunch): “kop” ${tooLong}`,
    ]);
  });

  it.each(['niet-behandeld', 'gesprek'])('is refused of an entry of kind %s, in both languages', (kind) => {
    const file = [
      '- id: weer',
      `  soort: ${kind}`,
      '  vraag: Regent het?',
      '  kop: Het regent',
      '  antwoord: Dat staat er niet.',
      '  en: {vraag: Is it raining?, antwoord: It does not say., kop: It rains}',
      '',
    ].join('\n');
    expect(problemsOf({ [EXTRA]: file })).toEqual([
      `${EXTRA}:4 (weer): ${unfit(kind)}`,
      `${EXTRA}:6 (weer): ${unfit(kind)}`,
    ]);
  });

  it('has no names between braces', () => {
    expect(problemsOf({ [EXTRA]: answerWith("'Dit is de {titel}'") })).toEqual([
      `${EXTRA}:4 (lunch): {titel} kan de bot hier niet invullen. Schrijf het voluit.`,
    ]);
  });
});
