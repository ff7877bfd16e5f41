import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { smallFile } from '../../core/small-knowledge.ts';
import { runCli, writeSmallKnowledge } from '../run.ts';

let folder = '';
beforeAll(() => {
  const text = smallFile('fietsen/bron.txt').replace('Stallen\n', 'Stallen\n\nHelm op.\n');
  folder = writeSmallKnowledge({ 'fietsen/bron.txt': text });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) => runCli('redactie', ['dekking', '--knowledge', folder, ...args]);

describe('npm run redactie -- dekking', () => {
  it('shows first the sentences that no entry quotes', () => {
    const { status, stdout, stderr } = run();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Regels voor de stalling: 8 van de 9 zinnen staan bij een vraag\.$/m);
    expect(stdout).toContain('Bij geen enkele vraag:\n     2  Helm op.\n\nBij een vraag:\n');
    expect(stdout).toContain('     3  Zet je fiets in een rek.\n        in-rek, buiten-rek, zelfcheck\n');
  });

  it('prints a list for programs with --json', () => {
    expect(JSON.parse(run('--json').stdout)).toContainEqual({
      handreiking: 'fietsen',
      nummer: 2,
      zin: 'Helm op.',
      vragen: [],
    });
  });
});

describe('npm run redactie', () => {
  it.each([
    [['dekkin'], 2, 'De opdracht dekkin bestaat niet. Bedoel je dekking?'],
    [['dekking', '--jsn'], 2, 'De optie --jsn bestaat niet. Bedoel je --json?'],
  ])('explains a wrong call: %j', (args, status, advice) => {
    const result = runCli('redactie', args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(advice);
  });
});
