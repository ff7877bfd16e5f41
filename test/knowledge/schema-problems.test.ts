import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, problemsOf } from '../fixtures/guidance.ts';

const EMPTY = 'Vul het in, of haal de regel weg.';
const QUOTES = 'Zet er aanhalingstekens omheen.';
const DASHES = 'Zet elk onderdeel op een eigen regel met “- ” ervoor.';
const KINDS = 'Kies uit: antwoord, niet-behandeld, gesprek.';
const idForm = (example: string) => `Gebruik kleine letters, cijfers en streepjes, zoals “${example}”.`;
const INDENTED = 'Hoort het ergens anders? Kijk dan of de regel goed inspringt.';
const IN_ENTRY = `Hier passen: id, soort, onderwerp, vraag, varianten, kop, antwoord, citaten, elders, verwant, en, negeer. ${INDENTED}`;
const IN_GUIDANCE = `Hier passen: naam, titel, lidwoord, korte_titel, eigenaar, url, editie, sha256, taal, talen, contact, contact_en, voorbeeld, voorbeeld_en, voorbeeld_stil, voorbeeld_stil_en, negeer. ${INDENTED}`;

/** A problem in an entry, the file, and what must be reported: line, id and sentence. */
type Case = readonly [fault: string, file: string, ...reported: string[]];

const english = (...lines: string[]) => `${entryText()}${['  en:', ...lines].join('\n')}\n`;

describe('an entry', () => {
  it.each<Case>([
    ['a missing answer', entryText(4), ':1 (lunch): “antwoord” ontbreekt. Voeg “antwoord” toe.'],
    ['a missing id', entryText(1, '-'), ':2: “id” ontbreekt. Voeg “id” toe.'],
    [
      'a missing English answer, under “en”',
      english('    vraag: May I have lunch?'),
      ':6 (lunch): “antwoord” ontbreekt. Voeg “antwoord” toe.',
    ],
    ['an answer without a value', entryText(4, '  antwoord:'), `:4 (lunch): “antwoord” is leeg. ${EMPTY}`],
    ['an answer of spaces', entryText(4, '  antwoord: "  "'), `:4 (lunch): “antwoord” is leeg. ${EMPTY}`],
    ['an empty “en”', english(), `:6 (lunch): “en” is leeg. ${EMPTY}`],
    ['an empty variant', entryText(3, '  varianten:', '    -'), `:4 (lunch): “varianten” is leeg. ${EMPTY}`],
    ['a number as question', entryText(2, '  vraag: 12'), `:2 (lunch): “vraag” moet tekst zijn. ${QUOTES}`],
    [
      'a variant that a colon turned into a name with a value',
      entryText(3, '  varianten:', '    - soep koken', '    - mag het: lunch'),
      ':5 (lunch): Een regel van “varianten” moet één tekst zijn, maar er staat een dubbele punt in. Hoort de dubbele punt bij de zin? Zet dan aanhalingstekens om de hele zin.',
    ],
    [
      'text where a list belongs',
      entryText(3, '  varianten: soep'),
      `:3 (lunch): “varianten” moet een lijst zijn. ${DASHES}`,
    ],
    [
      'a kind that does not exist',
      entryText(3, '  soort: stil'),
      `:3 (lunch): “soort” heeft een waarde die de bot niet kent. ${KINDS}`,
    ],
    [
      'an id with capitals and a space',
      entryText(1, '- id: Lange Lunch'),
      `:1 (Lange Lunch): “id” heeft niet de goede vorm. ${idForm('lange-lunch')}`,
    ],
    [
      'a related id with a capital',
      entryText(3, '  verwant:', '    - werkplek', '    - Pauzes'),
      `:5 (lunch): “verwant” heeft niet de goede vorm. ${idForm('pauzes')}`,
    ],
    [
      'a fourth quote',
      entryText(5, '  citaten: [a, b, c, d]'),
      ':5 (lunch): “citaten” is te lang. Hier past hoogstens 3. Maak het korter.',
    ],
    [
      'an answer that no screen holds',
      entryText(4, `  antwoord: ${'a'.repeat(2001)}`),
      ':4 (lunch): “antwoord” is te lang. Hier passen hoogstens 2000 tekens. Maak het korter.',
    ],
  ])('with %s is reported at its line', (_, file, ...reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual(reported.map((line) => `${EXTRA}${line}`));
  });
});

