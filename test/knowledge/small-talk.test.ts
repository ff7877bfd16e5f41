import { describe, expect, it } from '@jest/globals';
import { ownId } from '../../src/core/index.ts';
import { entryText, EXTRA, findingsOf, load, problemsOf, warningsOf } from '../fixtures/guidance.ts';
import type { Changes } from '../fixtures/guidance.ts';

const FILE = 'basis/gesprek.yaml';
const LEARNED = 'basis/praktijkvragen.yaml';
const PRACTICE = 'thuiswerken/praktijkvragen/a.yaml';
const BOTH = ['thuiswerken', 'travel-policy'];
const GREETING = `
- id: groet
  soort: gesprek
  vraag: Hallo
  varianten: [hoi, moin]
  antwoord: Dag, vraag iets over {titel}.
  en: { vraag: Hello, varianten: [hi], antwoord: 'Ask about {titel}.' }
`;
const SHARED: Changes = { [FILE]: GREETING, [LEARNED]: '- bij: groet\n  vragen: [goeiemoggel, heee daar]\n' };

const guidances = (changes: Changes = {}, slugs?: readonly string[]) =>
  load({ ...SHARED, ...changes }, slugs).knowledge.guidances;
/** The entry `groet` of each guidance. */
const greetings = (changes?: Changes, slugs?: readonly string[]) =>
  guidances(changes, slugs).map(({ entries }) => entries.find(({ id }) => ownId(id) === 'groet'));
/** The texts that each guidance learns for an entry. */
const learned = (id: string | null, changes?: Changes, slugs?: readonly string[]) =>
  guidances(changes, slugs).map(({ practice }) =>
    practice.filter(({ entry }) => (entry === null ? null : ownId(entry)) === id).map(({ text }) => text),
  );

describe('small talk in basis/', () => {
  it('is part of a guidance that has none', () => {
    const [greeting] = greetings();
    expect(greeting).toMatchObject({ kind: 'social', quotes: [], related: [] });
    expect(greeting?.wording.nl).toEqual({
      question: 'Hallo',
      variants: ['hoi', 'moin'],
      answer: 'Dag, vraag iets over {titel}.',
    });
    expect(learned('groet')).toEqual([['goeiemoggel', 'heee daar']]);
  });

  it('is there once, with the first of several guidances, and names them all', () => {
    const [first, second] = greetings({}, BOTH);
    expect(second).toBeUndefined();
    expect(first?.wording.nl?.answer).toBe('Dag, vraag iets over Handreiking thuiswerken en Travel Policy.');
    expect(first?.wording.en?.answer).toBe('Ask about Handreiking thuiswerken and Travel Policy.');
    expect(learned('groet', {}, BOTH)).toEqual([['goeiemoggel', 'heee daar'], []]);
  });

  it('names an example of a guidance that has one', () => {
    const example = { [FILE]: GREETING.replaceAll('{titel}', 'iets als {voorbeeld}') };
    const without = {
      'thuiswerken/handreiking.yaml': (text: string) => text.replace(/^voorbeeld.*\n/gm, ''),
    };
    const [first] = greetings({ ...example, ...without }, BOTH);
    expect(first?.wording.en?.answer).toBe('Ask about iets als may I take a plane to Berlin?.');
  });

  it('names the contact of the only guidance, and none of several', () => {
    const contact = {
      [FILE]: GREETING.replace('Dag, vraag iets over {titel}.', 'Vraag het een collega[, of {contact}].'),
    };
    expect(greetings(contact)[0]?.wording.nl?.answer).toBe('Vraag het een collega[, of {contact}].');
    expect(greetings(contact, BOTH)[0]?.wording.nl?.answer).toBe('Vraag het een collega.');
    expect(problemsOf({ ...SHARED, ...contact })).toEqual([]);
  });

  it('adds no language: a guidance without English stays in Dutch', () => {
    const [entry] = greetings({ 'travel-policy/handreiking.yaml': (text) => text }, ['travel-policy']);
    expect(Object.keys(entry?.wording ?? {})).toEqual(['en']);
  });

  it('learns from the practice questions of every guidance', () => {
    const changes = {
      [PRACTICE]: '- bij: groet\n  vragen: [dag thuiswerkbot]\n',
      'travel-policy/praktijkvragen/a.yaml': '- bij: groet\n  vragen: [ahoy travel bot]\n',
    };
    const all = ['dag thuiswerkbot', 'ahoy travel bot', 'goeiemoggel', 'heee daar'];
    expect(learned('groet', changes, BOTH)).toEqual([all, []]);
  });

  it('may be what test questions are about, but not what an entry is related to', () => {
    const test = { 'thuiswerken/proefvragen/a.yaml': '- vraag: goeiedag\n  bij: groet\n' };
    expect(problemsOf({ ...SHARED, ...test })).toEqual([]);
    const related = { [EXTRA]: `${entryText()}  verwant: [groet]\n` };
    expect(problemsOf({ ...SHARED, ...related })).toEqual([
      `${EXTRA}:6 (lunch): Er is geen vraag met het id “groet”. Haal het weg, of maak die vraag.`,
    ]);
  });

  it('is learned, so no test question', () => {
    const test = { 'thuiswerken/proefvragen/a.yaml': '- vraag: Goeiemoggel!\n  bij: groet\n' };
    expect(findingsOf('proefvraag-geleerd', { ...SHARED, ...test })).toHaveLength(1);
  });
});

