import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTeams } from '../../../adapters/teams/index.ts';
import { CALL_POLICY } from '../../../adapters/teams/outgoing.ts';
import type { TeamsParts } from '../../../adapters/teams/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Log } from '../../../src/shared/log.ts';
import { until } from '../slack/sink.ts';
import { activityTo, APP_ID, inTurn, startTeams, status, taken, TENANT, tokenWith } from './harness.ts';
import type { Behaviour, Teams } from './harness.ts';

const reply = { kind: 'social', language: 'nl', blocks: [{ kind: 'paragraph', text: 'Dag.' }] } as const;
const asker = {
  ask: () => reply,
  language: 'nl' as const,
  say: (key: string) => key,
  sorry: () => reply,
  entries: [],
};
const assistant = () => createAssistant({ asker, channel: 'teams' });
let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(assistant());
}, 60_000);
afterEach(() => {
  teams.behave();
  teams.logged.length = 0;
});
afterAll(() => teams.stop());

/** Takes the request and lets go of the connection without a word. */
const reset: Behaviour = (request) => {
  request.socket.resetAndDestroy();
};
const hang: Behaviour = () => undefined;

describe('a reply that Teams does not take', () => {
  it.each([412, 429, 502, 504])('at first, with %i, is sent again, and arrives once', async (code) => {
    teams.behave(inTurn(status(code), status(code), taken));
    const { sent, status: answered } = await teams.send({});
    expect([sent.length, answered]).toEqual([3, 200]);
    expect(teams.logged).toEqual([]);
  });

  it.each([412, 429, 502, 504])('always, with %i, is given up after four attempts', async (code) => {
    teams.behave(status(code));
    const { sent, status: answered } = await teams.send({});
    expect([sent.length, answered]).toEqual([4, 200]);
    expect(teams.logged).toEqual([
      {
        level: 'warn',
        fields: { what: 'send', reason: String(code), tries: 4 },
        message: 'Teams did not take a message',
      },
    ]);
  });

  it.each([400, 401, 403, 404, 413, 500, 503])(
    'with %i, which may have arrived or never will, is not sent again',
    async (code) => {
      teams.behave(status(code));
      const { sent, status: answered } = await teams.send({});
      expect([sent.length, answered]).toEqual([1, 200]);
      expect(teams.logged).toMatchObject([{ fields: { reason: String(code), tries: 1 } }]);
    },
  );

  it('waits as long as Teams asks, and gives up when that is too long', async () => {
    teams.behave(status(429, { 'retry-after': '60' }));
    const { sent } = await teams.send({});
    expect(sent).toHaveLength(1);
    expect(teams.logged).toMatchObject([{ fields: { reason: '429', tries: 1 } }]);
  });

  it('is sent again with growing delays that differ between messages', async () => {
    const firstDelay = 100;
    const bot = await startTeams(assistant(), {
      callPolicy: { timeout: 1_000, firstDelay, maxTotal: 5_000 },
    });
    try {
      const times = new Map<string, number[]>();
      bot.behave((request, response, call) => {
        const { url = '' } = request;
        times.set(url, [...(times.get(url) ?? []), performance.now()]);
        status(429)(request, response, call);
      });
      await Promise.all(Array.from({ length: 12 }, () => bot.send({})));
      const waits = [...times.values()].map((at) =>
        at.slice(1).map((time, place) => time - (at[place] ?? 0)),
      );
      expect(waits).toHaveLength(12);
      // A timer may be a little early.
      for (const [place, least] of [50, 100, 200].entries())
        for (const wait of waits) expect(wait[place]).toBeGreaterThan(least - 5);
      const first = waits.map(([wait = 0]) => wait);
      expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(firstDelay / 10);
    } finally {
      await bot.stop();
    }
  });

  it('with a delay that Teams asks for is sent again after it', async () => {
    const bot = await startTeams(assistant(), { callPolicy: { ...CALL_POLICY, firstDelay: 1 } });
    try {
      bot.behave(inTurn(status(429, { 'retry-after': '1' }), taken));
      const began = performance.now();
      await expect(bot.send({})).resolves.toMatchObject({ sent: [{}, {}] });
      expect(performance.now() - began).toBeGreaterThan(995);
    } finally {
      await bot.stop();
    }
  });

  it('is sent again when less is left of the total than an attempt may take', async () => {
    const callPolicy = { timeout: 30_000, firstDelay: 10, maxTotal: 20_000 };
    const bot = await startTeams(assistant(), { callPolicy });
    try {
      bot.behave(inTurn(status(429), taken));
      await expect(bot.send({})).resolves.toMatchObject({ sent: [{}, {}] });
      expect(bot.logged).toEqual([]);
    } finally {
      await bot.stop();
    }
  });

  it('has a timeout of 5 s an attempt, and ends before Teams repeats the message after 15 s', () => {
    expect(CALL_POLICY).toMatchObject({ timeout: 5_000, maxTotal: 12_000 });
  });

  it('because of a timeout is not sent again', async () => {
    teams.behave(hang);
    const { sent, status: answered } = await teams.send({});
    expect([sent.length, answered]).toEqual([1, 200]);
    expect(teams.logged).toMatchObject([{ fields: { reason: 'timeout', tries: 1 } }]);
  });

  it('because the connection breaks is not sent again', async () => {
    teams.behave(reset);
    const { sent, status: answered } = await teams.send({});
    expect([sent.length, answered]).toEqual([1, 200]);
    expect(teams.logged).toMatchObject([{ fields: { reason: 'ECONNRESET', tries: 1 } }]);
  });

  it('is not redirected to another address', async () => {
    teams.behave(status(307, { location: `${teams.connector}elsewhere` }));
    const { sent } = await teams.send({});
    expect(sent.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('does not delay other replies', async () => {
    teams.behave(inTurn(hang, taken));
    const order: string[] = [];
    const slow = teams.send({}).then(() => order.push('slow'));
    while (teams.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await teams.send({}).then(() => order.push('quick'));
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });
});

/** A channel whose settings differ, with its log. */
async function withParts(parts: TeamsParts) {
  const lines: { level: string; fields: object; message: string }[] = [];
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const settings = {
    type: 'SingleTenant',
    appId: 'app',
    tenantId: 'tenant',
    password: 'oud geheim',
  } as const;
  const channel = await createTeams(settings, { assistant: assistant(), log }, parts);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await channel.stop();
  return { channel, lines };
}

describe('the identity of the bot', () => {
  const down = Object.assign(new Error('down'), { code: 'ECONNREFUSED' });
  it.each([
    ['AADSTS7000222: The provided client secret keys for app are expired.', 'the client secret has expired'],
    ['AADSTS7000215: Invalid client secret provided.', 'the client secret is wrong'],
    ['AADSTS700016: Application not found in the directory.', 'the application is not in this tenant'],
  ])('that is refused with %s is reported by readiness and one line of the log', async (text, advice) => {
    const { channel, lines } = await withParts({ fetchToken: () => Promise.reject(new Error(text)) });
    expect(channel.notReady()).toContain(advice);
    expect(lines).toEqual([
      { level: 'error', fields: { code: text.split(':')[0] }, message: channel.notReady() },
    ]);
    expect(JSON.stringify(lines)).not.toContain('geheim');
  });

  it('that the network does not reach is reported in the same way', async () => {
    const { channel, lines } = await withParts({ fetchToken: () => Promise.reject(down) });
    expect(channel.notReady()).toBe('no token from Microsoft (ECONNREFUSED)');
    expect(lines).toEqual([
      { level: 'error', fields: { code: 'ECONNREFUSED' }, message: channel.notReady() },
    ]);
  });

  it('that is not known yet means not ready', async () => {
    const { channel } = await withParts({ fetchToken: () => new Promise(() => undefined) });
    expect(channel.notReady()).toBe('no token from Microsoft yet');
  });

  it('is retried without traffic, and a token makes the channel ready', async () => {
    let works = false;
    const fetchToken = () => (works ? Promise.resolve('Bearer nieuw') : Promise.reject(down));
    const bot = await startTeams(assistant(), { fetchToken });
    try {
      await until(() => bot.channel.notReady() === 'no token from Microsoft (ECONNREFUSED)', 'a reason');
      works = true;
      await until(() => bot.channel.notReady() === undefined, 'a token');
      expect(bot.logged.map(({ level }) => level)).toEqual(['error', 'info']);
      expect(bot.received).toEqual([]);
    } finally {
      await bot.stop();
    }
  });

  it('that fails leaves the bot running, and is logged once', async () => {
    let works = false;
    const bot = await startTeams(assistant(), {
      fetchToken: () =>
        works ? Promise.resolve('Bearer nieuw') : Promise.reject(new Error('AADSTS7000222: expired')),
    });
    try {
      const [first, second] = [await bot.send({}), await bot.send({})];
      expect([first, second].map(({ status: code, sent }) => [code, sent.length])).toEqual([
        [200, 0],
        [200, 0],
      ]);
      expect(bot.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
      works = true;
      await expect(bot.send({})).resolves.toMatchObject({ sent: [{ authorization: 'Bearer nieuw' }] });
      expect(bot.channel.notReady()).toBeUndefined();
      expect(bot.logged.filter(({ level }) => level === 'info')).toHaveLength(1);
    } finally {
      await bot.stop();
    }
  });
});

describe("the keys of Microsoft's tokens", () => {
  it('that cannot be fetched give 503 without a body, and one line', async () => {
    const closed = createServer();
    closed.on('connection', (socket) => socket.destroy());
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    const bot = await startTeams(assistant(), { openIdUrl: `http://127.0.0.1:${port}/` });
    try {
      const token = { authorization: `Bearer ${tokenWith({ claims: { serviceurl: bot.connector } })}` };
      for (const id of ['1', '2'])
        await expect(bot.post(activityTo(bot.connector, { id }), token)).resolves.toMatchObject({
          status: 503,
          text: '',
        });
      expect(bot.logged).toMatchObject([{ level: 'error', message: expect.stringContaining('keys') }]);
    } finally {
      await bot.stop();
      closed.close();
    }
  });
});

describe('starting', () => {
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  it.each([
    { type: 'SingleTenant', appId: '', tenantId: 't', password: 'p' },
    { type: 'SingleTenant', appId: 'a', tenantId: '', password: 'p' },
    { type: 'SingleTenant', appId: 'a', tenantId: 't', password: '' },
    { type: 'UserAssignedMSI', appId: '', tenantId: 't' },
  ] as const)('without a setting fails, so that nobody is let in unchecked: %j', async (settings) => {
    await expect(createTeams(settings, { assistant: assistant(), log })).rejects.toThrow();
  });

  it('with a managed identity checks callers too', async () => {
    const bot = await startTeams(
      assistant(),
      {},
      { type: 'UserAssignedMSI', appId: APP_ID, tenantId: TENANT },
    );
    try {
      await expect(bot.send({})).resolves.toMatchObject({ status: 200, sent: [{ method: 'POST' }] });
      const nobody = await bot.post(activityTo(bot.connector), { authorization: 'Bearer on.zin.nig' });
      expect([nobody.status, nobody.text]).toEqual([401, '']);
    } finally {
      await bot.stop();
    }
  });
});
