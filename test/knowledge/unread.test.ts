import { describe, expect, it } from '@jest/globals';
import { entryText, findingsOf } from '../fixtures/guidance.ts';

const unread = (path: string, text = entryText()) => findingsOf('niet-gelezen', { [path]: text });

describe('a file that the bot does not read', () => {
  it.each([
    ['the ending that Notepad adds', 'vragen/koffie.yaml.txt', 'Noem het “koffie.yaml”.'],
    ['capitals in the ending', 'vragen/koffie.YAML', 'Noem het “koffie.yaml”.'],
    ['another ending', 'praktijkvragen/ronde-1.txt', 'Noem het “ronde-1.yaml”.'],
    ['the ending of a copy', 'vragen/vragen.yaml.bak', 'Haal het weg: “vragen.yaml” is er ook.'],
    ['a short ending', 'zelfcheck.yml', 'Noem het “zelfcheck.yaml”.'],
    ['a capital in its name', 'Woorden.yaml', 'Noem het “woorden.yaml”.'],
    ['a mistake in its name', 'zelfchek.yaml', 'Noem het “zelfcheck.yaml”.'],
    ['an ending twice', 'bron.txt.txt', 'Haal het weg: “bron.txt” is er ook.'],
    [
      'a name of its own',
      'koffiekamer.yaml',
      'Hier leest de bot alleen handreiking.yaml, bron.txt, zelfcheck.yaml, woorden.yaml, teksten.yaml. Geef het een van die namen, verplaats het of haal het weg.',
    ],
  ])('is a warning with the name that it should have: %s', (_, path, advice) => {
    expect(unread(`thuiswerken/${path}`)).toEqual([
      `thuiswerken/${path}: De bot leest dit bestand niet. ${advice}`,
    ]);
  });

  it('is named in basis/ too', () => {
    expect(unread('basis/zinsvorm.yaml')).toEqual([
      'basis/zinsvorm.yaml: De bot leest dit bestand niet. Haal het weg: “zinsvormen.yaml” is er ook.',
    ]);
  });

  it.each([
    ['Vragen', 'Noem de map “vragen”, met kleine letters.'],
    ['vraagen', 'Noem de map “vragen”, met kleine letters.'],
    ['praktijk vragen', 'Noem de map “praktijkvragen”, met kleine letters.'],
    [
      'oud',
      'De bot leest alleen de mappen vragen, praktijkvragen en proefvragen. Verplaats de bestanden, of haal de map weg.',
    ],
  ])('is told once for a folder with another name: %s', (folder, advice) => {
    const files = { [`thuiswerken/${folder}/a.yaml`]: 'x', [`thuiswerken/${folder}/b.yaml`]: 'x' };
    expect(findingsOf('niet-gelezen', files)).toEqual([
      `thuiswerken/${folder}/: De bot leest deze map niet (2 bestanden). ${advice}`,
    ]);
  });

  it.each(['vragen/zomer.yaml', 'vragen/zomer.yml', 'vragen/oud/zomer.yaml', 'LEESMIJ.md', 'LICENSE'])(
    'is not one that it reads, or that is for people: %s',
    (path) => {
      expect(unread(`thuiswerken/${path}`)).toEqual([]);
    },
  );
});
