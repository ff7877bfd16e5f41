import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startServer } from '../../src/server/index.ts';
import type { ServerParts } from '../../src/server/index.ts';
import { NO_LOG } from '../../src/shared/log.ts';
import { holdOpen } from './raw-http.ts';

/** Starts a server that answers nothing before `release`. `arrived(n)` resolves when n requests are running. */
async function startHolding(parts: Partial<ServerParts> = {}) {
  const running: ServerResponse[] = [];
  let onArrival = () => {};
  const channel = {
    name: 'web',
    notReady: () => undefined,
    routes: {
      '/': (_: unknown, response: ServerResponse) => {
        running.push(response);
        onArrival();
      },
    },
  };
  const options = { host: '127.0.0.1', port: 0, channels: [channel], log: NO_LOG };
  const server = await startServer({ ...options, ...parts });
  return {
    ...server,
    base: `http://127.0.0.1:${server.port}`,
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        onArrival = () => {
          if (running.length >= count) resolve();
        };
        onArrival();
      }),
    release: () => {
      for (const response of running) response.end('klaar');
    },
  };
}

/** Resolves when the port is closed. */
async function closed(base: string): Promise<void> {
  while (
    await fetch(`${base}/healthz`).then(
      () => true,
      () => false,
    )
  );
}

describe('a server that stops', () => {
  it('answers 503 on /readyz while it drains, and lets running requests end after its port is closed', async () => {
    const server = await startHolding({ drain: 500 });
    const replies = Array.from({ length: 20 }, async () => (await fetch(server.base)).text());
    await server.arrived(20);
    const stopped = server.stop();
    const ready = await fetch(`${server.base}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'stopping' }]);
    await closed(server.base);
    server.release();
    await expect(Promise.all(replies)).resolves.toEqual(Array.from({ length: 20 }, () => 'klaar'));
    await stopped;
  });

  it('does not wait for a client that keeps its connection open after its answer', async () => {
    const server = await startHolding({ limits: { stop: 600_000 } });
    const socket = await holdOpen(server.port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    const ended = once(socket, 'close');
    socket.resume();
    await server.arrived(1);
    const stopped = server.stop();
    await closed(server.base);
    server.release();
    await stopped;
    await ended;
  });

  it('cuts off requests that do not end in time', async () => {
    const server = await startHolding({ limits: { stop: 100 } });
    const socket = await holdOpen(server.port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    socket.on('error', () => undefined);
    const ended = once(socket, 'close');
    await server.arrived(1);
    await server.stop();
    await ended;
  });
});
