import { printed } from './printed.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trustsLoopback } from '../../../adapters/teams/guard.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Credentials } from '../../../adapters/teams/transport.ts';
import type { Teams } from './harness.ts';
import {
  activityTo,
  APP_ID,
  BOT,
  hmacOfPublicKey,
  startTeams,
  TENANT,
  tokenWith,
  UNENDORSED,
} from './harness.ts';

const reply = { kind: 'social', language: 'nl', blocks: [{ kind: 'paragraph', text: 'Dag.' }] } as const;
const asker = {
  ask: () => reply,
  language: 'nl' as const,
  say: (key: string) => key,
  sorry: () => reply,
  entries: [],
};
let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker, channel: 'teams' }));
}, 60_000);
afterAll(() => teams.stop());
afterEach(() => {
  // Whatever a stranger sends: the bot still answers, and the SDK prints nothing.
  expect(printed).toEqual([]);
});

const now = Math.floor(Date.now() / 1_000);
const HOUR = 3_600;
/** A time as Teams writes it. */
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const forConnector = (claims: object = {}) => ({ serviceurl: teams.connector, ...claims });

/** What is sent in the header, for an activity that is valid in itself. */
const REFUSED: Readonly<Record<string, () => string | undefined>> = {
  'no header': () => undefined,
  'an empty header': () => '',
  'an empty token': () => 'Bearer ',
  'a token that is no token': () => 'Bearer onzin',
  'three parts of nonsense': () => 'Bearer on.zin.nig',
  'another scheme': () => `Basic ${tokenWith({ claims: forConnector() })}`,
  'two tokens': () => `Bearer ${tokenWith({ claims: forConnector() })} ${tokenWith()}`,
  'another audience': () => `Bearer ${tokenWith({ claims: forConnector({ aud: 'another-bot' }) })}`,
  'no audience': () => `Bearer ${tokenWith({ claims: forConnector({ aud: undefined }) })}`,
  'another issuer': () => `Bearer ${tokenWith({ claims: forConnector({ iss: 'https://example.org' }) })}`,
  'no issuer': () => `Bearer ${tokenWith({ claims: forConnector({ iss: undefined }) })}`,
  'a token that expired': () =>
    `Bearer ${tokenWith({ claims: forConnector({ nbf: now - 2 * HOUR, exp: now - HOUR }) })}`,
  'a token that is not valid yet': () =>
    `Bearer ${tokenWith({ claims: forConnector({ nbf: now + HOUR, exp: now + 2 * HOUR }) })}`,
  'another key under a known name': () =>
    `Bearer ${tokenWith({ claims: forConnector(), key: UNENDORSED.privateKey })}`,
  'an unknown key': () => `Bearer ${tokenWith({ claims: forConnector(), header: { kid: 'three' } })}`,
  'no key': () => `Bearer ${tokenWith({ claims: forConnector(), header: { kid: undefined } })}`,
  'a key without the endorsement of Teams': () =>
    `Bearer ${tokenWith({ claims: forConnector(), header: { kid: 'two' }, key: UNENDORSED.privateKey })}`,
  'no algorithm': () =>
    `Bearer ${tokenWith({ claims: forConnector(), header: { alg: 'none' }, sign: () => '' })}`,
  'the public key as a shared secret': () =>
    `Bearer ${tokenWith({ claims: forConnector(), header: { alg: 'HS256' }, sign: hmacOfPublicKey })}`,
  'a signature that was cut': () => `Bearer ${tokenWith({ claims: forConnector() }).slice(0, -8)}`,
  'claims that were changed after signing': () => {
    const [header = '', , signature = ''] = tokenWith({ claims: forConnector({ aud: 'x' }) }).split('.');
    const [, claims = ''] = tokenWith({ claims: forConnector() }).split('.');
    return `Bearer ${header}.${claims}.${signature}`;
  },
  'another address for replies': () =>
    `Bearer ${tokenWith({ claims: { serviceurl: 'https://smba.trafficmanager.net/' } })}`,
  'no address for replies': () => `Bearer ${tokenWith()}`,
  "a token of the directory for another of the tenant's applications": () =>
    `Bearer ${tokenWith({ claims: forConnector({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: 'another' }) })}`,
  'a token of another bot': () =>
    `Bearer ${tokenWith({ claims: forConnector({ ver: '1.0', appid: 'another', iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', aud: APP_ID }) })}`,
};

