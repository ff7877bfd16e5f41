import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CALL_POLICY } from '../../../adapters/teams/calls.ts';
import { until } from '../../until.ts';
import { inTurn, status, taken } from './connector.ts';
import type { Behaviour } from './connector.ts';
import { GREETED, greeter, SHORT_TIMEOUT, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(greeter());
});
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
    expect(sent).toMatchObject([...GREETED, ...GREETED, ...GREETED]);
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
    const bot = await startTeams(greeter(), {
      callPolicy: { timeout: 30_000, firstDelay, maxTotal: 30_000 },
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
    const bot = await startTeams(greeter(), { callPolicy: { ...CALL_POLICY, firstDelay: 1 } });
    try {
      bot.behave(inTurn(status(429, { 'retry-after': '1' }), taken));
      const began = performance.now();
      await expect(bot.send({})).resolves.toMatchObject({ sent: [...GREETED, ...GREETED] });
      expect(performance.now() - began).toBeGreaterThan(995);
    } finally {
      await bot.stop();
    }
  });

  it('is sent again when less is left of the total than an attempt may take', async () => {
    const callPolicy = { timeout: 30_000, firstDelay: 10, maxTotal: 20_000 };
    const bot = await startTeams(greeter(), { callPolicy });
    try {
      bot.behave(inTurn(status(429), taken));
      await expect(bot.send({})).resolves.toMatchObject({ sent: [...GREETED, ...GREETED] });
      expect(bot.logged).toEqual([]);
    } finally {
      await bot.stop();
    }
  });

  it('has time for two attempts that take long, and ends before Teams repeats the message after 15 s', () => {
    expect(2 * CALL_POLICY.timeout + CALL_POLICY.firstDelay).toBeLessThan(CALL_POLICY.maxTotal);
    expect(CALL_POLICY.maxTotal).toBeLessThan(15_000);
  });

  it('because of a timeout is not sent again', async () => {
    const bot = await startTeams(greeter(), SHORT_TIMEOUT);
    try {
      bot.behave(hang);
      const { sent, status: answered } = await bot.send({});
      expect([sent.length, answered]).toEqual([1, 200]);
      expect(bot.logged).toMatchObject([{ fields: { reason: 'timeout', tries: 1 } }]);
    } finally {
      await bot.stop();
    }
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
    let answerFirst: () => void = () => undefined;
    teams.behave(
      inTurn((...call) => {
        answerFirst = () => {
          taken(...call);
        };
      }, taken),
    );
    const before = teams.received.length;
    const order: string[] = [];
    const slow = teams.send({}).then(() => order.push('slow'));
    await until(() => teams.received.length > before, 'the first reply');
    await teams.send({}).then(() => order.push('quick'));
    answerFirst();
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });
});
