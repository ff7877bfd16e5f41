import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  formatProblem,
  KnowledgeError,
  loadKnowledge,
  readFiles,
  SHIPPED_KNOWLEDGE,
} from '../../src/knowledge/index.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kennis-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Puts fixture guidances in the folder. */
const place = (...slugs: string[]) => {
  for (const slug of slugs) cpSync(join(FIXTURES, slug), join(folder, slug), { recursive: true });
};
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const own = () => [...readFiles(folder).files.keys()].filter((path) => !path.startsWith('basis/'));
const THUISWERKEN = [
  'thuiswerken/bron.txt',
  'thuiswerken/handreiking.yaml',
  'thuiswerken/vragen/vragen.yaml',
];

/** What is wrong with a knowledge directory. */
function problemsIn(directory: string): string[] {
  try {
    loadKnowledge(directory, CHANNEL_TEXTS);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems.map(formatProblem);
    throw error;
  }
}

describe('a knowledge directory', () => {
  const NOT_THERE =
    'Deze map bestaat niet. Geef met --knowledge of KNOWLEDGE_DIR de map op waarin een map per handreiking staat.';
  const NO_GUIDANCE =
    'In deze map staat geen handreiking. Zet elke handreiking in een eigen map, met handreiking.yaml, bron.txt en vragen/.';

  it('that does not exist is reported', () => {
    expect(problemsIn(join(folder, 'nergens'))).toEqual([`${join(folder, 'nergens')}: ${NOT_THERE}`]);
  });

  it('that is a file is reported', () => {
    write('bestand', 'x');
    expect(problemsIn(join(folder, 'bestand'))).toEqual([`${join(folder, 'bestand')}: ${NOT_THERE}`]);
  });

  it('without a folder for a guidance is reported: shared, hidden and loose files are none', () => {
    expect(problemsIn(folder)).toEqual([`${folder}: ${NO_GUIDANCE}`]);
    for (const path of ['basis/woorden.yaml', 'schema/x.json', '.git/HEAD', 'README.md']) write(path, 'x');
    expect(problemsIn(folder)).toEqual([`${folder}: ${NO_GUIDANCE}`]);
  });

  it('takes every other folder as a guidance', () => {
    place('thuiswerken');
    write('oud/notities.txt', 'x');
    const missing =
      'Dit bestand ontbreekt. Kijk in knowledge/README.md wat er in de map van een handreiking hoort.';
    expect(problemsIn(folder)).toEqual([
      `oud/handreiking.yaml: ${missing}`,
      `oud/bron.txt: ${missing}`,
      'oud/vragen: Er zijn geen vragen. Maak een map vragen/ met daarin minstens één .yaml-bestand.',
    ]);
  });

  it('holds the guidances in the order of their names, whatever is on the disk first', () => {
    place('travel-policy', 'thuiswerken');
    expect(readFiles(folder).slugs).toEqual(['thuiswerken', 'travel-policy']);
    expect(loadKnowledge(folder, CHANNEL_TEXTS).knowledge.guidances.map(({ slug }) => slug)).toEqual([
      'thuiswerken',
      'travel-policy',
    ]);
  });

  it('has the same fingerprint in another place', () => {
    place('thuiswerken', 'travel-policy');
    expect(loadKnowledge(folder, CHANNEL_TEXTS).knowledge.hash).toBe(
      loadKnowledge(FIXTURES, CHANNEL_TEXTS).knowledge.hash,
    );
  });
});

describe('the shared words and texts', () => {
  it('are the shipped ones when the directory has no basis/', () => {
    place('thuiswerken');
    const shipped = readFiles(SHIPPED_KNOWLEDGE).files;
    for (const path of ['basis/teksten.yaml', 'basis/woorden.yaml']) {
      expect(readFiles(folder).files.get(path)).toEqual(shipped.get(path));
    }
  });

  it('are those of the directory when it has a basis/, also when that is not complete', () => {
    place('thuiswerken');
    cpSync(join(SHIPPED_KNOWLEDGE, 'basis/woorden.yaml'), join(folder, 'basis/woorden.yaml'));
    expect(problemsIn(folder)).toEqual([
      'basis/teksten.yaml: Dit bestand ontbreekt. Kopieer de map basis/ van de meegeleverde kennis, of laat hem helemaal weg.',
    ]);
  });
});

describe('the files of a guidance', () => {
  it('are found in its folders, under their path in the directory', () => {
    place('thuiswerken');
    write('thuiswerken/praktijkvragen/collega/een.yaml', 'x');
    expect(own()).toEqual([
      'thuiswerken/bron.txt',
      'thuiswerken/handreiking.yaml',
      'thuiswerken/praktijkvragen/collega/een.yaml',
      'thuiswerken/vragen/vragen.yaml',
    ]);
  });

  it('are not the hidden ones that editors and systems leave behind', () => {
    place('thuiswerken');
    write('thuiswerken/vragen/.vragen.yaml.swp', 'x');
    write('thuiswerken/.DS_Store', 'x');
    expect(own()).toEqual(THUISWERKEN);
  });

  it('are not those in a hidden folder', () => {
    place('thuiswerken');
    write('thuiswerken/vragen/.oud/vragen.yaml', 'x');
    expect(own()).toEqual(THUISWERKEN);
  });

  it('may be links, as in a volume of Kubernetes', () => {
    // A ConfigMap is a hidden folder with the files, a link `..data` to it, and a link into that for each file.
    place('thuiswerken');
    const vragen = join(folder, 'thuiswerken/vragen');
    cpSync(join(vragen, 'vragen.yaml'), join(vragen, '..2026_01_01/vragen.yaml'));
    rmSync(join(vragen, 'vragen.yaml'));
    symlinkSync('..2026_01_01', join(vragen, '..data'));
    symlinkSync('..data/vragen.yaml', join(vragen, 'vragen.yaml'));
    expect(own()).toEqual(THUISWERKEN);
    expect(problemsIn(folder)).toEqual([]);
  });

  it('may be in a folder that is a link', () => {
    symlinkSync(join(FIXTURES, 'thuiswerken'), join(folder, 'thuiswerken'));
    expect(own()).toEqual(THUISWERKEN);
  });

  it('are none for a link to nowhere', () => {
    place('thuiswerken');
    symlinkSync(join(folder, 'nergens'), join(folder, 'los'));
    symlinkSync(join(folder, 'nergens.yaml'), join(folder, 'thuiswerken/vragen/weg.yaml'));
    expect(own()).toEqual(THUISWERKEN);
  });
});
