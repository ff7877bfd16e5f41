import { beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { echoServers } from './echo-servers.ts';
import { holdOpen, rawHttp } from './raw-http.ts';

describe('a server', () => {
  const { lines, start } = echoServers();
  let [port, base] = [0, ''];
  beforeAll(async () => {
    ({ port, base } = await start({ limits: { request: 600, check: 50 } }));
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

  it('is silent about clients that went away', async () => {
    const before = lines.length;
    const socket = await holdOpen(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc');
    socket.resetAndDestroy();
    await once(socket, 'close');
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect(lines.slice(before)).toEqual([]);
  });
});