describe('a request with', () => {
  it.each(Object.entries(REFUSED))('%s gets 401 without a body, and no turn', async (_, header) => {
    const authorization = header();
    const before = teams.received.length;
    const { status, text } = await teams.post(
      activityTo(teams.connector),
      authorization === undefined ? {} : { authorization },
    );
    expect({ status, text }).toEqual({ status: 401, text: '' });
    expect(teams.received).toHaveLength(before);
  });

  it('a valid token is answered, with the own token of the bot', async () => {
    const { status, text, sent } = await teams.send({});
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(sent).toMatchObject([{ method: 'POST', authorization: 'Bearer eigen-token' }]);
  });

  it('a token that expired within the five minutes that clocks may differ is answered', async () => {
    const claims = forConnector({ nbf: now - HOUR, exp: now - 120 });
    const authorization = `Bearer ${tokenWith({ claims })}`;
    await expect(teams.post(activityTo(teams.connector), { authorization })).resolves.toMatchObject({
      status: 200,
    });
  });

  it('a message that was sent before is answered once: Teams itself sends again, with the same token', async () => {
    const authorization = `Bearer ${tokenWith({ claims: forConnector() })}`;
    const body = activityTo(teams.connector, { id: 'replay', timestamp: ago(9) });
    const before = teams.received.length;
    const [first, second] = [
      await teams.post(body, { authorization }),
      await teams.post(body, { authorization }),
    ];
    expect([first.status, second.status, second.text]).toEqual([200, 200, '']);
    expect(teams.received).toHaveLength(before + 1);
  });

  it('a message that is replayed when the bot no longer remembers its id gets 401 without a body, and no turn', async () => {
    for (const type of ['message', 'invoke', 'installationUpdate']) {
      const { status, text, sent } = await teams.send({ type, timestamp: ago(11) });
      expect({ status, text, sent }).toEqual({ status: 401, text: '', sent: [] });
    }
    expect(teams.logged.filter(({ message }) => message.includes('older than ten minutes'))).toHaveLength(1);
  });

  it('another channel gets 403, though its token is valid', async () => {
    for (const channelId of ['webchat', 'emulator', 'AseChannel', 'directline'])
      await expect(teams.send({ channelId })).resolves.toMatchObject({ status: 403, text: '', sent: [] });
  });

  it('an address that replies may not go to gets 403, though its token is valid', async () => {
    for (const serviceUrl of ['http://10.0.0.5/', 'https://example.org/', 'https://169.254.169.254/latest']) {
      const authorization = `Bearer ${tokenWith({ claims: { serviceurl: serviceUrl } })}`;
      await expect(teams.post(activityTo(serviceUrl), { authorization })).resolves.toMatchObject({
        status: 403,
        text: '',
      });
    }
  });
});

