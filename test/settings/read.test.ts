import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError, readConfig } from '../../src/settings/read.ts';
import { SETTINGS } from '../../src/settings/table.ts';
import { useFolder } from './files.ts';
import { problemsOf } from './problems.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-geheim', SLACK_SIGNING_SECRET: 'handtekening-geheim' };
const TEAMS = { TEAMS_APP_ID: ID, TEAMS_TENANT_ID: ID, TEAMS_APP_PASSWORD: 'wachtwoord-geheim' };

describe('settings', () => {
  const { file, pathOf } = useFolder();

  it('need nothing: the page is on, on this machine only, and the other channels are off', () => {
    expect(readConfig({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      web: true,
      knowledge: expect.stringMatching(/knowledge$/),
      logLevel: 'info',
      trustedProxies: 0,
      rateLimit: 20,
      missedQuestions: false,
      drain: 0,
    });
  });

  it('are read, with spaces around them cut off', () => {
    const config = readConfig({ PORT: ' 8080 ', HOST: '0.0.0.0', WEB: 'off', LOG_LEVEL: 'warn' });
    expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', web: false, logLevel: 'warn' });
    expect(config).not.toHaveProperty('modelCache');
  });

  it('name the hosts that are served, without regard for case and spaces', () => {
    const { allowedHosts } = readConfig({ ALLOWED_HOSTS: 'Bot.example.org , localhost,[::1]' });
    expect(allowedHosts).toEqual(['bot.example.org', 'localhost', '[::1]']);
    for (const wrong of ['bot.example.org:443', 'https://bot.example.org', 'a,,b', '*']) {
      expect(problemsOf({ ALLOWED_HOSTS: wrong })).toEqual([
        expect.stringMatching(/^ALLOWED_HOSTS must be /),
      ]);
    }
  });

  it.each([
    [0, {}],
    [0, { HOST: '::1' }],
    [5, { HOST: '0.0.0.0' }],
    [5, { TRUSTED_PROXIES: '1' }],
    [5, { ALLOWED_HOSTS: 'bot.example.org' }],
    [0, { HOST: '0.0.0.0', DRAIN_SECONDS: '0' }],
    [7, { DRAIN_SECONDS: '7' }],
  ])('wait %i s before a stop with %j', (seconds, env) => {
    expect(readConfig(env).drain).toBe(seconds * 1_000);
  });

  it('keep state in a file or in PostgreSQL, which wins', () => {
    const url = 'postgres://bot:geheim@db.example.org/handreiking';
    expect(readConfig({ DATA_DIR: '/data' }).storeLocation).toEqual({ kind: 'sqlite', directory: '/data' });
    expect(readConfig({ DATA_DIR: '/data', DATABASE_URL: url }).storeLocation).toEqual({
      kind: 'postgres',
      url,
    });
    expect(problemsOf({ DATABASE_URL: 'mysql://db.example.org' })).toEqual([
      'DATABASE_URL must be an address that begins with postgres://.',
    ]);
    expect(problemsOf({ MISSED_QUESTIONS: 'on' })).toEqual([
      'DATA_DIR or DATABASE_URL is needed for MISSED_QUESTIONS=on.',
    ]);
    expect(readConfig({ MISSED_QUESTIONS: 'on', DATA_DIR: '/data' }).missedQuestions).toBe(true);
  });

  it('turn Slack on over HTTP or with Socket Mode', () => {
    expect(readConfig(SLACK).slack).toEqual({
      botToken: 'xoxb-1-geheim',
      signingSecret: 'handtekening-geheim',
      apiUrl: 'https://slack.com/api/',
    });
    const { slack } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack.com/api/' });
  });

  it('never turn Slack on with nothing to check requests by', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN, for Socket Mode) is needed for Slack.',
    ]);
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: ' ' })).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET is set but empty/),
    ]);
  });

  it('turn Teams on with a secret, a managed identity, or locally', () => {
    const ids = { appId: ID, tenantId: ID };
    expect(readConfig(TEAMS).teams).toEqual({ type: 'SingleTenant', ...ids, password: 'wachtwoord-geheim' });
    const managed = { TEAMS_APP_ID: ID, TEAMS_TENANT_ID: ID, TEAMS_APP_TYPE: 'UserAssignedMSI' };
    expect(readConfig(managed).teams).toEqual({ type: 'UserAssignedMSI', ...ids });
    expect(readConfig({ TEAMS_LOCAL: '1' }).teams).toEqual({ type: 'local' });
  });

  it('keep Teams without a check of who calls on this machine, and apart', () => {
    expect(problemsOf({ TEAMS_LOCAL: '1', HOST: '0.0.0.0' })).toEqual([
      'TEAMS_LOCAL checks nobody: it needs HOST=127.0.0.1.',
    ]);
    expect(problemsOf({ TEAMS_LOCAL: '1', ...TEAMS })).toEqual([
      'TEAMS_LOCAL and the other TEAMS settings exclude each other.',
    ]);
    for (const host of ['127.0.0.1', '127.8.9.1', '::1', 'localhost']) {
      expect(readConfig({ TEAMS_LOCAL: '1', HOST: host }).teams).toEqual({ type: 'local' });
    }
    expect(problemsOf({ TEAMS_LOCAL: '1', HOST: '127.0.0.1.example.org' })).toEqual([
      'TEAMS_LOCAL checks nobody: it needs HOST=127.0.0.1.',
    ]);
  });

  it('tell everything that is wrong at once', () => {
    expect(
      problemsOf({
        PORT: '70000',
        WEB: 'ja',
        LOG_LEVEL: 'luid',
        SLACK_SIGNING_SECRET: 'x',
        TEAMS_APP_PASSWORD: 'y',
      }),
    ).toEqual([
      'PORT must be a number from 0 to 65535.',
      'WEB must be on or off.',
      'LOG_LEVEL must be debug, info, warn, error, silent.',
      'SLACK_BOT_TOKEN is needed for Slack.',
      'TEAMS_APP_ID is needed for Teams.',
      'TEAMS_TENANT_ID is needed for Teams.',
    ]);
  });

  it('do not call wrong what is missing, nor missing what is wrong', () => {
    expect(problemsOf({ ...SLACK, SLACK_BOT_TOKEN: 'xoxp-verkeerd' })).toEqual([
      'SLACK_BOT_TOKEN must be the token that begins with xoxb-.',
    ]);
    expect(problemsOf({ ...TEAMS, TEAMS_TENANT_ID: 'contoso' })).toEqual([
      expect.stringMatching(/^TEAMS_TENANT_ID must be an id/),
    ]);
  });

  it('may stand in files when they are secret', () => {
    const path = file('token', 'xoxb-uit-bestand\n');
    const { slack } = readConfig({ SLACK_BOT_TOKEN_FILE: path, SLACK_SIGNING_SECRET: 's' });
    expect(slack?.botToken).toBe('xoxb-uit-bestand');
    expect(readConfig({ PORT_FILE: path }).port).toBe(3978);
  });

  it('are told apart from files that cannot be read or that are also set', () => {
    expect(problemsOf({ ...SLACK, SLACK_BOT_TOKEN_FILE: file('nog-een', 'xoxb-2') })).toEqual([
      'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set; set one of them.',
    ]);
    const missing = { SLACK_BOT_TOKEN_FILE: pathOf('geheime-map/weg'), SLACK_SIGNING_SECRET: 's' };
    expect(problemsOf(missing)).toEqual([
      'SLACK_BOT_TOKEN_FILE points at a file that cannot be read (ENOENT).',
    ]);
    expect(problemsOf(missing).join()).not.toContain('geheime-map');
  });

  it('never show a value in what is wrong with them', () => {
    const value = fc.string({ minLength: 8 }).map((text) => `kwikstaart${text}`);
    const env = fc.record(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(env, (settings) => {
        try {
          readConfig(settings);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect(String(error)).not.toContain('kwikstaart');
        }
      }),
    );
  });

  it('have an example that is right, for every one of them', () => {
    for (const [name, { example, value }] of Object.entries(SETTINGS)) {
      expect([name, value.safeParse(example).success]).toEqual([name, true]);
    }
  });
});
