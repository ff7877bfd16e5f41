import { printsNothing } from './printed.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { trustsLoopback } from '../../../adapters/teams/guard.ts';
import { greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, APP_ID } from './inbound.ts';

printsNothing();

describe('for the playground', () => {
  let local: Teams;
  beforeAll(async () => {
    local = await startTeams(greeter(), { trusts: trustsLoopback }, { type: 'local' });
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
