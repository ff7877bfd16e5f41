import { printsNothing } from './printed.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../../adapters/teams/transport.ts';
import { GREETED, greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, APP_ID, BOT, TENANT } from './inbound.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(greeter());
});
afterAll(() => teams.stop());
printsNothing();

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
      const bot = await startTeams(greeter(), {}, {
        type,
        appId: APP_ID,
        tenantId,
        ...credentials[type],
      } as Credentials);
      try {
        await expect(bot.send(more)).resolves.toMatchObject({ status: 200, sent: GREETED });
        await expect(bot.send(from(OTHER, OTHER))).resolves.toMatchObject({ status: 403, sent: [] });
      } finally {
        await bot.stop();
      }
    }
  });

  it('whose token is wrong gets 401: who is not Teams learns nothing of tenants', async () => {
    const wrong = teams.token({ aud: 'another' });
    const answered = await teams.post(activityTo(teams.connector, from(OTHER, OTHER)), wrong);
    expect(answered.status).toBe(401);
  });
});
