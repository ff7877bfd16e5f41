import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { Listener } from '../../src/assistant/index.ts';
import { createBoundedServer } from '../../src/server/connections.ts';
import { listen } from '../../src/server/http.ts';
import { startMetricsServer } from '../../src/server/metrics-server.ts';
import { get, LARGE, onePageServers } from './one-page.ts';
import { rawHttp } from './raw-http.ts';

const { serve, open, close } = onePageServers();
afterEach(close);

/** A page that answers with its path after some turns of the event loop, and knows how many do so at the same time. */
function counting() {
  const seen = { now: 0, most: 0, answered: 0 };
  const page: Listener = (request, response) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    void setImmediate().then(() => {
      seen.now -= 1;
      seen.answered += 1;
      response.end(`[${request.url ?? ''} ${request.rawBody.toString()}]`);
    });
  };
  return { seen, page };
}

/** What stands between brackets in the bodies, in order. */
const answersIn = (text: string) =>
  [...text.matchAll(/\[(\S+) ([^\]]*)\]/g)].map(([, path, body]) => [path, body]);

describe('a client that sends requests without waiting for answers', () => {
  it('has one request in flight, and gets all answers in order', async () => {
    const { seen, page } = counting();
    const { port } = await serve(page);
    const paths = Array.from({ length: 200 }, (_, number) => `/${number}`);
    const { text } = await rawHttp(port, paths.map((path) => get(path, path === paths.at(-1))).join(''));
    expect(answersIn(text)).toEqual(paths.map((path) => [path, '']));
    expect(seen.most).toBe(1);
  });

  it('has its answers however the bytes come in, and whatever its bodies hold', async () => {
    const { seen, page } = counting();
    const { port } = await serve(page);
    const body = fc.constantFrom('', 'a', '\r\n\r\n', 'a\r\n\r\nGET /nee HTTP/1.1\r\n\r\n', 'x'.repeat(500));
    const kind = fc.constantFrom('none', 'length', 'chunked');
    const request = fc.record({ body, kind });
    const cuts = fc.array(fc.nat({ max: 2_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), cuts, async (requests, places) => {
        const texts = requests.map((one, number) => written(`/${number}`, one.kind, one.body));
        const whole = texts.join('') + get('/laatste', true);
        const socket = await open(port, '');
        let got = '';
        socket.on('data', (chunk) => (got += chunk.toString()));
        const closed = once(socket, 'close');
        let from = 0;
        for (const place of [...places.toSorted((a, b) => a - b), whole.length]) {
          socket.write(whole.slice(from, place));
          from = Math.max(from, place);
          await setImmediate();
        }
        await closed;
        const expected = requests.map(({ kind: how, body: sent }, number) => [
          `/${number}`,
          how === 'none' ? '' : sent,
        ]);
        expect(answersIn(got)).toEqual([...expected, ['/laatste', '']]);
      }),
      { numRuns: 40 },
    );
    expect(seen.most).toBe(1);
  }, 30_000);

  it.each([
    ['without a body', get('/')],
    ['with a body', written('/', 'length', '{}')],
    ['with chunks', written('/', 'chunked', '{}')],
    ['whose ends come at odd places', `\r\n${get('/')}`],
  ])('has no more than one request %s parsed ahead', async (_, request) => {
    let [parsed, answered, ahead] = [0, 0, 0];
    const limits = { max: 10, spare: 0, stalled: 10_000 };
    const server = createBoundedServer({}, limits, (incoming, response) => {
      incoming.resume().on('end', () => response.end('page'));
      response.once('close', () => (answered += 1));
    });
    server.on('request', () => {
      parsed += 1;
      ahead = Math.max(ahead, parsed - answered - 1);
    });
    await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
    const { text } = await rawHttp(
      (server.address() as AddressInfo).port,
      request.repeat(300) + get('/', true),
    );
    server.close();
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(301);
    expect(ahead).toBeLessThanOrEqual(1);
  });

  it('waits for its next answer until it has read the one before', async () => {
    const paths: string[] = [];
    const { port } = await serve((request, response) => {
      paths.push(request.url ?? '');
      response.end(LARGE);
    });
    const socket = await open(port, get('/een') + get('/twee') + get('/drie', true));
    socket.pause();
    for (let count = 0; count < 20; count += 1) await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(paths).toEqual(['/een']);
    let size = 0;
    socket.on('data', ({ length }) => (size += length)).resume();
    await once(socket, 'close');
    expect(paths).toEqual(['/een', '/twee', '/drie']);
    expect(size).toBeGreaterThan(3 * LARGE.length);
  }, 30_000);

  it('takes turns with others: nobody waits behind all that twenty of them sent', async () => {
    let served = 0;
    const { port } = await serve((_, response) => {
      served += 1;
      response.end('page');
    });
    const many = await Promise.all(Array.from({ length: 20 }, () => open(port, '')));
    for (const socket of many) socket.resume().write(get('/').repeat(200));
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(served).toBeLessThan(20 * 200);
  });

  it('has one request for the metrics in flight too', async () => {
    const seen = { now: 0, most: 0 };
    const metrics = async () => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await setImmediate();
      seen.now -= 1;
      return { type: 'text/plain', text: 'm' };
    };
    const server = await startMetricsServer({ host: '127.0.0.1', port: 0, metrics });
    const { text } = await rawHttp(server.port, get('/metrics').repeat(20) + get('/metrics', true));
    await server.stop();
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(21);
    expect(seen.most).toBe(1);
  });
});

function written(path: string, kind: string, body: string): string {
  if (kind === 'none') return get(path);
  if (kind === 'length')
    return `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const chunk = body === '' ? '' : `${body.length.toString(16)}\r\n${body}\r\n`;
  return `POST ${path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${chunk}0\r\n\r\n`;
}
