import { describe, expect, it } from '@jest/globals';
import { MAX_FILE_BYTES } from '../../src/knowledge/read-yaml.ts';
import { entryText, EXTRA, guidanceFiles, load, problemsOf } from '../fixtures/guidance.ts';

const ABOUT = 'thuiswerken/handreiking.yaml';
const SOURCE = 'thuiswerken/bron.txt';
const QUESTIONS = 'thuiswerken/vragen/vragen.yaml';
const WORDS = 'basis/woorden.yaml';
const MISSING =
  'Dit bestand ontbreekt. Kijk in knowledge/README.md wat er in de map van een handreiking hoort.';
const MISSING_SHARED =
  'Dit bestand ontbreekt. Kopieer de map basis/ van de meegeleverde kennis, of laat hem helemaal weg.';
const NO_QUESTIONS = 'Er zijn geen vragen. Maak een map vragen/ met daarin minstens één .yaml-bestand.';
const EMPTY = 'Het bestand is leeg. Vul het, of verwijder het.';
const NOT_UTF8 = 'Het bestand is geen UTF-8-tekst. Bewaar het opnieuw en kies de codering UTF-8.';

const bytesOf = (path: string) => guidanceFiles().get(path) ?? new Uint8Array();

describe('a missing file', () => {
  it.each([
    [ABOUT, `${ABOUT}: ${MISSING}`],
    [SOURCE, `${SOURCE}: ${MISSING}`],
    [QUESTIONS, `thuiswerken/vragen: ${NO_QUESTIONS}`],
    [WORDS, `${WORDS}: ${MISSING_SHARED}`],
    ['basis/teksten.yaml', `basis/teksten.yaml: ${MISSING_SHARED}`],
  ])('is reported: %s', (path, reported) => {
    expect(problemsOf({ [path]: null })).toEqual([reported]);
  });

  it('is reported beside the others that are missing', () => {
    expect(problemsOf({ [ABOUT]: null, [SOURCE]: null, [QUESTIONS]: null })).toEqual([
      `${ABOUT}: ${MISSING}`,
      `${SOURCE}: ${MISSING}`,
      `thuiswerken/vragen: ${NO_QUESTIONS}`,
    ]);
  });

  it('is reported when there is a file of questions that is not YAML', () => {
    expect(problemsOf({ [QUESTIONS]: null, 'thuiswerken/vragen/vragen.docx': 'x' })).toEqual([
      `thuiswerken/vragen: ${NO_QUESTIONS}`,
    ]);
  });
});

describe('a file of questions', () => {
  it('may end in .yml and stand in a folder of its own', () => {
    const { knowledge } = load({ [QUESTIONS]: null, 'thuiswerken/vragen/eten/lunch.yml': entryText() });
    expect(knowledge.guidances[0]?.entries.map(({ id }) => id)).toEqual(['thuiswerken/lunch']);
  });

  it('may start with a byte order mark and have Windows line ends', () => {
    const windows = `\uFEFF${entryText(4, '  antwoord:').replaceAll('\n', '\r\n')}`;
    expect(problemsOf({ [EXTRA]: `\uFEFF${entryText().replaceAll('\n', '\r\n')}` })).toEqual([]);
    expect(problemsOf({ [EXTRA]: windows })).toEqual([
      `${EXTRA}:4 (lunch): “antwoord” is leeg. Vul het in, of haal de regel weg.`,
    ]);
  });
});

describe('an empty file', () => {
  it.each([EXTRA, SOURCE, ABOUT, WORDS, 'thuiswerken/zelfcheck.yaml', 'thuiswerken/praktijkvragen/a.yaml'])(
    'is reported: %s',
    (path) => {
      expect(problemsOf({ [path]: '' })).toEqual([`${path}: ${EMPTY}`]);
      expect(problemsOf({ [path]: ' \n\n' })).toEqual([`${path}: ${EMPTY}`]);
    },
  );
});

describe('a file that is not UTF-8', () => {
  it.each([
    ['Latin-1', EXTRA, Buffer.from('- id: café', 'latin1')],
    ['UTF-16, which Windows calls Unicode', SOURCE, Buffer.from('\uFEFFHandreiking', 'utf16le')],
    ['a picture', WORDS, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ])('is reported: %s', (_, path, bytes) => {
    expect(problemsOf({ [path]: bytes })).toEqual([`${path}: ${NOT_UTF8}`]);
  });
});

describe('a large file', () => {
  const padded = (size: number) => entryText() + '#'.repeat(size - entryText().length);

  it('of exactly 1 MB is read', () => {
    expect(problemsOf({ [EXTRA]: padded(MAX_FILE_BYTES) })).toEqual([]);
  });

  it('of one byte more is reported and not read', () => {
    expect(problemsOf({ [EXTRA]: padded(MAX_FILE_BYTES + 1) })).toEqual([
      `${EXTRA}: Het bestand is groter dan 1 MB (1,0 MB). Verdeel het over meer bestanden in dezelfde map.`,
    ]);
  });

  it('is measured in bytes, not in characters', () => {
    expect(problemsOf({ [EXTRA]: `${entryText()}#${'é'.repeat(600_000)}` })).toEqual([
      `${EXTRA}: Het bestand is groter dan 1 MB (1,2 MB). Verdeel het over meer bestanden in dezelfde map.`,
    ]);
  });
});

describe('the fingerprint of all files', () => {
  const hashOf = (...parameters: Parameters<typeof load>) => load(...parameters).knowledge.hash;

  it('is twelve hexadecimal digits, the same for the same files', () => {
    expect(hashOf()).toMatch(/^[0-9a-f]{12}$/);
    expect(hashOf({ [EXTRA]: entryText() })).toBe(hashOf({ [EXTRA]: entryText() }));
  });

  it('changes with one byte of any file, and with the name of a file', () => {
    const hashes = [
      hashOf(),
      hashOf({ [QUESTIONS]: (text) => `${text}\n` }),
      hashOf({ [WORDS]: (text) => `${text}\n` }),
      hashOf({ [QUESTIONS]: null, 'thuiswerken/vragen/anders.yaml': bytesOf(QUESTIONS) }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
