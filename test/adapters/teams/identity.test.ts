import { afterEach, describe, expect, it } from '@jest/globals';
import { createTeams } from '../../../adapters/teams/index.ts';
import type { TeamsParts } from '../../../adapters/teams/index.ts';
import { NO_LOG } from '../../../src/shared/log.ts';
import { until } from '../../until.ts';
import { startBroken } from './connector.ts';
import { GREETED, greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, APP_ID, TENANT } from './inbound.ts';

let bot: Teams | undefined;
afterEach(() => bot?.stop());
const startWithToken = async (fetchToken: TeamsParts['fetchToken']) =>
  (bot = await startTeams(greeter(), { fetchToken }));

describe('the identity of the bot', () => {
  const down = Object.assign(new Error('down'), { code: 'ECONNREFUSED' });
  it.each([
    ['AADSTS7000222: The provided client secret keys for app are expired.', 'the client secret has expired'],
    ['AADSTS7000215: Invalid client secret provided.', 'the client secret is wrong'],
    ['AADSTS700016: Application not found in the directory.', 'the application is not in this tenant'],
  ])('that is refused with %s is reported by readiness and one line of the log', async (text, advice) => {
    const { channel, logged } = await startWithToken(() => Promise.reject(new Error(text)));
    await until(() => logged.length > 0, 'a line');
    expect(channel.notReady()).toContain(advice);
    expect(logged).toEqual([
      { level: 'error', fields: { code: text.split(':')[0] }, message: channel.notReady() },
    ]);
    expect(JSON.stringify(logged)).not.toContain('geheim');
  });

  it('that the network does not reach is reported in the same way', async () => {
    const { channel, logged } = await startWithToken(() => Promise.reject(down));
    await until(() => logged.length > 0, 'a line');
    expect(channel.notReady()).toBe('no token from Microsoft (ECONNREFUSED)');
    expect(logged).toEqual([
      { level: 'error', fields: { code: 'ECONNREFUSED' }, message: channel.notReady() },
    ]);
  });

  it('that is not known yet means not ready', async () => {
    const { channel } = await startWithToken(() => new Promise(() => undefined));
    expect(channel.notReady()).toBe('no token from Microsoft yet');
  });

  it('is retried without traffic, and a token makes the channel ready', async () => {
    let works = false;
    const fetchToken = () => (works ? Promise.resolve('Bearer nieuw') : Promise.reject(down));
    const bot = await startWithToken(fetchToken);
    await until(() => bot.channel.notReady() === 'no token from Microsoft (ECONNREFUSED)', 'a reason');
    works = true;
    await until(() => bot.channel.notReady() === undefined, 'a token');
    expect(bot.logged.map(({ level }) => level)).toEqual(['error', 'info']);
    expect(bot.received).toEqual([]);
  });

  it('that Microsoft does not answer is reported and asked for again, and holds no message up for good', async () => {
    const asked: number[] = [];
    const fetchToken = () =>
      asked.push(performance.now()) === 1
        ? new Promise<string>(() => undefined)
        : Promise.resolve('Bearer nieuw');
    const { channel, logged, send } = await startWithToken(fetchToken);
    // Waits for the same token as the bot itself.
    await expect(send({})).resolves.toMatchObject({ status: 200, sent: [] });
    expect(logged.filter(({ level }) => level === 'error')).toMatchObject([
      { message: expect.stringContaining('no token from Microsoft') },
    ]);
    await until(() => channel.notReady() === undefined, 'a token');
    expect(asked).toHaveLength(2);
    await expect(send({})).resolves.toMatchObject({ sent: [{ authorization: 'Bearer nieuw' }] });
  }, 30_000);

  it('that fails leaves the bot running, and is logged once', async () => {
    let works = false;
    const bot = await startWithToken(() =>
      works ? Promise.resolve('Bearer nieuw') : Promise.reject(new Error('AADSTS7000222: expired')),
    );
    const [first, second] = [await bot.send({}), await bot.send({})];
    expect([first, second].map(({ status, sent }) => [status, sent.length])).toEqual([
      [200, 0],
      [200, 0],
    ]);
    expect(bot.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
    works = true;
    await expect(bot.send({})).resolves.toMatchObject({ sent: [{ authorization: 'Bearer nieuw' }] });
    expect(bot.channel.notReady()).toBeUndefined();
    expect(bot.logged.filter(({ level }) => level === 'info')).toHaveLength(1);
  });
});

describe("the keys of Microsoft's tokens", () => {
  it('that cannot be fetched give 503 without a body, and one line', async () => {
    const broken = await startBroken();
    bot = await startTeams(greeter(), { openIdUrl: broken.url });
    for (const id of ['1', '2'])
      await expect(bot.send({ id })).resolves.toMatchObject({ status: 503, text: '' });
    expect(bot.logged).toMatchObject([{ level: 'error', message: expect.stringContaining('keys') }]);
    await broken.stop();
  });
});

describe('starting', () => {
  it.each([
    { type: 'SingleTenant', appId: '', tenantId: 't', password: 'p' },
    { type: 'SingleTenant', appId: 'a', tenantId: '', password: 'p' },
    { type: 'SingleTenant', appId: 'a', tenantId: 't', password: '' },
    { type: 'UserAssignedMSI', appId: '', tenantId: 't' },
  ] as const)('without a setting fails, so that nobody is let in unchecked: %j', async (settings) => {
    await expect(createTeams(settings, { assistant: greeter(), log: NO_LOG })).rejects.toThrow();
  });

  it('with a managed identity checks callers too', async () => {
    bot = await startTeams(greeter(), {}, { type: 'UserAssignedMSI', appId: APP_ID, tenantId: TENANT });
    await expect(bot.send({})).resolves.toMatchObject({ status: 200, sent: GREETED });
    const nobody = await bot.post(activityTo(bot.connector), { authorization: 'Bearer on.zin.nig' });
    expect([nobody.status, nobody.text]).toEqual([401, '']);
  });
});
