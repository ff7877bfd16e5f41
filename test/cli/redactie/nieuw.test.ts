import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../until.ts';

jest.setTimeout(120_000);

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
  /** Answers while it runs: `turns` are what it has to say first, what happens then, and what is typed next. */
  const runInTurns = async (turns: readonly (readonly [said: string, act: () => void, typed: string])[]) => {
    const child = spawn('node', ['src/cli/redactie.ts', 'nieuw', '--knowledge', folder], { cwd: ROOT });
    const closed = once(child, 'close');
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    try {
      child.stdin.write(`${ANSWERED.join('\n')}\n`);
      for (const [said, act, typed] of turns) {
        await until(() => stdout.includes(said), said);
        act();
        child.stdin.write(`${typed}\n`);
      }
      const [status] = (await closed) as [number | null];
      return { status, stdout };
    } finally {
      child.kill();
    }
  };
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

  const OTHERS = '- id: van-een-ander\n  vraag: Wat schreef een ander?\n';

  it('keeps what somebody else wrote while it asked', async () => {
    const before = text();
    const writeToo = () => {
      appendFileSync(join(folder, FILE), OTHERS);
    };
    const { status } = await runInTurns([['Opslaan?', writeToo, 'ja']]);
    expect(status).toBe(0);
    expect(text().startsWith(`${before}${OTHERS}- id: accu-mee-boven\n`)).toBe(true);
  });

  it('keeps the answers when somebody broke the file while it asked', async () => {
    const before = text();
    const put = (now: string) => () => {
      writeFileSync(join(folder, FILE), now);
    };
    const { status, stdout } = await runInTurns([
      ['Opslaan?', put('id: zonder-streepje\n'), 'ja'],
      ['Is dat hersteld?', put(before), 'ja\nja'],
    ]);
    expect(stdout).toContain(`In ${FILE} kan niets veranderen: het is geen lijst`);
    expect(status).toBe(0);
    expect(text().startsWith(`${before}- id: accu-mee-boven\n`)).toBe(true);
  });

  it.each([
    ['id: zonder-streepje\n', 'het is geen lijst'],
    ['- id: [\n', 'het is geen goede YAML'],
  ])('asks nothing when nothing can be added to a file: %j', (broken, why) => {
    writeFileSync(join(folder, FILE), broken);
    const { stdout, stderr, status } = run([]);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain(`In ${FILE} kan niets veranderen: ${why}`);
    expect(stderr).not.toContain('    at ');
  });
});
