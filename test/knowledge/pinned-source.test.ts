import { describe, expect, it } from '@jest/globals';
import { problemsOf, swap } from '../fixtures/guidance.ts';

describe('a changed source', () => {
  it('is reported with its new fingerprint and with the quotes that are no longer true', () => {
    expect(problemsOf({ 'thuiswerken/bron.txt': swap('elk uur', 'elk half uur') })).toEqual([
      'thuiswerken/bron.txt: De tekst is veranderd: de vingerafdruk klopt niet met die in handreiking.yaml. Is dit een nieuwe editie? Loop dan de citaten na, pas editie en url aan en zet daar “sha256: 56eb18178cf93bd09ae3ef35000be8f47b7bcb954a789ae51be262fd55926dfe”. Anders: zet de oude tekst terug.',
      `thuiswerken/vragen/vragen.yaml:106 (pauzes): Dit citaat staat niet letterlijk in bron.txt: “Neem elk uur een korte pauze:”. Bedoel je “Neem elk half uur een korte pauze:”? Eerste verschil: jij schrijft “Neem elk uur een korte p”, de bron heeft “Neem elk half uur een ko”.`,
    ]);
  });

  it.each([
    ['a space at the end', (text: string) => `${text} `],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('is reported for bytes that no quote shows: %s', (_, change) => {
    const reported = problemsOf({ 'thuiswerken/bron.txt': change });
    expect(reported.map((line) => line.split(' Is dit')[0])).toEqual([
      'thuiswerken/bron.txt: De tekst is veranderd: de vingerafdruk klopt niet met die in handreiking.yaml.',
    ]);
  });

  it('is no problem without a fingerprint: the quotes are checked all the same', () => {
    const unpinned = { 'thuiswerken/handreiking.yaml': (text: string) => text.replace(/^sha256: .*\n/m, '') };
    expect(problemsOf({ ...unpinned, 'thuiswerken/bron.txt': (text) => `${text}\nNieuw.\n` })).toEqual([]);
    expect(problemsOf({ ...unpinned, 'thuiswerken/bron.txt': swap('Kijk even', 'Kijk soms') })).toHaveLength(
      1,
    );
  });
});
