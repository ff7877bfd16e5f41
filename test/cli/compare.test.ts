import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSnapshot } from '../../src/evaluation/snapshot.ts';
import { runCli, writeSmallKnowledge } from './run.ts';

let folder = '';
let saved = '';
beforeAll(() => {
  folder = writeSmallKnowledge();
  saved = join(folder, 'saved.json');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) => runCli('compare', ['--knowledge', folder, ...args]);

describe('npm run compare', () => {
  it('saves every conversation, with the reply drawn in every channel', () => {
    expect(run('--save', saved)).toEqual({ status: 0, stdout: '', stderr: '' });
    const { replies, conversations } = parseSnapshot(readFileSync(saved, 'utf8'));
    expect(conversations.map(({ turns }) => turns)).toContainEqual(['openingstijden']);
    expect(Object.keys(replies[0]?.drawings ?? {})).toEqual([
      'Slack: bericht',
      'Slack: home',
      'Slack: venster',
      'Teams: kaart',
      'Teams: dialoog',
      'Teams: ingevuld',
      'web: gesprek',
      'web: pagina',
      'terminal',
    ]);
  }, 60_000);

  it('finds nothing against itself', () => {
    const { status, stdout } = run('--before', saved);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ gesprekken vergeleken: 0 antwoorden anders, 0 tekeningen anders\.\n$/);
  }, 60_000);

  it('shows what another answer changes, and fails', () => {
    const file = join(folder, 'fietsen/vragen/vragen.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Van zeven tot zeven.', 'Van zeven uur tot zeven uur.'));
    const { status, stdout } = run('--before', saved, '--most', '1');
    writeFileSync(file, text);
    expect(status).toBe(1);
    expect(stdout).toContain('Van zeven uur tot zeven uur.');
  }, 60_000);

  it.each([
    [['--before', 'geen-versie'], 2, /^“geen-versie” is geen versie in git en geen bestand\.\n$/],
    [['--before', 'package.json'], 2, /^package\.json is geen bestand dat met --save is gemaakt\.\n$/],
    [['--save', '/nergens/x'], 2, /^\/nergens\/x kan niet worden geschreven \(ENOENT\)\.\n$/],
    [['--before', 'main', '--most', 'x'], 2, /^Achter --most hoort een getal\.\n/],
    [[], 2, /^Geef --before of --save\.\n/],
  ])(
    'fails with one line where it cannot compare: %j',
    (args, expected, line) => {
      const { status, stderr } = run(...args);
      expect(status).toBe(expected);
      expect(stderr).toMatch(line);
    },
    60_000,
  );
});
