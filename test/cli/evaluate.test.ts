import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, writeSmallKnowledge } from './run.ts';

let folder = '';
beforeAll(() => {
  folder = writeSmallKnowledge();
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

  it.each([
    ['that is not there', 'nergens.yaml', 'ENOENT'],
    ['without labels', 'zinnen.yaml', 'expected array'],
  ])('says why a set %s cannot be used, without a stack trace', (_, set, reason) => {
    const { status, stderr } = run(set);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`${set} kan niet worden gebruikt:\n.*${reason}`));
    expect(stderr).not.toContain('    at ');
  });
});
