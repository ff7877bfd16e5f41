import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleText, settingsText } from '../../src/settings/print.ts';
import { SETTINGS } from '../../src/settings/table.ts';

it('.env.example is what `npm run config -- --example` makes', () => {
  expect(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')).toBe(exampleText());
});

it('shows every setting, and of a secret only that it is set', () => {
  const env = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, `kwikstaart-${name}`]));
  const text = settingsText({ ...env, HTTPS_PROXY: 'http://noor:kwikstaart-wachtwoord@proxy' });
  for (const [name, setting] of Object.entries(SETTINGS)) {
    expect(text).toContain(name);
    expect(text.includes(`kwikstaart-${name}`)).toBe(!('secret' in setting));
  }
  expect(text).not.toContain('wachtwoord');
  expect(settingsText({ SLACK_BOT_TOKEN_FILE: '/run/secrets/x' })).toMatch(/SLACK_BOT_TOKEN +set, in a file/);
  const empty = settingsText({ SLACK_BOT_TOKEN: ' ', DATABASE_URL_FILE: '', PORT: '', HTTPS_PROXY: '' });
  for (const name of ['SLACK_BOT_TOKEN', 'DATABASE_URL', 'PORT'])
    expect(empty).toMatch(new RegExp(`^${name} +set, but empty$`, 'm'));
  expect(empty).toMatch(/^HTTPS_PROXY +off$/m);
});

describe('a setting that is empty', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'empty-'));
    writeFileSync(join(folder, 'leeg'), '\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(['src/main.ts', 'src/cli/config.ts', 'src/cli/data.ts export counts'])(
    'stops %s with its name, and nothing is kept anywhere else',
    (command) => {
      for (const more of [{ DATABASE_URL: '' }, { DATABASE_URL_FILE: join(folder, 'leeg') }]) {
        const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(folder, 'data'), ...more };
        const cwd = join(import.meta.dirname, '../..');
        const { status, stderr } = spawnSync(process.execPath, command.split(' '), {
          ...{ cwd, env, encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'pipe'] },
        });
        expect([status, stderr]).toEqual([1, expect.stringMatching(/^- DATABASE_URL(_FILE)? .*empty: /m)]);
        expect(existsSync(join(folder, 'data'))).toBe(false);
      }
    },
    60_000,
  );

  it('stops the commands of editors too, when it is the folder of the knowledge', () => {
    for (const empty of ['', ' ']) {
      const env = { PATH: process.env['PATH'], KNOWLEDGE_DIR: empty };
      const cwd = join(import.meta.dirname, '../..');
      const { status, stdout } = spawnSync(process.execPath, ['src/cli/redactie.ts', 'controle'], {
        ...{ cwd, env, encoding: 'utf8', timeout: 20_000 },
      });
      expect([status, stdout]).toEqual([1, expect.stringContaining('KNOWLEDGE_DIR')]);
    }
  }, 60_000);
});
