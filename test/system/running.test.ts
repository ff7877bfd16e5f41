import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { until } from '../until.ts';
import { VISIT } from '../adapters/web/serve.ts';
import { startWorld } from './world/index.ts';
import type { World } from './world/index.ts';

describe('the bot behind a proxy, with an authority of the organisation', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ RATE_LIMIT: '5', METRICS_PORT: '0' });
  }, 60_000);
  afterAll(async () => {
    await world.stop();
  });
  const hosts = () => new Set(world.reached.map(({ host }) => host));

  it('is ready with every channel, and has a token of Microsoft', async () => {
    await until(async () => (await world.get('/readyz')).text.includes('"teams":"ready"'), 'a token');
    const { status, text } = await world.get('/readyz');
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      { status: 'ready', channels: { web: 'ready', slack: 'ready', teams: 'ready' } },
    ]);
  });

  it('answers in Slack and in Teams through the proxy, and reaches nothing else', async () => {
    expect((await world.slack('mag ik thuiswerken?', 'UPROXY')).status).toBe(200);
    expect((await world.teams('mag ik thuiswerken?', '29:proxy')).status).toBe(200);
    await until(() => hosts().has('hooks.slack.com'), 'an answer in Slack');
    await until(() => hosts().has('smba.trafficmanager.net'), 'an answer in Teams');
    expect([...hosts()].sort()).toEqual([
      'hooks.slack.com',
      'login.botframework.com',
      'login.microsoftonline.com',
      'slack.com',
      'smba.trafficmanager.net',
    ]);
  });

  it('shows its metrics on their own port only', async () => {
    expect((await world.get('/metrics')).status).toBe(403);
  });

  it('writes nothing that was asked, no name, no id and no secret, whatever channel', async () => {
    const CANARY = 'kwikstaart';
    await world.slack(`mag ik ${CANARY}-slack`, `U${CANARY}`);
    await world.teams(`mag ik ${CANARY}-teams`, `29:${CANARY}`, {
      from: { id: `29:${CANARY}`, name: `Noor ${CANARY}` },
    });
    await world.web(`mag ik ${CANARY}-web`);
    await world.get(`/?vraag=${CANARY}`, VISIT);
    await world.get(`/vraag/${CANARY}`);
    // Faults: content and calls that are refused.
    await world.teams('', `29:${CANARY}`, { serviceUrl: `https://${CANARY}.example.org/` });
    await fetch(`${world.base}/slack/events`, { method: 'POST', body: CANARY });
    await until(() => (world.written().match(/"channel":"slack","outcome"/g)?.length ?? 0) >= 2, 'the log');
    const messages = world
      .written()
      .split('\n')
      .filter((line) => line.includes('a message came in'));
    expect(messages.length).toBeGreaterThan(3);
    for (const line of messages) expect(JSON.parse(line)).toHaveProperty('reference');
    expect(world.written()).not.toContain(CANARY);
    expect(world.written()).not.toMatch(/Noor|UPROXY|29:proxy|xoxb-/);
  });

  it('tells one person who sends too much to wait, in every channel, and answers others', async () => {
    for (let count = 0; count < 6; count += 1) {
      await world.slack('onderwerpen', 'UHAAST');
      await world.teams('onderwerpen', '29:haast');
      await world.web('onderwerpen');
    }
    const slow = (host: string) =>
      world.reached.filter((call) => call.host === host && call.body.includes('Wacht een minuut'));
    await until(() => slow('hooks.slack.com').length === 1, 'a line in Slack');
    await until(() => slow('smba.trafficmanager.net').length === 1, 'a line in Teams');
    expect((await world.web('onderwerpen')).text).toContain('Wacht een minuut');
    const before = world.reached.length;
    await world.slack('onderwerpen', 'URUSTIG');
    await until(() => world.reached.length > before, 'an answer for somebody else');
    expect(world.reached.at(-1)?.body).not.toContain('Wacht een minuut');
  });
});

describe('the bot without a port for metrics', () => {
  it('shows them to nobody, not even on this machine', async () => {
    const world = await startWorld();
    try {
      expect((await world.get('/metrics')).status).toBe(403);
    } finally {
      await world.stop();
    }
  }, 60_000);
});

describe('the bot with a port for metrics that another program has', () => {
  it('does not start, and says in one line of Dutch which setting is to be changed', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(startWorld({ METRICS_PORT: String(port), LOG_LEVEL: 'silent' })).rejects.toThrow(
        new RegExp(`did not start: Poort ${port} is al in gebruik [^\\n]+: METRICS_PORT=\\d+ npm start\\n$`),
      );
    } finally {
      other.close();
    }
  }, 60_000);
});

describe('the bot without the authority of the organisation', () => {
  it('tells nothing to whoever answers in the place of Slack and Microsoft', async () => {
    const world = await startWorld({ NODE_EXTRA_CA_CERTS: '' });
    await until(async () => (await world.get('/readyz')).text.includes('SELF_SIGNED'), 'a reason of Teams');
    const { status, text } = await world.get('/readyz');
    await world.stop();
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      {
        channels: {
          web: 'ready',
          slack: expect.stringContaining('cannot be reached'),
          teams: expect.stringContaining('no token from Microsoft'),
        },
      },
    ]);
    expect(world.reached).toEqual([]);
  }, 60_000);
});
