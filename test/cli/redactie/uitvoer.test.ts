import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';
import { runCli, writeSmallKnowledge } from '../run.ts';

let folder = '';
let table = '';
beforeEach(() => {
  folder = writeSmallKnowledge();
  table = join(folder, 'tabel.csv');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const run = (command: string, ...args: readonly string[]) =>
  runCli('redactie', [command, '--knowledge', folder, '--bestand', table, ...args]);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const VRAGEN = 'fietsen/vragen/vragen.yaml';
/** Every YAML file below a folder, by path. */
const yamlIn = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

describe('a table for Excel', () => {
  it('has a byte order mark, semicolons, and a row for each variant', () => {
    expect(run('uitvoer').status).toBe(0);
    const lines = read('tabel.csv').split('\r\n');
    expect(lines[0]).toBe('\uFEFFbestand;id;taal;veld;tekst');
    expect(lines).toContain(`${VRAGEN};in-rek;nl;vraag;Waar zet ik mijn fiets?`);
    expect(lines).toContain(`${VRAGEN};in-rek;nl;variant;fiets parkeren`);
    expect(lines).toContain(`${VRAGEN};in-rek;en;variant;where can I park my bicycle`);
    expect(lines).toContain('fietsen/zelfcheck.yaml;zelfcheck;nl;slot;Je weegt het zelf af.');
  });

  it('that nobody changed changes no byte of the shipped knowledge', () => {
    const copy = mkdtempSync(join(tmpdir(), 'kennis-'));
    cpSync(SHIPPED_KNOWLEDGE, copy, { recursive: true });
    const before = yamlIn(copy);
    for (const command of ['uitvoer', 'invoer'])
      expect(runCli('redactie', [command, '--knowledge', copy, '--bestand', table])).toMatchObject({
        status: 0,
        stderr: '',
      });
    const after = yamlIn(copy);
    rmSync(copy, { recursive: true });
    expect(after).toEqual(before);
  });

  it('brings changes back into their place, with what is around them', () => {
    run('uitvoer');
    const changed = read('tabel.csv')
      .replace(';variant;fiets parkeren', `;variant;fiets wegzetten\r\n${VRAGEN};in-rek;nl;variant;'=rek`)
      .replace(`${VRAGEN};open;nl;variant;openingstijden\r\n`, '')
      .replace('Je weegt het zelf af.', '"Zelf; ""wegen""."');
    writeFileSync(table, changed);
    const [entries, checklist] = [read(VRAGEN), read('fietsen/zelfcheck.yaml')];
    expect(run('invoer')).toMatchObject({
      status: 0,
      stdout: `1 teksten veranderd; 2 varianten erbij, 2 weg.\n  ${VRAGEN}\n  fietsen/zelfcheck.yaml\n`,
    });
    expect(read(VRAGEN)).toBe(
      entries
        .replace(
          'waar kan ik mijn fiets stallen, fiets parkeren]',
          'waar kan ik mijn fiets stallen, fiets wegzetten, =rek]',
        )
        .replace('[openingstijden, hoe laat', '[hoe laat'),
    );
    expect(read('fietsen/zelfcheck.yaml')).toBe(checklist.replace('Je weegt het zelf af.', 'Zelf; "wegen".'));
  });

  it.each([
    [
      'an id that is not there',
      'fietsen/vragen/vragen.yaml;nergens;nl;variant;x',
      'rij 2: in fietsen/vragen/vragen.yaml is er geen vraag “nergens” (nl).',
    ],
    [
      'a file that is not there',
      'fietsen/nergens.yaml;open;nl;variant;x',
      'rij 2: het bestand “fietsen/nergens.yaml” is er niet.',
    ],
    [
      'a file without entries',
      'fietsen/bron.txt;open;nl;variant;x',
      'rij 2: het bestand “fietsen/bron.txt” is er niet.',
    ],
    ['a field that is not there', `${VRAGEN};open;nl;elders;x`, 'rij 2: “open” heeft geen “elders”.'],
    ['a variant of another entry', `${VRAGEN};open;nl;variant;fiets parkeren`, 'staat ook bij “in-rek”'],
  ])('with %s changes nothing', (_, row, problem) => {
    const before = yamlIn(folder);
    writeFileSync(table, `\uFEFFbestand;id;taal;veld;tekst\r\n${row}\r\n`);
    const { status, stderr } = run('invoer');
    expect([status, stderr]).toEqual([1, expect.stringContaining(problem)]);
    expect(yamlIn(folder)).toEqual(before);
  });

  it.each<[string, string | Buffer, string]>([
    [
      'in another encoding',
      Buffer.from('bestand;id;taal;veld;tekst\r\na;b;nl;variant;caf\u00e9', 'latin1'),
      'kies bij het opslaan “CSV UTF-8”',
    ],
    ['without a column', 'bestand;id;taal;veld\r\na;b;nl;variant\r\n', 'de kolom tekst ontbreekt'],
    [
      'with a row too long',
      'bestand;id;taal;veld;tekst\r\na;b;nl;variant;x;y\r\n',
      'regel 2 heeft niet 5 kolommen',
    ],
  ])('%s is refused in Dutch', (_, text, reason) => {
    writeFileSync(table, text);
    expect(run('invoer')).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) });
  });
});
