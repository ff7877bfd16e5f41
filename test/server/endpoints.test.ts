import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Listener } from '../../src/assistant/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { NO_LOG } from '../../src/shared/log.ts';
import { rawHttp } from './raw-http.ts';

const page: Listener = (_, response) => response.end('page');

describe('a server with a contact and a list of hosts', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({
      ...{ host: '127.0.0.1', port: 0, log: NO_LOG },
      channels: [{ name: 'web', routes: { '/': page }, notReady: () => undefined }],
      allowedHosts: ['bot.example.org', '[::1]'],
      securityContact: 'mailto:security@example.org',
      details: () => ({ knowledge: { hash: 'abc' } }),
    });
  });
  afterAll(() => server.stop());
  const get = (path: string, host: string) =>
    rawHttp(server.port, `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);

  it.each(['bot.example.org', 'BOT.example.org:8443', '[::1]:3978', '[::1]'])('serves %s', async (host) => {
    expect((await get('/', host)).status).toBe(200);
  });

  it.each(['evil.example.org', 'bot.example.org.evil.org', '127.0.0.1', '', 'xbot.example.org', '[::2]'])(
    'refuses the host “%s”',
    async (host) => {
      expect((await get('/', host)).status).toBe(421);
      expect((await get('/metrics', host)).status).toBe(421);
    },
  );

  it('answers probes whatever the host, and tells them of the knowledge', async () => {
    expect((await get('/healthz', '10.0.0.7:3978')).status).toBe(200);
    const { text } = await get('/readyz', '10.0.0.7:3978');
    expect(text).toContain('"knowledge":{"hash":"abc"}');
  });

  it('says where to report a vulnerability, as RFC 9116 asks', async () => {
    const { status, text } = await get('/.well-known/security.txt', 'bot.example.org');
    expect(status).toBe(200);
    expect(text).toMatch(/content-type: text\/plain; charset=utf-8/i);
    expect(text).toContain('Contact: mailto:security@example.org\n');
    const expires = Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });
});

it('has no security.txt without a contact', async () => {
  const server = await startServer({ host: '127.0.0.1', port: 0, log: NO_LOG, channels: [] });
  expect((await fetch(`http://127.0.0.1:${server.port}/.well-known/security.txt`)).status).toBe(404);
  await server.stop();
});