describe('a request that is malformed', () => {
  const token = () => ({ authorization: `Bearer ${tokenWith({ claims: forConnector() })}` });

  it.each([
    ['no JSON', 'tekst'],
    ['an empty body', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['half a JSON', '{"type":'],
  ])('%s gets 400 without a body', async (_, body) => {
    await expect(teams.post(body, token())).resolves.toMatchObject({ status: 400, text: '' });
  });

  it.each([
    ['type', [undefined, 1, {}, '']],
    ['channelId', [undefined, 1]],
    ['serviceUrl', [undefined, 1, 'geen adres', 'http://a:b@127.0.0.1/']],
    ['conversation', [undefined, 'a', {}, { id: 1 }, { id: '..' }, { id: '\ud800' }, { id: 'a\nb' }]],
    ['from', [undefined, 'a', {}, { id: 1 }]],
    ['recipient', [undefined, [], { id: null }, { id: 'a', name: 1 }]],
    ['text', [1, {}, ['a']]],
    [
      'entities',
      ['a', {}, ['a'], [{ type: 'mention', mentioned: 'a' }], Array.from({ length: 101 }, () => ({}))],
    ],
    ['membersAdded', [{}, [1]]],
    ['attachments', ['a', [1], [{ contentType: {} }]]],
    ['id', [1, {}, '.']],
    ['timestamp', [1, {}, 'gisteren']],
    ['channelData', ['a', [], { tenant: 'a' }, { tenant: { id: 1 } }, { tenant: { id: [TENANT] } }]],
    ['replyToId', [1, '..']],
    ['locale', [1, {}]],
    ['deliveryMode', [{}]],
    ['name', [1]],
  ])('a wrong %s gets 400 without a body', async (field, values) => {
    for (const value of values as unknown[]) {
      const answered = await teams.post(activityTo(teams.connector, { [field]: value }), token());
      expect([value, answered.status, answered.text]).toEqual([value, 400, '']);
    }
  });

  it.each<[string, (size: number) => object]>([
    ['the name of a person', (size) => ({ from: { id: '29:person', name: 'a'.repeat(size) } })],
    ['a locale', (size) => ({ locale: 'n'.repeat(size) })],
    [
      'the text of a mention',
      (size) => ({ entities: [{ type: 'mention', mentioned: { id: '29:x' }, text: 'a'.repeat(size) }] }),
    ],
    ['a list of attachments', (size) => ({ attachments: Array.from({ length: size }, () => ({})) })],
  ])('%s that is too long is read in part, and the message answered', async (_, more) => {
    await expect(teams.send(more(2_000))).resolves.toMatchObject({ status: 200, sent: [{}] });
  });

  it.each<[string, object]>([
    ['id', { id: 'a'.repeat(1_025) }],
    ['tenant', { channelData: { tenant: { id: 'a'.repeat(1_025) } } }],
  ])('an %s that is too long gets 400, because a part of it is another one', async (_, more) => {
    await expect(teams.post(activityTo(teams.connector, more), token())).resolves.toMatchObject({
      status: 400,
    });
  });

  it('null means absent, in every field and list', async () => {
    const more = {
      locale: null,
      replyToId: null,
      entities: [null, { type: 'mention', mentioned: null }],
      attachments: null,
    };
    await expect(teams.send(more)).resolves.toMatchObject({ status: 200, sent: [{}] });
  });

  it('a body over 256 KB gets 413', async () => {
    const big = activityTo(teams.connector, { text: 'a'.repeat(300_000) });
    await expect(teams.post(big, token())).resolves.toMatchObject({ status: 413 });
  });

  it('another method gets 405, a path behind ours 404', async () => {
    const get = await fetch(teams.address, { headers: token() });
    expect([get.status, get.headers.get('allow'), await get.text()]).toEqual([405, 'POST', '']);
    const behind = await fetch(`${teams.address}/more`, { method: 'POST', headers: token() });
    expect([behind.status, await behind.text()]).toEqual([404, '']);
  });

  it('any JSON gets an answer, and never one of the SDK', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (value, entities, text) => {
        const more = { value, entities, text, channelData: value, attachments: entities };
        const { status, text: body } = await teams.post(activityTo(teams.connector, more), token());
        expect([200, 400]).toContain(status);
        expect(body).toBe('');
      }),
      { numRuns: 60 },
    );
    await expect(teams.send({})).resolves.toMatchObject({ status: 200 });
  });
});

