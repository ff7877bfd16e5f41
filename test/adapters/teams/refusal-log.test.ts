import { afterEach, expect, it } from '@jest/globals';
import { greeter, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo } from './inbound.ts';
import { until } from '../../until.ts';

const MINUTE = 60_000;
let teams: Teams | undefined;
afterEach(async () => {
  await teams?.stop();
});

it.each<[string, string, (bot: Teams) => Promise<unknown>]>([
  [
    'strangers',
    'requests without a valid token from Teams were refused',
    (bot) => bot.post(activityTo(bot.connector), { authorization: 'Bearer on.zin.nig' }),
  ],
  [
    'people of another tenant',
    'requests of another tenant than TEAMS_TENANT_ID were refused',
    (bot) => bot.send({ channelData: { tenant: { id: 'another' } } }),
  ],
  [
    'replays',
    'requests from Teams older than ten minutes were refused: replays, or a wrong clock here',
    (bot) => bot.send({ timestamp: new Date(Date.now() - 11 * MINUTE).toISOString() }),
  ],
])('tells of %s in the log once in a while, without what they sent', async (_, message, refused) => {
  const bot = await startTeams(greeter());
  teams = bot;
  for (let times = 0; times < 3; times += 1) await refused(bot);
  await until(() => bot.logged.length > 0, 'the line');
  expect(bot.logged).toEqual([{ level: 'warn', fields: { count: expect.any(Number) }, message }]);
});
