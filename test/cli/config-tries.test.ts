import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from '../../src/store/open.ts';
import { migrate } from '../../src/store/schema.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { freePort, startPostgres } from '../store/postgres.ts';
import { certificateFor } from '../system/world/certificate.ts';
import { startOutside } from '../system/world/outside.ts';
import type { Failure, Outside } from '../system/world/outside.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const CONFIG = join(import.meta.dirname, '../../src/cli/config.ts');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `npm run config` says of each part that it tries. */
async function check(settings: Readonly<Record<string, string>>) {
  const env = { PATH: process.env['PATH'], KNOWLEDGE_DIR: FIXTURES, ...settings };
  const command = spawn(process.execPath, [CONFIG], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, failed] = await Promise.all([text(command.stdout), text(command.stderr)]);
  const tried = /\n\n([^]*)$/.exec(printed)?.[1]?.trimEnd().split('\n') ?? [];
  return { tried, printed: printed + failed };
}

describe('`npm run config` where a proxy is the only way out', () => {
  const failures = new Map<string, Failure>();
  let outside: Outside;
  let settings: Record<string, string>;
  beforeAll(async () => {
    outside = await startOutside(failures);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, outside.authority);
    settings = {
      SLACK_BOT_TOKEN: 'xoxb-kwikstaart',
      SLACK_APP_TOKEN: 'xapp-kwikstaart',
      TEAMS_APP_ID: ID,
      TEAMS_TENANT_ID: ID,
      TEAMS_APP_PASSWORD: 'kwikstaart',
      HTTPS_PROXY: outside.proxy,
      NODE_EXTRA_CA_CERTS: authority,
    };
  });
  afterAll(() => {
    outside.close();
  });
  beforeEach(() => {
    failures.clear();
    outside.reached.length = 0;
  });

  it.each(['https://slack.com/api/', 'https://slack.com/api'])(
    'reaches what the bot reaches, with %s for Slack',
    async (url) => {
      const { tried } = await check({ ...settings, SLACK_API_URL: url });
      expect(tried.map((line) => line.split(':', 1)[0])).toEqual([
        'good knowledge',
        '-    database',
        'good Slack bot token',
        'good Slack app token',
        'good Teams client secret',
      ]);
      const paths = outside.reached.map(({ host, path }) => `${host}${path}`);
      expect(paths.filter((path) => path.startsWith('slack')).sort()).toEqual([
        'slack.com/api/apps.connections.open',
        'slack.com/api/auth.test',
      ]);
      expect(paths.join()).toContain('login.microsoftonline.com/');
    },
    60_000,
  );

  it('says who refuses what and why, without a value', async () => {
    const error_description = 'AADSTS7000222: kwikstaart is expired';
    failures.set('slack.com', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' });
    failures.set('login.microsoftonline.com', {
      status: 401,
      body: JSON.stringify({ error: 'invalid_client', error_description }),
    });
    const { tried, printed } = await check({ ...settings, KNOWLEDGE_DIR: '/nergens' });
    expect(tried).toEqual([
      expect.stringMatching(/^BAD {2}knowledge: .*nergens/),
      expect.stringMatching(/^- {4}database/),
      'BAD  Slack bot token: Slack refuses it (invalid_auth)',
      'BAD  Slack app token: Slack refuses it (invalid_auth)',
      expect.stringMatching(/^BAD {2}Teams client secret: .*AADSTS7000222.*expired/),
    ]);
    expect(printed).not.toContain('kwikstaart');
  }, 60_000);

  it('says with what status Slack is down, and that nothing listens at the proxy', async () => {
    failures.set('slack.com', { status: 503, body: 'busy' });
    expect((await check(settings)).tried).toContain(
      'BAD  Slack bot token: Slack cannot be reached (HTTP 503)',
    );
    const nobody = `http://127.0.0.1:${await freePort()}`;
    expect((await check({ ...settings, HTTPS_PROXY: nobody })).tried).toEqual(
      expect.arrayContaining([
        'BAD  Slack bot token: Slack cannot be reached (ECONNREFUSED)',
        expect.stringMatching(/^BAD {2}Teams client secret: no token from Microsoft/),
      ]),
    );
  }, 60_000);
});

describe('`npm run config` with a database', () => {
  it('of a newer release advises what to do', async () => {
    const connection = await connect({ kind: 'sqlite', directory: folder });
    await migrate(connection);
    await connection.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
    await connection.close();
    expect((await check({ DATA_DIR: folder })).tried).toContainEqual(
      expect.stringMatching(/^BAD {2}database: The database is of a newer release \(schema 99; .*Run that/),
    );
  }, 60_000);

  it('over TLS trusts the authority that it is given, and no other', async () => {
    const tls = certificateFor(['localhost']);
    const server = await startPostgres(tls);
    if ('reason' in server) {
      process.stderr.write(`The database was not asked: ${server.reason}.\n`);
      return;
    }
    const authority = join(folder, 'database.pem');
    writeFileSync(authority, tls.cert);
    const at = (query: string, host = 'localhost') =>
      `postgres://bot@${host}:${server.port}/postgres?sslmode=${query}`;
    const own = { NODE_EXTRA_CA_CERTS: authority };
    const cases = [
      [{ ...own, DATABASE_URL: at('verify-full') }, /^good/],
      [{ DATABASE_URL: at(`verify-full&sslrootcert=${authority}`) }, /^good/],
      [{ DATABASE_URL: at('verify-full') }, /\(DEPTH_ZERO_SELF_SIGNED_CERT\)/],
      [{ DATABASE_URL: at('require') }, /\(DEPTH_ZERO_SELF_SIGNED_CERT\)/],
      [{ ...own, DATABASE_URL: at('verify-full', '127.0.0.1') }, /\(ERR_TLS_CERT_ALTNAME_INVALID\)/],
      [{ DATABASE_URL: at(`verify-full&sslrootcert=${folder}/none`) }, /\(ENOENT\)/],
    ] as const;
    try {
      for (const [settings, expected] of cases) {
        const { tried } = await check(settings);
        expect(tried.find((line) => line.includes('database'))).toMatch(expected);
      }
    } finally {
      server.remove();
    }
  }, 120_000);

  it('that refuses says why', async () => {
    const server = await startPostgres();
    if ('reason' in server) {
      process.stderr.write(`The database was not asked: ${server.reason}.\n`);
      return;
    }
    const at = (change: (url: URL) => void) => {
      const url = new URL(server.url);
      change(url);
      return url.href;
    };
    const cases = [
      [server.url, /^good database/],
      [at((url) => (url.pathname = '/kwikstaart')), /\(3D000: there is no such database\)/],
      [at((url) => (url.username = 'kwikstaart')), /\(28000: this user or machine may not log in\)/],
      [at((url) => (url.search = '?sslmode=require')), /\(The server does not support SSL connections\)/],
      [at((url) => (url.port = '1')), /\(ECONNREFUSED\)/],
    ] as const;
    try {
      for (const [url, expected] of cases) {
        const { tried, printed } = await check({ DATABASE_URL: url });
        expect(tried.find((line) => line.includes('database'))).toMatch(expected);
        expect(printed).not.toContain('kwikstaart');
      }
    } finally {
      server.remove();
    }
  }, 120_000);
});
