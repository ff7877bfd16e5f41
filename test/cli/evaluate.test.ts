import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, writeSmallKnowledge } from './run.ts';

let folder = '';
beforeAll(() => {
  folder = writeSmallKnowledge({
    'fietsen/proefvragen/proef.yaml':
      '- { vraag: moet mijn fiets in het rek, bij: [in-rek, open] }\n' +
      '- { vraag: wanneer vertrekt de trein naar Utrecht, buiten: true }\n',
  });
  writeFileSync(
    join(folder, 'set.yaml'),
    '- { q: Waar zet ik mijn fiets?, style: casual, expect: answer, sources: [S1] }\n' +
      '- { q: Wat kost de stalling?, style: casual, expect: silent }\n',
  );
  writeFileSync(join(folder, 'zinnen.yaml'), 'S1: Zet je fiets in een rek.\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (set: string, ...more: readonly string[]) =>
  runCli('evaluate', [
    ...['--knowledge', folder, '--sentences', join(folder, 'zinnen.yaml')],
    ...['--set', join(folder, set), ...more],
  ]);

describe('npm run evaluate', () => {
  it('prints the report of a set', () => {
    const { status, stdout, stderr } = run('set.yaml');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^set\.yaml: 2 vragen\n/);
    expect(stdout).toMatch(/^alles +100\.0 %/m);
  });

  it('prints figures and outcomes as JSON', () => {
    const { status, stdout } = run('set.yaml', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      set: 'set.yaml',
      figures: { right: 1, silentHonest: 1 },
      items: [
        { q: 'Waar zet ik mijn fiets?', outcome: 'right', kind: 'answer' },
        { q: 'Wat kost de stalling?', outcome: 'honest', kind: 'silent' },
      ],
    });
  });

  it('tries the own test questions of a knowledge', () => {
    const { status, stdout } = runCli('evaluate', ['--knowledge', folder, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      set: 'proefvragen',
      figures: { right: 1, offtopicFalse: 0 },
      items: [
        { q: 'moet mijn fiets in het rek', entries: ['in-rek', 'open'], outcome: 'right', kind: 'answer' },
        { q: 'wanneer vertrekt de trein naar Utrecht', entries: [], outcome: 'rejected', kind: 'unknown' },
      ],
    });
  });

  it('says that a knowledge has no test questions', () => {
    const bare = writeSmallKnowledge();
    const { status, stderr } = runCli('evaluate', ['--knowledge', bare]);
    rmSync(bare, { recursive: true });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^In .* staan geen proefvragen\. .*\n$/)]);
  });

  it('does not judge with the sentences of another document', () => {
    const { status, stderr } = runCli('evaluate', ['--knowledge', folder, '--set', join(folder, 'set.yaml')]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('zinnen die niet in deze kennis staan')]);
  });

  it('is quiet when nobody reads on', () => {
    const command = `"$0" "$1" --knowledge "$2" --json | true; echo "\${PIPESTATUS[0]}"`;
    const program = join(import.meta.dirname, '../../src/cli/evaluate.ts');
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, program, folder], {
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });

  it.each([
    ['that is not there', 'nergens.yaml', 'ENOENT'],
    ['without labels', 'zinnen.yaml', 'expected array'],
  ])('says why a set %s cannot be used, without a stack trace', (_, set, reason) => {
    const { status, stderr } = run(set);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`${set} kan niet worden gebruikt: .*${reason}.*\n$`));
    expect(stderr).not.toContain('    at ');
  });
});