describe('what a guidance says itself', () => {
  const OWN = '- {id: groet, soort: gesprek, vraag: Welkom, varianten: [moin], antwoord: Welkom thuis.}\n';

  it('replaces the shared entry with the same id, which teaches it its phrases', () => {
    const [greeting] = greetings({ [EXTRA]: OWN });
    expect(greeting?.wording).toEqual({
      nl: { question: 'Welkom', variants: ['moin'], answer: 'Welkom thuis.' },
    });
    expect(learned('groet', { [EXTRA]: OWN })).toEqual([
      ['Hallo', 'hoi', 'Hello', 'hi', 'goeiemoggel', 'heee daar'],
    ]);
  });

  it('replaces it for all guidances, also from the second', () => {
    const own = { 'travel-policy/vragen/zz.yaml': OWN };
    const answers = greetings(own, BOTH).map((entry) => entry && Object.values(entry.wording)[0]?.answer);
    expect(answers).toEqual([undefined, 'Welkom thuis.']);
    expect(learned('groet', own, BOTH)[1]).toContain('goeiemoggel');
  });

  it('learns nothing from the shared phrases when it is about something else', () => {
    const own = { [EXTRA]: entryText(1, '- id: groet') };
    expect(greetings(own).map((entry) => entry?.kind)).toEqual(['answer']);
    expect(learned('groet', own)).toEqual([[]]);
    expect(learned(null, own)).toEqual(learned(null));
  });

  it('is no phrase of small talk any more, whatever its capitals and marks', () => {
    const own = { [EXTRA]: entryText(3, '  varianten: ["Hoi!", "Goeiemoggel?", hallo]') };
    const [greeting] = greetings(own);
    expect(greeting?.wording.nl).toMatchObject({ question: 'moin', variants: [] });
    expect(learned('groet', own)).toEqual([['heee daar']]);
  });

  it('ends an entry of which no phrase is left', () => {
    const own = { [EXTRA]: entryText(3, '  varianten: [hoi, moin, hallo]') };
    expect(greetings(own)).toEqual([undefined]);
    expect(learned('groet', own)).toEqual([[]]);
  });

  it('is told when a practice question of its own is a phrase of small talk', () => {
    const own = { [PRACTICE]: '- bij: pauzes\n  vragen: [Hoi]\n' };
    expect(findingsOf('praktijkvraag-elders', { ...SHARED, ...own })).toEqual([
      expect.stringContaining(
        `${PRACTICE}:2 (pauzes): “Hoi” staat hier bij “pauzes” en bij “groet” (${FILE}:5).`,
      ),
    ]);
  });
});

describe('the files of small talk', () => {
  it.each([
    ['an entry that is no small talk', GREETING.replace('soort: gesprek', 'soort: antwoord'), 3],
    ['an entry without English', GREETING.replace(/ {2}en:.*\n/, ''), 2],
    ['a fact of one guidance', GREETING.replace('{titel}.\n', '{contact}.\n'), 6],
  ])('have no %s', (_, text, line) => {
    expect(problemsOf({ [FILE]: text })).toEqual([expect.stringContaining(`${FILE}:${line}`)]);
  });

  it('have no id twice, and no practice question of nothing', () => {
    expect(problemsOf({ [FILE]: GREETING + GREETING })).toEqual([
      `${FILE}:9 (groet): Het id “groet” bestaat al (${FILE}:2). Geef een van de twee een ander id.`,
    ]);
    expect(problemsOf({ ...SHARED, [LEARNED]: '- bij: groeten\n  vragen: [x]\n' })).toEqual([
      `${LEARNED}:1: Er is geen vraag met het id “groeten”. Bedoel je “groet”?`,
    ]);
  });

  it('are checked for quality, and may have exceptions', () => {
    const few = `${FILE}:2 (groet): Er zijn weinig varianten (2).`;
    expect(warningsOf(SHARED).filter((line) => line.startsWith(FILE))).toEqual([
      expect.stringContaining(few),
    ]);
    const ignored = `${GREETING}  negeer: [{ soort: weinig-varianten, reden: dit is een proef }]\n`;
    expect(warningsOf({ ...SHARED, [FILE]: ignored }).filter((line) => line.startsWith(FILE))).toEqual([]);
  });

  it('need not be there', () => {
    expect(load().knowledge.guidances[0]?.entries.filter(({ kind }) => kind === 'social')).toEqual([]);
  });
});
