import { describe, expect, it } from '@jest/globals';
import { load, problemsOf } from '../fixtures/guidance.ts';

const WORDS = 'thuiswerken/woorden.yaml';
const group = (...lines: string[]) => ['nl:', '  synoniemen:', ...lines].join('\n');

describe('the words of a guidance', () => {
  it('come after the shared ones; of two meanings of an abbreviation its own wins', () => {
    const shared = {
      'basis/woorden.yaml': 'nl: {afkortingen: {ff: even, bv: bijvoorbeeld}, synoniemen: [[stoel, zetel]]}\n',
    };
    const before = load(shared).knowledge.guidances[0]?.words.nl;
    const own = [
      'nl:',
      '  synoniemen: [[thuis, huis]]',
      '  afkortingen: {ff: fijnstof, tw: thuiswerken}',
      '  opdrachten: {help: [wat nu]}',
    ];
    const after = load({ ...shared, [WORDS]: own.join('\n') }).knowledge.guidances[0]?.words.nl;
    expect(before?.afkortingen).toEqual({ ff: 'even', bv: 'bijvoorbeeld' });
    expect(after).toEqual({
      ...before,
      synoniemen: [...(before?.synoniemen ?? []), ['thuis', 'huis']],
      afkortingen: { ...before?.afkortingen, ff: 'fijnstof', tw: 'thuiswerken' },
      opdrachten: { ...before?.opdrachten, help: [...(before?.opdrachten.help ?? []), 'wat nu'] },
    });
  });

  it.each([
    [
      'a group without a weight',
      group('    - woorden: [stoel, zetel]'),
      '3: “gewicht” ontbreekt. Voeg “gewicht” toe.',
    ],
    [
      'a word that YAML reads as a number',
      group('    - [stoel, 2024]'),
      '3: “synoniemen” moet tekst zijn. Zet er aanhalingstekens omheen.',
    ],
    [
      'a word where a group belongs',
      group('    - stoel'),
      '3: “synoniemen” heeft niet de goede vorm. Kijk in knowledge/README.md hoe het hoort.',
    ],
    [
      'a command that is not a list',
      'nl:\n  opdrachten:\n    help: wat nu\n',
      '3: “help” moet een lijst zijn. Zet elk onderdeel op een eigen regel met “- ” ervoor.',
    ],
    [
      'an unknown command',
      'nl:\n  opdrachten:\n    zelfchek: [toets]\n',
      '3: Onbekende naam: “zelfchek”. Bedoel je “zelfcheck”? Hier passen: zelfcheck, onderwerpen, help, over, uitleg, bron. Hoort het ergens anders? Kijk dan of de regel goed inspringt.',
    ],
    [
      'an unknown language',
      'nl:\n  negeren: [de]\nfr:\n  negeren: [le]\n',
      '3: Onbekende naam: “fr”. Hier passen: nl, en. Hoort het ergens anders? Kijk dan of de regel goed inspringt.',
    ],
    // A number is neither empty nor long.
    [
      'a weight that is too low',
      group('    - woorden: [stoel, zetel]', '      gewicht: 0'),
      '4: “gewicht” is te klein. Hier past minstens 0.05.',
    ],
    [
      'a weight that is too high',
      group('    - woorden: [stoel, zetel]', '      gewicht: 2'),
      '4: “gewicht” is te groot. Hier past hoogstens 1.',
    ],
    // “number”, “record” and “tuple” are words of programmers.
    [
      'a word as weight',
      group('    - woorden: [stoel, zetel]', '      gewicht: veel'),
      '4: “gewicht” moet een getal zijn. Schrijf het zonder aanhalingstekens, met een punt: 0.5.',
    ],
    [
      'a list of abbreviations',
      'nl:\n  afkortingen: [ff]\n',
      '2: “afkortingen” moet uit namen met waarden bestaan. Schrijf het als “naam: waarde”.',
    ],
    [
      'a spelling that is not a pair',
      'nl:\n  spelling: [ei]\n',
      '2: “spelling” moet een lijst zijn. Zet elk onderdeel op een eigen regel met “- ” ervoor.',
    ],
  ])('with %s are reported with their line', (_, file, reported) => {
    expect(problemsOf({ [WORDS]: file })).toEqual([`${WORDS}:${reported}`]);
  });
});
