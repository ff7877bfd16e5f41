import { describe, expect, it } from '@jest/globals';
import { findingsOf } from '../../fixtures/guidance.ts';

const WORDS = 'thuiswerken/woorden.yaml';
const idle = (...lines: string[]) =>
  findingsOf('woord-zonder-werking', { [WORDS]: ['nl:', ...lines].join('\n') });
const JOINED = 'zonder punten, streepjes of spaties.';

describe('a line of woorden.yaml that does nothing', () => {
  it.each([
    [
      'a synonym of more than four words',
      ['  synoniemen:', '    - [thuis, in je eigen huis op zolder]'],
      '3: “in je eigen huis op zolder” heeft 6 woorden: zo lang mag een synoniem niet zijn. Maak er hoogstens 4 woorden van.',
    ],
    [
      'a synonym without a word',
      ['  synoniemen:', '    - woorden: [thuis, huis,', '        "…"]', '      gewicht: 0.5'],
      '4: In “…” staat geen woord. Haal de regel weg.',
    ],
    [
      'a group of one',
      ['  synoniemen:', '    - [thuis]'],
      '3: Deze groep heeft geen twee woorden. Zet er een woord bij dat hetzelfde betekent.',
    ],
    [
      'an abbreviation with dots',
      ['  afkortingen:', '    m.b.t.: met betrekking tot'],
      `3: De bot leest “m.b.t.” niet als één woord, dus doet deze regel niets. Schrijf “mbt”, ${JOINED}`,
    ],
    [
      'an abbreviation with a slash',
      ['  afkortingen: {t/m: tot en met}'],
      `2: De bot leest “t/m” niet als één woord, dus doet deze regel niets. Schrijf “tm”, ${JOINED}`,
    ],
    [
      'an abbreviation without a meaning',
      ['  afkortingen: {ff: "..."}'],
      '2: Achter “ff” staat geen woord. Haal de regel weg.',
    ],
    [
      'a spelling with a mark in its middle',
      ['  spelling:', '    - ["e^i", "ij"]'],
      '3: “e^i” komt in geen enkel woord voor. Gebruik kleine letters, met ^ alleen aan het begin en $ alleen aan het eind.',
    ],
    [
      'a name of two words',
      ['  namen:', '    platforms: [mastodon,', '      google plus]'],
      '4: “google plus” heeft 2 woorden, en de bot zoekt namen woord voor woord. Schrijf “googleplus” als mensen dat typen, of haal de naam weg.',
    ],
    [
      'a name without a word',
      ['  namen:', '    platforms: [mastodon, "…"]'],
      '3: In “…” staat geen woord. Haal de regel weg.',
    ],
  ])('is a warning at its line: %s', (_, lines, reported) => {
    expect(idle(...lines)).toEqual([`${WORDS}:${reported}`]);
  });

  it('is found in the shared words too', () => {
    const shared = { 'basis/woorden.yaml': 'en: {afkortingen: {w/o: without}}\n' };
    expect(findingsOf('woord-zonder-werking', shared)).toEqual([
      expect.stringContaining('basis/woorden.yaml:1: De bot leest “w/o” niet als één woord'),
    ]);
  });

  it('is not one that works', () => {
    const lines = [
      '  synoniemen: [[thuis, in je eigen huis], {woorden: [a, b], gewicht: 0.3}]',
      '  afkortingen: {mbt: met betrekking tot, "\'t": het}',
      '  spelling: [["^ei", "ij"], ["dt$", "t"], ["ch", "g"]]',
      '  namen: {platforms: [mastodon, bluesky]}',
    ];
    expect(idle(...lines)).toEqual([]);
  });
});
