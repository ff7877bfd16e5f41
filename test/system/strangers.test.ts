import { expect, it } from '@jest/globals';
import { until } from '../until.ts';
import { activityTo, tokenWith } from '../adapters/teams/inbound.ts';
import { startWorld } from './world/index.ts';
import type { Answer, World } from './world/index.ts';

const EVENT = '{"type":"event_callback","event":{"type":"message"}}';
const JSON_TYPE = { 'content-type': 'application/json' };
const time = (ago: number) => String(Math.floor(Date.now() / 1_000) - ago);
const bearer = `Bearer ${tokenWith({ claims: { aud: 'another' } })}`;
const toTeams = JSON.stringify(activityTo('https://smba.trafficmanager.net/emea/'));

/** What somebody without a secret can send, and the line of the log that tells of it, if any. */
const SENT: readonly (readonly [string, string | undefined, (world: World) => Promise<Answer>])[] = [
  [
    'to Slack, not signed',
    'requests that Slack did not sign were refused',
    (world) => world.send('/slack/events', JSON_TYPE, EVENT),
  ],
  [
    'to Slack, signed with another secret or long ago',
    'requests that Slack did not sign were refused',
    (world) => {
      const ago = Math.random() < 0.5 ? 0 : 3_600;
      const signature = { 'x-slack-request-timestamp': time(ago), 'x-slack-signature': 'v0=00' };
      return world.send('/slack/events', { ...JSON_TYPE, ...signature }, EVENT);
    },
  ],
  ['to Slack, no event', undefined, (world) => world.send('/slack/events', JSON_TYPE, '{')],
  [
    'to Teams, with a false token',
    'requests without a valid token from Teams were refused',
    (world) => world.send('/api/messages', { ...JSON_TYPE, authorization: bearer }, toTeams),
  ],
  ['to Teams, no token', undefined, (world) => world.send('/api/messages', JSON_TYPE, toTeams)],
  ['to the page, too much', 'messages over RATE_LIMIT were not answered', (world) => world.web('help')],
  ['to the page, no question', undefined, (world) => world.send('/api/vraag', JSON_TYPE, '[')],
  ['to the page, no path', undefined, (world) => world.get('/vraag/%')],
  [
    'to the page, from another site',
    undefined,
    (world) => world.send('/', { origin: 'https://example.org' }, 'vraag=x'),
  ],
  ['to nothing', undefined, (world) => world.get('/%00', { host: 'example.org' })],
];

it('strangers who send the same 500 times add a line with a count to the log, or none', async () => {
  const world = await startWorld({ RATE_LIMIT: '3', ALLOWED_HOSTS: '127.0.0.1,localhost' });
  const lines = () =>
    world
      .written()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { readonly msg: string; readonly count?: number });
  try {
    await until(async () => (await world.get('/readyz')).text.includes('"teams":"ready"'), 'a token');
    const before = lines().length;
    for (const [, , send] of SENT) {
      for (let batch = 0; batch < 10; batch += 1)
        await Promise.all(Array.from({ length: 50 }, () => send(world)));
    }
    const expected = [...new Set(SENT.flatMap(([, line]) => line ?? []))].sort();
    const counted = () => lines().filter(({ count = 0 }) => count > 1);
    await until(() => counted().length >= expected.length, 'the lines');
    const messages = (of: ReturnType<typeof lines>) => of.map(({ msg }) => msg).sort();
    expect(messages(counted())).toEqual(expected);
    // The first three questions on the page are answered.
    expect(messages(lines().slice(before))).toEqual(
      [...expected, ...Array.from({ length: 3 }, () => 'a message came in')].sort(),
    );
  } finally {
    await world.stop();
  }
}, 120_000);
