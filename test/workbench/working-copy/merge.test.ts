import { describe, expect, it } from '@jest/globals';
import { mergeTexts } from '../../../src/workbench/working-copy/merge.ts';

const BASE = `- id: plek
  varianten:
    - plek voor mijn fiets
    - waar zet ik hem
  antwoord: In een vak.
  citaten: [Zet je fiets in een vak.]
`;

describe('the changes of two editors', () => {
  const change = (from: string | RegExp, to: string) => BASE.replace(from, to);
  const below = (text: string) => change(/(waar zet ik hem\n)/, `$1${text}`);

  it.each([
    [
      'fields below each other',
      below('    - van een ander\n'),
      change('In een vak.', 'Van mij.'),
      below('    - van een ander\n').replace('In een vak.', 'Van mij.'),
    ],
    [
      'lines below each other',
      change('- waar zet ik hem', '- van een ander'),
      change('In een vak.', 'Van mij.'),
      change('- waar zet ik hem', '- van een ander').replace('In een vak.', 'Van mij.'),
    ],
    [
      'items that both added to a list',
      below('    - van een ander\n'),
      below('    - van mij\n'),
      below('    - van een ander\n    - van mij\n'),
    ],
    [
      'line ends of Windows and a byte order mark',
      `\uFEFF${below('    - van een ander\n')}`.replaceAll('\n', '\r\n'),
      change('In een vak.', 'Van mij.'),
      below('    - van een ander\n').replace('In een vak.', 'Van mij.'),
    ],
  ])('are joined: %s', (_, theirs, mine, joined) => {
    expect(mergeTexts(BASE, mine, theirs)).toBe(joined);
  });

  it.each([
    ['the same line', change('In een vak.', 'Van een ander.'), change('In een vak.', 'Van mij.')],
    [
      'an item below a list that is gone',
      below('    - van een ander\n'),
      change(/ {2}varianten:\n(?: {4}- .*\n)+/, ''),
    ],
    ['two entries in one place', `${BASE}- id: pomp\n`, `${BASE}- id: bel\n`],
    ['a field and an item in one place', below('  kop: Van een ander\n'), below('    - van mij\n')],
  ])('are not joined: %s', (_, theirs, mine) => {
    expect(mergeTexts(BASE, mine, theirs)).toBeUndefined();
  });
});
