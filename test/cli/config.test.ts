import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkConfig } from '../../src/cli/config-checks.ts';
import { exampleText, settingsText } from '../../src/settings/print.ts';
import { readConfig } from '../../src/settings/read.ts';
import { SETTINGS } from '../../src/settings/table.ts';
import { connect } from '../../src/store/open.ts';
import { migrate } from '../../src/store/schema.ts';
import { FIXTURES } from '../fixtures/guidance.ts';

const ID = '11111111-2222-3333-4444-555555555555';

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
      const { status, stderr } = spawnSync(process.execPath, ['src/cli/knowledge.ts'], {
        ...{ cwd, env, encoding: 'utf8', timeout: 20_000 },
      });
      expect([status, stderr]).toEqual([1, expect.stringContaining('KNOWLEDGE_DIR')]);
    }
  }, 60_000);
});

describe('trying the settings', () => {
  const asked: string[] = [];
  const site = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(request.url ?? '');
      const isRight = `${request.headers.authorization ?? ''}${body}`.includes('goed');
      if (request.url?.endsWith('/token') !== true) {
        response.end(JSON.stringify(isRight ? { ok: true } : { ok: false, error: 'invalid_auth' }));
      } else {
        const refusal = { error: 'invalid_client', error_description: 'AADSTS7000222: expired' };
        response.end(JSON.stringify(isRight ? { access_token: 't' } : refusal));
      }
    });
  });
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    site.closeAllConnections();
    site.close();
  });
  const check = async (word: string, more = {}) => {
    const config = readConfig({
      KNOWLEDGE_DIR: FIXTURES,
      SLACK_BOT_TOKEN: `xoxb-${word}`,
      SLACK_APP_TOKEN: `xapp-${word}`,
      SLACK_API_URL: `${base}/api/`,
      TEAMS_APP_ID: ID,
      TEAMS_TENANT_ID: ID,
      TEAMS_APP_PASSWORD: word,
      ...more,
    });
    return (await checkConfig(config, { login: base })).map(({ part, outcome, text }) => [
      part,
      outcome,
      text,
    ]);
  };

  it('reports what works', async () => {
    expect((await check('goed')).map(([part, outcome]) => `${outcome ?? ''} ${part ?? ''}`)).toEqual([
      'good knowledge',
      'skipped database',
      'good Slack bot token',
      'good Slack app token',
      'good Teams client secret',
    ]);
    expect(asked.sort()).toEqual([
      `/${ID}/oauth2/v2.0/token`,
      '/api/apps.connections.open',
      '/api/auth.test',
    ]);
  });

  it('reports what does not work, without the value', async () => {
    const checked = await check('fout', {
      KNOWLEDGE_DIR: '/nergens',
      DATABASE_URL: 'postgres://127.0.0.1:1/x',
    });
    expect(checked.every(([, outcome]) => outcome === 'bad')).toBe(true);
    const text = checked.flat().join();
    expect(text).toContain('invalid_auth');
    expect(text).toContain('AADSTS7000222');
    expect(text).not.toContain('fout');
  });

  it('advises what to do with a database of a newer release', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'newer-'));
    const connection = await connect({ kind: 'sqlite', directory });
    await migrate(connection);
    await connection.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
    await connection.close();
    const checked = await check('goed', { DATA_DIR: directory });
    rmSync(directory, { recursive: true });
    expect(checked).toContainEqual([
      'database',
      'bad',
      expect.stringMatching(/^The database is of a newer release \(schema 99; .*Run that release/),
    ]);
  });

  it('reports that nothing answers', async () => {
    const checked = await check('goed', { SLACK_API_URL: 'http://127.0.0.1:1/' });
    expect(checked).toContainEqual(['Slack bot token', 'bad', expect.stringContaining('cannot be reached')]);
  });
});
