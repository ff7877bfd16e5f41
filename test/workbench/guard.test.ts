import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { serveWorkbench } from './serve.ts';
import type { ServedWorkbench } from './serve.ts';

describe('who the workbench answers', () => {
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    workbench = await serveWorkbench();
  });
  afterAll(() => workbench.stop());

  /** The status of a request with these headers, which `fetch` would not let us choose. */
  const statusOf = (
    headers: Readonly<Record<string, string>>,
    { method = 'GET', path = '/' }: { readonly method?: string; readonly path?: string } = {},
  ) =>
    new Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>> }>(
      (resolve, reject) => {
        const host = `localhost:${workbench.port}`;
        const sent = request({
          host: '127.0.0.1',
          port: workbench.port,
          path,
          method,
          headers: { host, ...headers },
        });
        sent.on('response', (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0, headers: response.headers });
        });
        sent.on('error', reject).end();
      },
    );

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answers as %s', async (name) => {
    expect((await statusOf({ host: `${name}:${workbench.port}` })).status).toBe(200);
  });

  it.each(['/', '/vragen', '/assets/x'])(
    'refuses every other host name, as in DNS rebinding: %s',
    async (path) => {
      for (const host of [
        `werkbank.example:${workbench.port}`,
        `localhost.example:${workbench.port}`,
        `localhost@evil.example:${workbench.port}`,
        `127.0.0.2:${workbench.port}`,
        'localhost',
        `localhost:${workbench.port + 1}`,
      ])
        expect([host, (await statusOf({ host }, { path })).status]).toEqual([host, 421]);
    },
  );

  it('refuses the files of pages under another host name too', async () => {
    const html = await (await workbench.get('/')).text();
    const path = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
    expect((await statusOf({}, { path })).status).toBe(200);
    expect((await statusOf({ host: `evil.example:${workbench.port}` }, { path })).status).toBe(421);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' }],
    ['another name of this machine', { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:1' }],
    ['a browser without Sec-Fetch-Site', { origin: 'http://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('refuses a form of %s', async (_, headers) => {
    for (const path of ['/botsing', '/ongedaan', '/live', '/bron'])
      expect([path, (await statusOf(headers, { method: 'POST', path })).status]).toEqual([path, 403]);
  });

  it('accepts forms of its own pages', async () => {
    const origin = `http://localhost:${workbench.port}`;
    const headers = { origin, 'sec-fetch-site': 'same-origin' };
    expect((await statusOf(headers, { method: 'POST', path: '/botsing' })).status).toBe(303);
  });

  it('lets no other site load a page as a picture, script or request, nor frame it', async () => {
    for (const mode of ['no-cors', 'cors', 'websocket'])
      expect((await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode })).status).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const { status, headers } = await statusOf(link);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
      ),
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers)).not.toContain('access-control-allow-origin');
  });

  it('refuses other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect([method, (await statusOf({}, { method })).status]).toEqual([method, 405]);
  });

  it('cannot be reached from another machine', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside === undefined) return;
    const outcome = await new Promise((resolve) => {
      const socket = connect(workbench.port, outside.address);
      socket.once('connect', () => {
        socket.destroy();
        resolve('connected');
      });
      socket.once('error', () => {
        resolve('refused');
      });
    });
    expect(outcome).toBe('refused');
  });
});
