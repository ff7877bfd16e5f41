import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/knowledge/fingerprint.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { smallFile } from '../core/small-knowledge.ts';
import { runCli, writeSmallKnowledge } from './run.ts';

const OUTSIDE = 'Deze map bestaat niet.';

let folder = '';
beforeAll(() => {
  folder = writeSmallKnowledge();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) => runCli('redactie', ['controle', '--knowledge', folder, ...args]);
const with1 = (path: string, text: string, ...args: readonly string[]) => {
  const file = join(folder, path);
  writeFileSync(file, text);
  const result = run(...args);
  rmSync(file);
  return result;
};

describe('npm run redactie -- controle', () => {
  it('lists warnings and advice apart, each kind once with its places, and what was read', () => {
    const { status, stdout, stderr } = run();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^7 waarschuwingen\n\nEen vraag heeft weinig varianten \(7\)\n/);
    expect(stdout).toContain(
      '\n  Bedenk er minstens 5, met andere woorden.\n  fietsen/vragen/vragen.yaml:2 (in-rek): ',
    );
    expect(stdout).toMatch(/\n\n1 advies\n\nEr is geen Engels \(1\)\n/);
    expect(stdout).toMatch(/\n\nRegels voor de stalling: 7 vragen en 4 praktijkvragen\.\n$/);
  });

  it('says that all is right only when it has nothing to say', () => {
    const about = join(folder, 'fietsen/handreiking.yaml');
    const before = readFileSync(about, 'utf8');
    const exceptions = ['weinig-varianten'].map((kind) => `  - {soort: ${kind}, reden: Klein voorbeeld.}\n`);
    writeFileSync(about, `${before}talen: [nl]\nnegeer:\n${exceptions.join('')}`);
    const result = run('--strict');
    writeFileSync(about, before);
    expect(result).toEqual({
      status: 0,
      stdout: 'Regels voor de stalling: 7 vragen en 4 praktijkvragen.\nAlles klopt.\n',
      stderr: '',
    });
  });

  it('fails on what is unwise with --strict', () => {
    expect(run('--strict').status).toBe(1);
  });

  it('lists every error before what is unwise, and fails', () => {
    const { status, stdout } = with1('fietsen/teksten.yaml', 'nl:\n  welkon: Hoi\n  leeg: "{x}"\n');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^2 fouten\n\n[^]*fietsen\/teksten.yaml:2: De bot kent geen zin[^]*\n\n7 waarschuwingen\n/,
    );
    expect(stdout).toContain(
      '\nZijn de fouten weg? Dan kijkt de controle ook naar proefvragen en varianten.\n',
    );
  });

  it('says nothing of sentences without a question, nor of what comes with the bot, while questions cannot be read', () => {
    const questions = join(folder, 'fietsen/vragen/vragen.yaml');
    const before = readFileSync(questions, 'utf8');
    writeFileSync(questions, `${before}- id: nog-een\n\tvraag: Mag ik?\n`);
    const { status, stdout } = run();
    writeFileSync(questions, before);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^1 fout\n\n[^]*Er staat een tab aan het begin van de regel/);
    expect(stdout).not.toContain('Een zin uit de bron');
    expect(stdout).not.toContain('  basis/');
  });

  it('looks at test questions, says how many are right, and fails on a wrong one with --strict only', () => {
    const path = 'fietsen/proefvragen/eigen.yaml';
    mkdirSync(join(folder, 'fietsen/proefvragen'), { recursive: true });
    const tests = '- {vraag: fiets stallen in een rek, bij: in-rek}\n- {vraag: over, bij: open}\n';
    const { status, stdout, stderr } = with1(path, tests);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`\n  ${path}:2: “over” hoort bij “open”, maar krijgt de tekst over de bot.`);
    expect(stdout).toMatch(/praktijkvragen\.\nProefvragen: 1 van de 2 goed\.\n$/);
    expect(with1(path, tests).stdout).toBe(stdout);
    expect(with1(path, tests, '--snel').stdout).not.toContain('roefvra');
    const kinds = (JSON.parse(with1(path, tests, '--json').stdout) as { soort: string }[]).map(
      ({ soort }) => soort,
    );
    expect(kinds).toContain('proefvraag-fout');
    expect(with1(path, tests, '--strict').status).toBe(1);
  });

  it('lists a few of many variants that are not found, and all with --json', () => {
    const words = (text: string) => text.split(' ');
    const starts = words('anker bezem cello dadel egel fakkel gordel hamer iglo juweel kegel ladder');
    const entries = starts.map((start, at) => {
      const common = Array.from({ length: 7 }, (_, n) => `${start} ${'abcdefg'.charAt(n).repeat(3)}`);
      const odd = [0, 1, 2].map(
        (n) => `${'pqrstuvwxyzm'.charAt(at)}${'oei'.charAt(n)}${'klm'.repeat(n + 1)}`,
      );
      return `- {id: ${start}, vraag: "Wat is ${start}?", varianten: [${[...common, ...odd].join(', ')}], antwoord: Zo., citaten: [Zet je fiets in een rek.]}\n`;
    });
    const file = 'fietsen/vragen/veel.yaml';
    const { stdout } = with1(file, entries.join(''));
    const [, count = '0'] = /alleen omdat hij hem geleerd heeft \((\d+)\)/.exec(stdout) ?? [];
    expect(Number(count)).toBeGreaterThan(25);
    expect(stdout).toContain(`\n  en nog ${Number(count) - 25}: die staan in de lijst van --json\n`);
    const list = JSON.parse(with1(file, entries.join(''), '--json').stdout) as { soort: string }[];
    expect(list.filter(({ soort }) => soort === 'variant-onvindbaar')).toHaveLength(Number(count));
  });

  it('gives programs a list with --json', () => {
    const { status, stdout } = with1('fietsen/zelfcheck.yml', 'x', '--json');
    expect(status).toBe(0);
    const list = JSON.parse(stdout) as Record<string, unknown>[];
    expect(list[0]).toEqual({
      soort: 'niet-gelezen',
      ernst: 'waarschuwing',
      bestand: 'fietsen/zelfcheck.yml',
      regel: null,
      wat: 'De bot leest dit bestand niet.',
      doen: 'Haal het weg: “zelfcheck.yaml” is er ook.',
    });
    expect(list.map(({ ernst }) => ernst)).toEqual([...Array<string>(8).fill('waarschuwing'), 'advies']);
  });

  it('names a loose file that belongs to a guidance', () => {
    expect(with1('koffie.yaml', 'x').stdout).toContain('  koffie.yaml: De bot leest dit bestand niet.');
  });

  it('shows the fingerprint of each source with --hash, also when the knowledge has problems', () => {
    writeFileSync(join(folder, 'fietsen/kapot.yaml'), '[');
    const hash = sha256(smallFile('fietsen/bron.txt'));
    expect(run('--hash')).toEqual({ status: 0, stdout: `${hash}  fietsen/bron.txt\n`, stderr: '' });
  });

  it('writes the JSON Schemas with --schema', () => {
    mkdirSync(join(folder, 'schema'));
    expect(run('--schema')).toEqual({ status: 0, stdout: '', stderr: '' });
    const schemas = jsonSchemas();
    expect(readdirSync(join(folder, 'schema')).sort()).toEqual(Object.keys(schemas).sort());
    for (const [name, text] of Object.entries(schemas))
      expect(readFileSync(join(folder, 'schema', name), 'utf8')).toBe(text);
  });

  it.each([
    [[], OUTSIDE],
    [['--hash'], OUTSIDE],
    [['--schema'], 'kan niet worden geschreven (ENOENT).'],
  ])('of a directory that is not there fails in Dutch: %j', (args, advice) => {
    const called = ['controle', '--knowledge', join(folder, 'nergens'), ...args];
    const { status, stdout, stderr } = runCli('redactie', called);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(advice);
    expect(stderr).not.toContain('    at ');
  });
});

describe('npm run redactie', () => {
  it('lists its commands', () => {
    const { status, stdout } = runCli('redactie', ['--help']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('\n  controle     zegt wat er niet klopt')]);
    expect(stdout).toContain('\n  zonder opdracht start de werkbank');
  });

  it.each([
    [['--port', '3301'], 'De optie --port bestaat niet. Bedoel je --poort?'],
    [['--poort', 'thuis'], 'De poort is een getal van 1 tot 65535, en niet “thuis”.'],
    [['--poort', '0'], 'De poort is een getal van 1 tot 65535, en niet “0”.'],
  ])('opens no workbench when it is called with %j', (args, advice) => {
    const { status, stderr } = runCli('redactie', args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(advice);
  });

  it('suggests the command that was meant', () => {
    const { status, stderr } = runCli('redactie', ['controlle']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^De opdracht controlle bestaat niet\. Bedoel je controle\?\n/),
    ]);
  });
});
