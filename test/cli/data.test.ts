import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { NO_LOG } from '../../src/shared/log.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'src', 'cli', 'data.ts');
const QUESTION = 'mag mijn kwikstaart ook meelezen';

let folder = '';
const run = (args: readonly string[], settings: Record<string, string> = {}) => {
  const env = { ...process.env, DATA_DIR: folder, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const data = (...args: readonly string[]) => run(args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handreiking-data-'));
  const store = await openStore({ kind: 'sqlite', directory: folder }, { log: NO_LOG });
  const entries = ['online-communicatie/alleen-meelezen', 'open'];
  store.keepMissed({ reason: 'choices', language: 'nl', text: QUESTION, entries });
  store.count({
    kind: 'chosen',
    channel: 'web',
    language: 'nl',
    entry: 'online-communicatie/alleen-meelezen',
  });
  store.count({ kind: 'vote', channel: 'web', entry: 'open', useful: true });
  for (const entry of ['alleen-meelezen', 'online-communicatie/alleen-meelezen'])
    for (let vote = 0; vote < 3; vote += 1)
      store.count({ kind: 'vote', channel: 'slack', entry, useful: true });
  await store.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run data', () => {
  it('exports everything as JSON, and a table as CSV', () => {
    const { status, stdout } = data('export');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      counts: [],
      // Those of an older version, which did not tell the guidance, are added to those of this one.
      votes: [
        { channel: 'slack', entry: 'alleen-meelezen', useful: 'yes', number: 6 },
        { channel: 'web', entry: 'open', useful: 'yes', number: '<5' },
      ],
      chosen: [{ channel: 'web', language: 'nl', entry: 'alleen-meelezen', number: '<5' }],
      missed: [{ reason: 'choices', text: QUESTION, entries: 'alleen-meelezen open' }],
    });
    expect(data('export', 'votes', '--format', 'csv', '--by', 'entry').stdout).toBe(
      'entry,useful,number\r\nalleen-meelezen,yes,6\r\nopen,yes,<5\r\n',
    );
  });

  it('exports with the ids that were stored when the knowledge cannot be used', () => {
    const { status, stdout, stderr } = run(['export', 'votes'], { KNOWLEDGE_DIR: folder });
    expect([status, stderr]).toEqual([
      0,
      'The knowledge cannot be used; entries have the ids that were stored.\n',
    ]);
    expect(stdout).toContain('"online-communicatie/alleen-meelezen"');
  });

  it('deletes what has expired, and shows what is kept how long', () => {
    const { status, stdout } = data('delete-expired');
    expect(status).toBe(0);
    expect(stdout).toMatch(/missed: .* 28 days at most\. 1 rows; 0 deleted now\./);
  });

  it('prints its usage when called wrongly, and deletes nothing without --yes', () => {
    expect(data('export', 'alles')).toMatchObject({ status: 2, stdout: '' });
    expect(data('export', '--by', 'naam').stderr).toContain('--by takes week, channel');
    expect(data('purge')).toMatchObject({ status: 1, stdout: '' });
    expect(data().stderr).toContain('npm run --silent data');
  });

  it('deletes everything when asked to, also from the free space of the file', () => {
    const file = () => readFileSync(join(folder, 'handreiking.sqlite'), 'latin1');
    expect(file()).toContain('kwikstaart');
    expect(data('purge', '--yes').status).toBe(0);
    expect(JSON.parse(data('export').stdout)).toEqual({
      counts: [],
      votes: [],
      reasons: [],
      chosen: [],
      missed: [],
    });
    expect(file()).not.toContain('kwikstaart');
  });
});
