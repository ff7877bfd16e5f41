import { describe, expect, it } from '@jest/globals';
import { until } from '../until.ts';
import { freePort } from '../store/postgres.ts';
import { startWorld } from './world/index.ts';
import type { Failure } from './world/outside.ts';

const metricsOn = async (port: number) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

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
