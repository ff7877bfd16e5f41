import { printsNothing } from './printed.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GREETED, greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, APP_ID, hmacOfPublicKey, tokenWith, UNENDORSED } from './inbound.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(greeter());
});
afterAll(() => teams.stop());
printsNothing();

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
    expect(sent).toMatchObject(GREETED);
    expect(sent).toMatchObject([{ method: 'POST', authorization: 'Bearer eigen-token' }]);
  });

  it('a token that expired within the five minutes that clocks may differ is answered', async () => {
    const claims = { nbf: now - HOUR, exp: now - 120 };
    const before = teams.received.length;
    const { status } = await teams.post(activityTo(teams.connector), teams.token(claims));
    expect([status, teams.received.slice(before)]).toMatchObject([200, GREETED]);
  });

  it('a message that was sent before is answered once: Teams itself sends again, with the same token', async () => {
    const token = teams.token();
    const body = activityTo(teams.connector, { id: 'replay', timestamp: ago(9) });
    const before = teams.received.length;
    const [first, second] = [await teams.post(body, token), await teams.post(body, token)];
    expect([first.status, second.status, second.text]).toEqual([200, 200, '']);
    expect(teams.received).toHaveLength(before + 1);
  });

  it('a message that is replayed when the bot no longer remembers its id gets 401 without a body, and no turn', async () => {
    for (const type of ['message', 'invoke', 'installationUpdate']) {
      const { status, text, sent } = await teams.send({ type, timestamp: ago(11) });
      expect({ status, text, sent }).toEqual({ status: 401, text: '', sent: [] });
    }
  });

  it('another channel gets 403, though its token is valid', async () => {
    for (const channelId of ['webchat', 'emulator', 'AseChannel', 'directline'])
      await expect(teams.send({ channelId })).resolves.toMatchObject({ status: 403, text: '', sent: [] });
  });

  it('an address that replies may not go to gets 403, though its token is valid', async () => {
    for (const serviceUrl of ['http://10.0.0.5/', 'https://example.org/', 'https://169.254.169.254/latest']) {
      const token = teams.token({ serviceurl: serviceUrl });
      await expect(teams.post(activityTo(serviceUrl), token)).resolves.toMatchObject({
        status: 403,
        text: '',
      });
    }
  });
});