describe('an unknown name', () => {
  it.each<Case>([
    [
      'the name that was meant',
      entryText(4, '  antwoord: Ja.', '  verwnt: [pauzes]'),
      `:5 (lunch): Onbekende naam: “verwnt”. Bedoel je “verwant”? ${IN_ENTRY}`,
    ],
    [
      'advice on indenting when no name is near',
      entryText(4, '  antwoord: Ja.', '  qqq: 1'),
      `:5 (lunch): Onbekende naam: “qqq”. ${IN_ENTRY}`,
    ],
    [
      // “titel” is a name in handreiking.yaml: suggesting it to who wrote just that helps nobody.
      'no suggestion of itself when it belongs in another file',
      entryText(4, '  antwoord: Ja.', '  titel: Lunch'),
      `:5 (lunch): Onbekende naam: “titel”. ${IN_ENTRY}`,
    ],
    [
      'no suggestion of itself when it belongs a level higher',
      english('    vraag: May I?', '    antwoord: Yes.', '    citaten: [Sta op en loop een rondje.]'),
      `:9 (lunch): Onbekende naam: “citaten”. Hier passen: vraag, varianten, kop, antwoord, elders. ${INDENTED}`,
    ],
  ])('is reported at its own line, with %s', (_, file, ...reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual(reported.map((line) => `${EXTRA}${line}`));
  });

  it('is reported with the right name beside the field that it leaves missing', () => {
    expect(problemsOf({ [EXTRA]: entryText(4, '  antword: Ja.') })).toEqual([
      `${EXTRA}:1 (lunch): “antwoord” ontbreekt. Voeg “antwoord” toe.`,
      `${EXTRA}:4 (lunch): Onbekende naam: “antword”. Bedoel je “antwoord”? ${IN_ENTRY}`,
    ]);
  });
});

describe('a file of questions', () => {
  it.each<Case>([
    ['one entry without its dash', 'id: lunch\n', `:1: Dit moet een lijst zijn. ${DASHES}`],
    [
      'a list of sentences',
      '- mag ik lunchen\n',
      ':1: Dit moet uit namen met waarden bestaan. Schrijf het als “naam: waarde”.',
    ],
    [
      'nothing but a comment',
      '# volgt nog\n',
      ': In het bestand staan alleen opmerkingen (regels met #). Vul het, of verwijder het.',
    ],
  ])('with %s is reported', (_, file, ...reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual(reported.map((line) => `${EXTRA}${line}`));
  });
});

describe('handreiking.yaml', () => {
  it('reports every problem of every line at once', () => {
    const file = ['naam: Thuis Werken', 'url: www.x.nl', 'sha256: abc', 'taal: fr', 'editie: 2024'].join(
      '\n',
    );
    const reported = [
      `1: “naam” heeft niet de goede vorm. ${idForm('thuis-werken')}`,
      '1: “titel” ontbreekt. Voeg “titel” toe.',
      '2: “url” heeft niet de goede vorm. Een webadres begint met https://',
      `5: “editie” moet tekst zijn. ${QUOTES}`,
      '3: “sha256” heeft niet de goede vorm. Hier horen 64 cijfers en letters. `npm run knowledge -- --hash` laat zien welke.',
      '4: “taal” heeft een waarde die de bot niet kent. Kies uit: nl, en.',
    ];
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': file })).toEqual(
      reported.map((line) => `thuiswerken/handreiking.yaml:${line}`),
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'takes no address that is not of a web page: %s',
    (url) => {
      expect(problemsOf({ 'thuiswerken/handreiking.yaml': `naam: x\ntitel: X\nurl: ${url}\n` })).toEqual([
        'thuiswerken/handreiking.yaml:3: “url” heeft niet de goede vorm. Een webadres begint met https://',
      ]);
    },
  );

  it('suggests its own names', () => {
    const file = 'naam: x\ntitel: X\ncontakt_en: someone\n';
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': file })).toEqual([
      `thuiswerken/handreiking.yaml:3: Onbekende naam: “contakt_en”. Bedoel je “contact_en”? ${IN_GUIDANCE}`,
    ]);
  });

  it.each([
    ['webadres: https://x.nl', 'url'],
    ['vingerafdruk: abc', 'sha256'],
    ['organisatie: X', 'eigenaar'],
  ])('suggests the name whose description has the word: %s', (line, name) => {
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': `naam: x\ntitel: X\n${line}\n` })).toEqual([
      `thuiswerken/handreiking.yaml:3: Onbekende naam: “${line.split(':')[0]}”. Bedoel je “${name}”? ${IN_GUIDANCE}`,
    ]);
  });

  it.each([
    [
      'names under it',
      'contact:\n  naam: HR',
      'zonder namen met een dubbele punt erin. Schrijf achter de dubbele punt één tekst, zonder regels eronder. Bij wie mensen terecht kunnen, zoals het in een zin past.',
    ],
    ['a list', 'contact:\n  - HR', 'geen lijst. Haal de streepjes (- ) of haken ([ ]) aan het begin weg.'],
  ])('says what form is expected of text with %s', (_, lines, told) => {
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': `naam: x\ntitel: X\n${lines}\n` })).toEqual([
      expect.stringMatching(/:[34]: “contact” moet één tekst zijn, /),
    ]);
    expect(problemsOf({ 'thuiswerken/handreiking.yaml': `naam: x\ntitel: X\n${lines}\n` })[0]).toContain(
      told,
    );
  });
});
