import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { until } from '../adapters/slack/sink.ts';
import { VISIT } from '../adapters/web/serve.ts';
import { freePort } from '../store/postgres.ts';
import { startWorld } from './world/index.ts';
import type { World } from './world/index.ts';
import type { Failure } from './world/outside.ts';

const metricsOn = async (port: number) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

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

describe('the bot with an expired secret of Teams and Slack down at its start', () => {
  it('serves what it can, tells what it cannot, and comes back by itself', async () => {
    const error_description = 'AADSTS7000222: The provided client secret keys are expired.';
    const expired = { status: 401, body: JSON.stringify({ error: 'invalid_client', error_description }) };
    const failures = new Map<string, Failure>([
      ['login.microsoftonline.com', expired],
      ['slack.com', { status: 503 }],
    ]);
    const metricsPort = await freePort();
    const world = await startWorld({ METRICS_PORT: String(metricsPort) }, undefined, failures);
    const state = async () => {
      const { status, text } = await world.get('/readyz');
      return { code: status, ...(JSON.parse(text) as { channels: Record<string, string> }) };
    };
    const gauges = async () =>
      [...(await metricsOn(metricsPort)).matchAll(/^handreiking_channel_ready\{channel="(\w+)"\} (\d)/gm)]
        .map(([, channel, value]) => `${channel} ${value}`)
        .sort();
    try {
      await until(async () => !(await state()).channels['teams']?.includes('yet'), 'the answer of Microsoft');
      expect(await state()).toMatchObject({
        code: 200,
        channels: {
          web: 'ready',
          slack: 'Slack cannot be reached (HTTP 503)',
          teams: expect.stringContaining('the client secret has expired'),
        },
      });
      expect(await gauges()).toEqual(['slack 0', 'teams 0', 'web 1']);
      expect((await world.web('mag ik thuiswerken?')).status).toBe(200);
      expect((await world.slack('mag ik thuiswerken?')).status).toBe(503);
      failures.delete('slack.com');
      await until(async () => (await state()).channels['slack'] === 'ready', 'Slack');
      expect((await world.slack('mag ik thuiswerken?')).status).toBe(200);
      expect(await gauges()).toEqual(['slack 1', 'teams 0', 'web 1']);
      failures.clear();
      // It looks again by itself too, after a pause that grows to a minute.
      expect((await world.teams('mag ik thuiswerken?')).status).toBe(200);
      await until(async () => (await state()).channels['teams'] === 'ready', 'Teams');
      expect(await gauges()).toEqual(['slack 1', 'teams 1', 'web 1']);
    } finally {
      await world.stop();
    }
  }, 60_000);
});

describe('the bot whose answers Slack and Teams refuse', () => {
  it('counts each of them where an alert looks', async () => {
    const failures = new Map<string, Failure>([
      ['hooks.slack.com', { status: 500 }],
      ['smba.trafficmanager.net', { status: 500 }],
    ]);
    const metricsPort = await freePort();
    const world = await startWorld({ METRICS_PORT: String(metricsPort) }, undefined, failures);
    const lost = async () =>
      [...(await metricsOn(metricsPort)).matchAll(/channel="(\w+)",type="fault",outcome="lost"\} (\d+)/g)]
        .map(([, channel, count]) => `${channel} ${count}`)
        .sort();
    try {
      expect(await lost()).toEqual(['slack 0', 'teams 0', 'web 0']);
      await until(async () => (await world.get('/readyz')).text.includes('"teams":"ready"'), 'a token');
      for (const text of ['mag ik thuiswerken?', 'help']) {
        expect((await world.slack(text)).status).toBe(200);
        expect((await world.teams(text)).status).toBe(200);
      }
      await until(async () => (await lost()).includes('slack 2'), 'two counts in Slack');
      expect(await lost()).toEqual(['slack 2', 'teams 2', 'web 0']);
      failures.clear();
      await world.slack('help');
      await world.teams('help');
      await until(
        () => world.reached.filter(({ host }) => host === 'hooks.slack.com').length === 7,
        'an answer',
      );
      expect(await lost()).toEqual(['slack 2', 'teams 2', 'web 0']);
    } finally {
      await world.stop();
    }
  }, 60_000);
});

describe('the bot under load', () => {
  it('stops without losing an answer that waits behind its acknowledgement', async () => {
    const world = await startWorld();
    const people = Array.from({ length: 200 }, (_, number) => `U${number}`);
    const acknowledged = await Promise.all(people.map((person) => world.slack('onderwerpen', person)));
    expect(acknowledged.filter(({ status }) => status !== 200)).toEqual([]);
    await expect(world.stop()).resolves.toBe(0);
    expect(world.reached.filter(({ host }) => host === 'hooks.slack.com')).toHaveLength(people.length);
  }, 60_000);

  it('stops without losing a request or an answer', async () => {
    const world = await startWorld({ DRAIN_SECONDS: '1' });
    let [sent, answered, isServed] = [0, 0, true];
    const failures: unknown[] = [];
    const client = async (ask: (text: string) => Promise<{ readonly status: number }>) => {
      while (isServed) {
        sent += 1;
        try {
          const { status } = await ask('onderwerpen');
          if (status === 200) answered += 1;
          else failures.push(status);
        } catch (error) {
          failures.push(error);
        }
      }
    };
    // As a load balancer does: nothing new once the bot says that it is not ready.
    const balance = async () => {
      while (isServed) {
        isServed = (await world.get('/readyz')).status === 200;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const clients = [world.slack, world.teams, world.web, world.web].map((ask) =>
      client((text) => ask(text)),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const ended = once(world.bot, 'exit');
    world.bot.kill('SIGTERM');
    await Promise.all([...clients, balance()]);
    expect((await ended)[0]).toBe(0);
    expect(failures).toEqual([]);
    expect(answered).toBe(sent);
    const commands = world.written().match(/"channel":"slack","outcome"/g)?.length;
    const answers = world.reached.filter(({ host }) => host === 'hooks.slack.com').length;
    expect(answers).toBe(commands);
    await world.stop();
  }, 60_000);

  it('stops at once at a second signal', async () => {
    const world = await startWorld({ DRAIN_SECONDS: '60' });
    const ended = once(world.bot, 'exit');
    world.bot.kill('SIGTERM');
    await until(() => world.written().includes('stopping'), 'the first signal');
    world.bot.kill('SIGTERM');
    expect((await ended)[0]).toBe(143);
    await world.stop();
  }, 60_000);
});