describe('an activity of another tenant', () => {
  const OTHER = '88888888-2222-4333-8444-555555555555';
  const from = (conversation: string | null | undefined, channelData?: string | null) => ({
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: conversation },
    channelData: channelData === undefined ? undefined : { tenant: { id: channelData } },
  });
  const FOREIGN = {
    'by its conversation and its data': from(OTHER, OTHER),
    'by its conversation alone': from(OTHER),
    'by its data alone': from(undefined, OTHER),
    'by its conversation, though its data says ours': from(OTHER, TENANT),
    'by its data, though its conversation says ours': from(TENANT, OTHER),
    'by an empty name': from('', TENANT),
    'by a name that begins with ours': from(`${TENANT}0`, TENANT),
    'for all that is known: it names none': from(undefined),
    'for all that is known: it names null': from(null, null),
    'for all that is known: its data is of no tenant': { ...from(undefined), channelData: { team: {} } },
  };
  const invoke = (name: string, value: object = {}) => ({ type: 'invoke', name, value });
  const ACTIVITIES = {
    'a message': {},
    'a button of an old client': { value: { ask: 'onderwerpen' }, text: undefined },
    'a button in place': invoke('adaptiveCard/action', { action: { data: { ask: 'onderwerpen' } } }),
    'a search': invoke('composeExtension/query', { parameters: [{ name: 'vraag', value: 'fiets' }] }),
    'a dialog': invoke('composeExtension/fetchTask'),
    'a dialog that is sent': invoke('composeExtension/submitAction', { data: { ask: 'onderwerpen' } }),
    'an invoke that the bot does not know': invoke('something/new'),
    'the bot being added': { type: 'conversationUpdate', membersAdded: [BOT] },
    'an installation': { type: 'installationUpdate', action: 'add' },
    'something that the bot ignores': { type: 'typing' },
  };
  const credentials = { SingleTenant: { password: 'geheim' }, UserAssignedMSI: {} } as const;

  it.each(Object.entries(FOREIGN))('%s gets 403 without a body, and no turn', async (_, more) => {
    for (const [what, activity] of Object.entries(ACTIVITIES)) {
      const { status, text, sent } = await teams.send({ ...activity, ...more });
      expect({ what, status, text, sent }).toEqual({ what, status: 403, text: '', sent: [] });
    }
  });

  it.each([
    ['its conversation and its data', from(TENANT, TENANT)],
    ['its conversation alone', from(TENANT)],
    ['its data alone', from(undefined, TENANT)],
    ['its conversation, with null in its data', from(TENANT, null)],
    ['capitals', from('ABCDEF01-2222-4333-8444-555555555555', 'abcdEF01-2222-4333-8444-555555555555')],
  ])('is told from one of our own, which %s name', async (what, more) => {
    const tenantId = what === 'capitals' ? 'abcdef01-2222-4333-8444-555555555555' : TENANT;
    for (const type of ['SingleTenant', 'UserAssignedMSI'] as const) {
      const bot = await startTeams(createAssistant({ asker, channel: 'teams' }), {}, {
        type,
        appId: APP_ID,
        tenantId,
        ...credentials[type],
      } as Credentials);
      try {
        await expect(bot.send(more)).resolves.toMatchObject({ status: 200, sent: [{ method: 'POST' }] });
        await expect(bot.send(from(OTHER, OTHER))).resolves.toMatchObject({ status: 403, sent: [] });
      } finally {
        await bot.stop();
      }
    }
  });

  it('whose token is wrong gets 401: who is not Teams learns nothing of tenants', async () => {
    const authorization = `Bearer ${tokenWith({ claims: forConnector({ aud: 'another' }) })}`;
    const answered = await teams.post(activityTo(teams.connector, from(OTHER, OTHER)), { authorization });
    expect(answered.status).toBe(401);
  });

  it('is told of in the log once in a while, without what it was', () => {
    const told = teams.logged.filter(({ message }) => message.includes('tenant'));
    expect(told).toEqual([
      {
        level: 'warn',
        fields: { count: 1 },
        message: 'requests of another tenant than TEAMS_TENANT_ID were refused',
      },
    ]);
  });
});

describe('for the playground', () => {
  let local: Teams;
  beforeAll(async () => {
    const assistant = createAssistant({ asker, channel: 'teams' });
    local = await startTeams(assistant, { trusts: trustsLoopback }, { type: 'local' });
  });
  afterAll(() => local.stop());

  it('nobody is checked, and no token is sent along', async () => {
    for (const channelId of ['msteams', 'emulator'])
      await expect(local.post(activityTo(local.connector, { channelId }))).resolves.toMatchObject({
        status: 200,
      });
    expect(local.received.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  it('any tenant is as good as another', async () => {
    const conversation = { id: 'a:chat', conversationType: 'personal', tenantId: APP_ID };
    for (const more of [
      { conversation, channelData: undefined },
      { conversation: { id: 'b' }, channelData: {} },
    ])
      await expect(local.post(activityTo(local.connector, more))).resolves.toMatchObject({ status: 200 });
  });

  it('replies stay on this machine, and no page in a browser can ask', async () => {
    const before = local.received.length;
    for (const answered of [
      await local.post(activityTo('http://10.0.0.5/')),
      await local.post(activityTo('https://smba.trafficmanager.net/emea/')),
      await local.post(activityTo(local.connector), { origin: 'https://example.org' }),
    ])
      expect(answered).toMatchObject({ status: 403, text: '' });
    expect(local.received).toHaveLength(before);
  });
});

it('tells of strangers in the log once in a while, without what they sent', () => {
  const refused = teams.logged.filter(({ message }) => message.includes('without a valid token'));
  expect(refused).toEqual([
    {
      level: 'warn',
      fields: { count: 1 },
      message: 'requests without a valid token from Teams were refused',
    },
  ]);
});
