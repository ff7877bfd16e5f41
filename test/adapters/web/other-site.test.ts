import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawHttp } from '../../server/raw-http.ts';
import { serveWeb, textOf } from './serve.ts';
import type { Served } from './serve.ts';

describe('requests of other sites', () => {
  let web: Served;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const status = async (headers: Record<string, string>) =>
    (await web.post('/api/vraag', { vraag: 'help' }, headers)).status;

  it('are refused', async () => {
    await expect(status({ 'sec-fetch-site': 'cross-site' })).resolves.toBe(403);
    await expect(status({ 'sec-fetch-site': 'same-site' })).resolves.toBe(403);
    await expect(status({ origin: 'https://elders.example' })).resolves.toBe(403);
    await expect(status({ origin: 'null' })).resolves.toBe(403);
  });

  it('are told from those of our own pages, and of programs that are no browser', async () => {
    await expect(status({ 'sec-fetch-site': 'same-origin', origin: 'https://proxy.example' })).resolves.toBe(
      200,
    );
    await expect(status({ origin: `http://127.0.0.1:${web.port}` })).resolves.toBe(200);
    await expect(status({})).resolves.toBe(200);
  });

  it.each([
    ['bot.example.org:80', 'http://bot.example.org', 200],
    ['bot.example.org', 'http://bot.example.org:80', 200],
    ['bot.example.org:443', 'https://bot.example.org', 200],
    ['BOT.example.org', 'http://bot.example.org', 200],
    ['bot.example.org:81', 'http://bot.example.org', 403],
    ['bot.example.org:80', 'https://bot.example.org', 403],
    ['bot.example.org', 'http://bot.example.org.elders.example', 403],
  ])('are told by host and port (%s asked by %s): %d', async (host, origin, expected) => {
    const head = `POST /api/vraag HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\nconnection: close\r\n`;
    const body = JSON.stringify({ vraag: 'help' });
    const answer = await rawHttp(web.port, `${head}content-length: ${body.length}\r\n\r\n${body}`);
    expect(answer.status).toBe(expected);
  });

  it('may link to a question, for that is what links are for', async () => {
    expect(textOf((await web.visit('/?vraag=hoe+vaak+neem+ik+pauze')).html)).toContain('Elk uur kort.');
  });
});
