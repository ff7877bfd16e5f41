import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const FILE = 'fietsen-op-het-werk/vragen/stalling.yaml';

describe('redactie nieuw', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nieuw-'));
    cpSync(join(ROOT, 'test/fixtures/small-guidance'), folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (lines: readonly string[], ...args: readonly string[]) =>
    spawnSync('node', ['src/cli/redactie.ts', 'nieuw', '--knowledge', folder, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      input: lines.map((line) => `${line}\n`).join(''),
    });
  const text = () => readFileSync(join(folder, FILE), 'utf8');

  const ANSWERED = [
    'Mag mijn accu mee naar boven?',
    'accu mee',
    'accu: naar kantoor',
    '',
    'ja',
    'Laat je accu beneden',
    'Nee, je laat hem in de stalling.',
    'accu werkplek',
    '1',
    '',
    'Opladen',
    'elektrische fiets',
    '1',
    '',
    '',
  ];

  it('asks, shows what the check finds, and writes the question', () => {
    const before = text();
    const { stdout, stderr, status } = run([...ANSWERED, 'ja']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('1. Neem een accu niet mee naar je werkplek.');
    expect(stdout).toContain('Een vraag heeft weinig varianten');
    expect(stdout).toContain(`Opgeslagen als “accu-mee-boven” in ${FILE}.`);
    expect(text()).toBe(
      `${before}- id: accu-mee-boven
  onderwerp: Opladen
  vraag: Mag mijn accu mee naar boven?
  varianten:
    - accu mee
    - 'accu: naar kantoor'
  kop: Laat je accu beneden
  antwoord: Nee, je laat hem in de stalling.
  citaten:
    - Neem een accu niet mee naar je werkplek.
  verwant:
    - opladen
`,
    );
  });

  it('asks other things of a question on which the source is silent', () => {
    const silent = [
      'Mag mijn hond mee?',
      '',
      'nee',
      'Er staat niets over honden.',
      '',
      'vraag de balie.',
      '',
      '',
      'hond',
      'ja',
    ];
    expect(run(silent).status).toBe(0);
    expect(readFileSync(join(folder, 'fietsen-op-het-werk/vragen/niet-behandeld.yaml'), 'utf8')).toBe(
      '- id: hond\n  soort: niet-behandeld\n  vraag: Mag mijn hond mee?\n  antwoord: Er staat niets over honden.\n  elders: vraag de balie.\n',
    );
  });

  it.each([
    ['when the answer is no', [...ANSWERED, 'nee'], 'Er is niets opgeslagen.'],
    ['when the input ends', ANSWERED.slice(0, 5), 'Er kwam geen antwoord meer. Er is niets opgeslagen.'],
  ])('writes nothing %s', (_, lines, said) => {
    const before = text();
    const { stdout, stderr, status } = run(lines);
    expect(stdout + stderr).toContain(said);
    expect(status).toBe(1);
    expect(text()).toBe(before);
  });

  it('asks again before it saves errors', () => {
    const { stdout } = run([...ANSWERED.slice(0, 5), 'x'.repeat(70), ...ANSWERED.slice(6), 'nee']);
    expect(stdout).toContain('1 fout');
    expect(stdout).toContain('Toch opslaan?');
  });
});
