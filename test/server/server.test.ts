import { beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Listener } from '../../src/assistant/index.ts';
import { channel, echo, echoServers } from './echo-servers.ts';

describe('a server', () => {
  const { lines, start } = echoServers();
  let base = '';
  beforeAll(async () => {
    ({ base } = await start());
  });

  it('gives a channel the whole body of a request', async () => {
    const response = await fetch(`${base}/vraag`, { method: 'POST', body: 'mag dat?' });
    expect(response.status).toBe(200);
    await expect(response.text()).resolves.toBe('POST /vraag mag dat?');
  });

  it('keeps an idle connection longer than any proxy before it does (Caddy: 120 s)', async () => {
    const { headers } = await fetch(base);
    const seconds = Number(/^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(120);
  });

  it('gives a request to the channel with the longest beginning of the path that fits', async () => {
    const say =
      (text: string): Listener =>
      (_, response) =>
        response.end(text);
    const server = await start({
      channels: [
        channel('web', { '/': say('web') }),
        channel('slack', { '/slack/': say('slack') }),
        channel('teams', { '/api/messages': say('teams') }),
      ],
    });
    const at = async (path: string) => (await fetch(server.base + path)).text();
    await expect(at('/slack/events?x=1')).resolves.toBe('slack');
    await expect(at('/api/messages')).resolves.toBe('teams');
    await expect(at('/api/vraag')).resolves.toBe('web');
    await expect(at('/slack')).resolves.toBe('web');
  });

  it('answers 404 to a path that no channel serves', async () => {
    const server = await start({ channels: [channel('slack', { '/slack/': echo })] });
    const response = await fetch(`${server.base}/anders`);
    expect(response.status).toBe(404);
    await expect(response.text()).resolves.toBe('');
  });

  it('sets security headers on every answer, also on refusals', async () => {
    for (const path of ['/', '/healthz', '/readyz', '/boem']) {
      const { headers } = await fetch(`${base}${path}`);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('tells that it is alive and which channels are ready', async () => {
    let reason: string | undefined = 'Slack refuses the token';
    const server = await start({ channels: [channel('slack', { '/slack/': echo }, () => reason)] });
    const at = (path: string, init = {}) => fetch(server.base + path, init);
    const live = await at('/healthz?probe=1');
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const not = await at('/readyz');
    expect([not.status, await not.json()]).toEqual([
      503,
      { status: 'not ready', channels: { slack: 'Slack refuses the token' } },
    ]);
    reason = undefined;
    const ready = await at('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', channels: { slack: 'ready' } },
    ]);
    const head = await at('/readyz', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each<[string, readonly (string | undefined)[], number]>([
    ['every channel serves', [undefined, undefined], 200],
    [
      'one of them does not, for that must not take the other off the air',
      ['an expired secret', undefined],
      200,
    ],
    ['none of them does', ['an expired secret', 'no way out'], 503],
    ['there is none', [], 503],
  ])('tells whether it is ready when %s', async (_, reasons, status) => {
    const channels = reasons.map((reason, place) => channel(`c${place}`, {}, () => reason));
    const server = await start({ channels });
    const ready = await fetch(`${server.base}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      status,
      {
        status: status === 200 ? 'ready' : 'not ready',
        channels: Object.fromEntries(reasons.map((reason, place) => [`c${place}`, reason ?? 'ready'])),
      },
    ]);
  });

  it('answers 405 with the methods that are allowed to others on its own paths', async () => {
    const response = await fetch(`${base}/healthz`, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('answers 500 when a channel throws, logs why, and goes on', async () => {
    const before = lines.length;
    const response = await fetch(`${base}/boem`);
    expect(response.status).toBe(500);
    await expect(response.text()).resolves.toBe('');
    expect(lines.slice(before)).toEqual([
      { fields: { cause: expect.stringContaining('kapot') }, message: 'a request could not be answered' },
    ]);
    expect((await fetch(`${base}/daarna`)).status).toBe(200);
  });

  it('rejects when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = (other.address() as AddressInfo).port;
    await expect(start({ port: taken })).rejects.toThrow(`Poort ${taken} is al in gebruik`);
    await new Promise((resolve) => other.close(resolve));
  });
});
