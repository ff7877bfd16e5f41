import { describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { parse } from 'yaml';
import { kindOf } from '../../../adapters/slack/payload-kind.ts';
import { COMMAND, EVENTS, manifest, SCOPES } from '../../../adapters/slack/manifest.ts';

jest.setTimeout(60_000);

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLE = 'https://handreiking.example.org';
const HTTP = manifest({ url: EXAMPLE });
const SOCKET = manifest({});
const BOTH = [
  ['over HTTP', HTTP],
  ['for Socket Mode', SOCKET],
] as const;

/** Where the SDK says what may be in a manifest. It knows every scope and event, but for `assistant:write`. */
const TYPES = join(
  dirname(createRequire(import.meta.filename).resolve('@slack/web-api')),
  'types/request/manifest.d.ts',
);
/** A copy of https://github.com/slackapi/manifest-schema/blob/main/schemas/manifest.schema.2.0.0.json, when there is one. */
const OFFICIAL = process.env['SLACK_MANIFEST_SCHEMA'];

/** https://docs.slack.dev/reference/app-manifest: the longest text of each field that the manifest fills. */
const LONGEST: Readonly<Record<string, number>> = {
  'display_information.name': 35,
  'display_information.description': 140,
  'features.bot_user.display_name': 80,
  'features.agent_view.agent_description': 300,
  'features.shortcuts.name': 24,
  'features.shortcuts.description': 150,
  'features.shortcuts.callback_id': 255,
  'features.slash_commands.command': 32,
  'features.slash_commands.description': 2_000,
  'features.slash_commands.usage_hint': 1_000,
};

function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const name = Array.isArray(value) ? path : `${path}${path === '' ? '' : '.'}${key}`;
    return textsOf(part, name);
  });
}

const run = (...options: string[]) =>
  spawnSync(process.execPath, ['src/cli/slack-manifest.ts', ...options], { cwd: ROOT, encoding: 'utf8' });

describe('the manifest', () => {
  it.each(BOTH)('%s has scopes and events that the SDK knows', (_, made) => {
    const schema = createGenerator({ path: TYPES, type: 'Manifest', skipTypeCheck: true }).createSchema(
      'Manifest',
    );
    const validate = new Ajv({ strict: false }).compile(schema as object);
    const { agent_view: view, ...features } = made.features;
    const bot = made.oauth_config.scopes.bot.filter((scope) => scope !== 'assistant:write');
    validate({ ...made, features, oauth_config: { scopes: { bot } } });
    expect(validate.errors).toBeNull();
    expect(view.suggested_prompts.length).toBeLessThanOrEqual(4);
    expect(
      validate({ ...made, features, settings: { event_subscriptions: { bot_events: ['no_event'] } } }),
    ).toBe(false);
  });

  (OFFICIAL === undefined ? it.skip : it).each(BOTH)("%s is one by Slack's own schema", (_, made) => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(OFFICIAL ?? '', 'utf8')) as object,
    );
    validate(made);
    expect(validate.errors).toBeNull();
  });

  it.each(BOTH)('%s keeps to the lengths of Slack', (_, made) => {
    const shortenedNotice = textsOf(made).filter(([path, text]) => text.length > (LONGEST[path] ?? Infinity));
    expect(shortenedNotice).toEqual([]);
    expect(textsOf(made).map(([path]) => path)).toEqual(expect.arrayContaining(Object.keys(LONGEST)));
  });

  it('has one address for everything over HTTP, and none in Socket Mode', () => {
    const urls = textsOf(HTTP).filter(([path]) => path.endsWith('url'));
    expect(urls).toHaveLength(4);
    expect(new Set(urls.map(([, url]) => url))).toEqual(new Set([`${EXAMPLE}/slack/events`]));
    expect(textsOf(SOCKET).filter(([path]) => path.endsWith('url'))).toEqual([]);
    expect([HTTP, SOCKET].map(({ settings }) => settings.socket_mode_enabled)).toEqual([false, true]);
  });

  it('asks for the permissions that its features need, and has one view for messages', () => {
    expect(HTTP.features).not.toHaveProperty('assistant_view');
    expect(Object.keys(SCOPES)).toEqual(expect.arrayContaining(['commands', 'assistant:write']));
    const needed = {
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      app_home_opened: undefined,
    };
    for (const event of EVENTS) {
      expect([undefined, ...Object.keys(SCOPES)]).toContain(needed[event]);
      expect(kindOf({ event: { type: event.split('.')[0] } })).toBeDefined();
    }
    expect(HTTP.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    const ids = HTTP.features.shortcuts.map(({ callback_id: id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('in the repository is the one that the code generates', () => {
    expect(parse(readFileSync(join(ROOT, 'adapters/slack/manifest.yaml'), 'utf8'))).toEqual(HTTP);
  });

  it('for every scope has its reason in the manual', () => {
    const manual = readFileSync(join(ROOT, 'docs/slack.md'), 'utf8');
    for (const [scope, reason] of Object.entries(SCOPES))
      expect(manual).toMatch(new RegExp(`\`${scope}\`\\s*\\| ${reason[0]}`));
  });
});

describe('npm run slack:manifest', () => {
  it('prints one ready to paste', () => {
    expect(parse(run('--url', `${EXAMPLE}/`).stdout)).toEqual(HTTP);
    expect(parse(run('--socket').stdout)).toEqual(SOCKET);
  });

  it.each([
    [[]],
    [['--url', 'http://x.nl']],
    [['--url', `${EXAMPLE}/slack/events`]],
    [['--url', 'x']],
    [['--socket', '--url', EXAMPLE]],
  ])('explains itself when it is called with %j', (options) => {
    const { status, stdout, stderr } = run(...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('npm run --silent slack:manifest');
  });
});
