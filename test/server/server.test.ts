import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Channel, Listener } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer, ServerParts } from '../../src/server/index.ts';
import { holdOpen, rawHttp } from './raw-http.ts';
import { StartError } from '../../src/shared/start-error.ts';

type Lines = { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[];

function logged(): { readonly lines: Lines; readonly log: Log } {
  const lines: Lines = [];
  const write: Log['info'] = (fields, message) => void lines.push({ fields, message });
  return { lines, log: { info: write, warn: write, error: write } };
}

function channel(name: string, routes: Channel['routes'], notReady = (): string | undefined => undefined) {
  return { name, routes, notReady };
}

/** Answers with what it was asked. */
const echo: Listener = (request, response) => {
  if (request.url === '/boem') throw new Error('kapot');
  response.end(`${request.method ?? ''} ${request.url ?? ''} ${request.rawBody.toString()}`);
};

describe('a server', () => {
  const { lines, log } = logged();
  const started: RunningServer[] = [];
  let port = 0;
  let base = '';

  const start = async (parts: Partial<ServerParts> = {}) => {
    const channels = [channel('web', { '/': echo })];
    const server = await startServer({ host: '127.0.0.1', port: 0, channels, log, ...parts });
    started.push(server);
    return server;
  };

  beforeAll(async () => {
    ({ port } = await start({ limits: { headers: 300, request: 600, check: 50 } }));
    base = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    await Promise.all(started.map((server) => server.stop()));
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
    const at = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text();
    await expect(at('/slack/events?x=1')).resolves.toBe('slack');
    await expect(at('/api/messages')).resolves.toBe('teams');
    await expect(at('/api/vraag')).resolves.toBe('web');
    await expect(at('/slack')).resolves.toBe('web');
  });

  it('answers 404 to a path that no channel serves', async () => {
    const server = await start({ channels: [channel('slack', { '/slack/': echo })] });
    const response = await fetch(`http://127.0.0.1:${server.port}/anders`);
    expect(response.status).toBe(404);
    await expect(response.text()).resolves.toBe('');
  });

  it('sets security headers on every answer, also on refusals', async () => {
    for (const path of ['/', '/healthz', '/readyz', '/boem']) {
      const { headers } = await fetch(`${base}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('tells that it is alive and which channels are ready', async () => {
    let reason: string | undefined = 'Slack refuses the token';
    const server = await start({ channels: [channel('slack', { '/slack/': echo }, () => reason)] });
    const at = (path: string, init = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
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
    const ready = await fetch(`http://127.0.0.1:${server.port}/readyz`);
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

  it('refuses a body that says it is too large, without reading it', async () => {
    const request = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\nbegin';
    await expect(rawHttp(port, request)).resolves.toMatchObject({ status: 413 });
  });

  it('refuses a body that turns out to be too large, and says so', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const head = 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n';
    const answer = await rawHttp(port, `${head}${chunk.repeat(20)}0\r\n\r\n`);
    expect(answer.status).toBe(413);
    expect(answer.text).toMatch(/connection: close/i);
  });

  it('takes a body of exactly the most', async () => {
    const body = 'x'.repeat(256 * 1024);
    const response = await fetch(`${base}/`, { method: 'POST', body });
    expect((await response.text()).length).toBe('POST / '.length + body.length);
  });

  it.each([
    ['no HTTP at all', 'hallo bot\r\n\r\n', 400],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['a length that is no number', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: veel\r\n\r\n', 400],
    [
      'a chunk that is no chunk',
      'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['a broken header', 'GET / HTTP/1.1\r\nhost: x\r\nfout\x00: 1\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\nhost: x\r\nveel: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['headers that do not end', 'GET / HTTP/1.1\r\nhost: x\r\n', 408],
    ['a body that does not come', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc', 408],
  ])('answers %s and closes', async (_, request, status) => {
    await expect(rawHttp(port, request)).resolves.toMatchObject({ status });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it('answers 404 to an address that is not a path', async () => {
    const request = 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n';
    await expect(rawHttp(port, request)).resolves.toMatchObject({ status: 404 });
  });

  it('answers others while slow clients dawdle', async () => {
    const dawdlers = await Promise.all(
      Array.from({ length: 100 }, () =>
        holdOpen(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n'),
      ),
    );
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    for (const socket of dawdlers) socket.destroy();
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

  it('is silent about clients that went away', async () => {
    const before = lines.length;
    const socket = await holdOpen(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc');
    socket.resetAndDestroy();
    await once(socket, 'close');
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect(lines.slice(before)).toEqual([]);
  });

  it('rejects when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = (other.address() as AddressInfo).port;
    await expect(start({ port: taken })).rejects.toThrow(StartError);
    await new Promise((resolve) => other.close(resolve));
  });
});
