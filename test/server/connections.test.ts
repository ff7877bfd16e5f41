import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Listener } from '../../src/assistant/index.ts';
import { until } from '../until.ts';
import { get, LARGE, onePageServers } from './one-page.ts';
import { rawHttp } from './raw-http.ts';

const { serve, open, close, warned } = onePageServers();
afterEach(close);

describe('a client that does not read its answer', () => {
  it('is cut off after a while', async () => {
    const answers: ServerResponse[] = [];
    const { port } = await serve(
      (_, response) => {
        answers.push(response.end(LARGE));
      },
      { limits: { stalled: 1_000 } },
    );
    const client = await open(port, get('/'));
    await once(client, 'readable');
    const [answer] = answers;
    if (answer?.closed === false) await once(answer, 'close');
    expect(answer?.writableFinished).toBe(false);
  });
});

describe('a server with all the connections that it serves', () => {
  const limits = { max: 3, spare: 1 };
  const never: Listener = (request, response) => {
    if (request.url !== '/wacht') response.end('page');
  };
  const full = async () => {
    const { port } = await serve(never, { limits: { ...limits, stop: 50 } });
    const held = [];
    for (let count = 0; count < limits.max; count += 1) held.push(await open(port, get('/wacht')));
    return { port, held };
  };

  it('says so to others, and when to come back', async () => {
    const { port } = await full();
    const before = warned.length;
    for (const path of ['/', '/metrics', '/.well-known/security.txt']) {
      const { status, text } = await rawHttp(port, get(path));
      expect([path, status]).toEqual([path, 503]);
      expect(text).toMatch(/^retry-after: 5\r$/im);
      expect(text).toMatch(/^connection: close\r$/im);
    }
    await until(() => warned.length > before, 'the line');
    expect(warned.slice(before)).toEqual(['more connections than are served: new ones are refused']);
  });

  it('answers probes, and keeps none of their connections', async () => {
    const { port } = await full();
    for (const path of ['/healthz', '/readyz', '/healthz']) {
      const { status, text } = await rawHttp(port, get(path));
      expect([path, status]).toEqual([path, 200]);
      expect(text).toMatch(/^connection: close\r$/im);
    }
  });

  it('answers probes too when others hold the spare connections, of which it closes the oldest', async () => {
    const { port } = await full();
    for (let count = 0; count < 5; count += 1) {
      const waiting = await open(port, 'GET /healthz HTTP/1.1\r\n');
      const closed = new Promise((resolve) => waiting.resume().once('close', resolve));
      expect((await rawHttp(port, get('/healthz'))).status).toBe(200);
      await closed;
    }
  });

  it('serves again when there is room', async () => {
    const { port, held } = await full();
    expect((await rawHttp(port, get('/'))).status).toBe(503);
    held[0]?.destroy();
    let status = 503;
    while (status === 503) ({ status } = await rawHttp(port, get('/', true)));
    expect(status).toBe(200);
  });

  it('makes room by closing connections between two requests', async () => {
    const { port } = await serve(never, { limits });
    for (let count = 0; count < 10; count += 1) {
      const socket = await open(port, get('/'));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    }
  });
});
