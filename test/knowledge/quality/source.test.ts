import { describe, expect, it } from '@jest/globals';
import { findingsOf, swap } from '../../fixtures/guidance.ts';

const FILE = 'thuiswerken/bron.txt';
const unpinned = { 'thuiswerken/handreiking.yaml': (text: string) => text.replace(/^sha256:.*$/m, '') };
const glued = (change: (text: string) => string) =>
  findingsOf('kop-aan-tekst', { ...unpinned, [FILE]: change });

describe('the layout of bron.txt', () => {
  it('is a warning where a heading has no blank line below it', () => {
    expect(glued(swap('De werkplek thuis\n\n', 'De werkplek thuis\n'))).toEqual([
      `${FILE}:9: “De werkplek thuis” lijkt een kop, maar de bot leest hem als begin van de zin eronder. Zet in bron.txt een lege regel onder elke kop en tussen alinea’s. Staat er een sha256 in handreiking.yaml? Vernieuw die dan (npm run knowledge -- --hash).`,
    ]);
  });

  it.each([
    ['as it should be', (text: string) => text],
    ['with a line that was broken', swap('leent de organisatie', 'leent\nde organisatie')],
  ])('is none %s', (_, change) => {
    expect(glued(change)).toEqual([]);
  });

  it('names the beginning of a long sentence', () => {
    const sentence = (text: string) => `${text}\n\nDeze zin ${'is lang en '.repeat(40)}klaar.\n`;
    const [found = ''] = findingsOf('zin-zonder-vraag', { ...unpinned, [FILE]: sentence });
    expect(found).toContain('lang…”. Maak er een vraag bij');
    expect(found.length).toBeLessThan(320);
  });

  it('does not count the letter of a list as a sentence', () => {
    const change = (text: string) =>
      `${text}\n\na. Sta op en loop een rondje.\n\n(iv) Kijk even in de verte.\n`;
    expect(findingsOf('zin-zonder-vraag', { ...unpinned, [FILE]: change })).toEqual([]);
  });
});
