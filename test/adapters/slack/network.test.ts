import { afterEach, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createNetwork } from '../../../adapters/slack/network.ts';
import { startSink } from './sink.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

it.each([
  ['', ['through']],
  ['127.0.0.1', []],
])('calls go through HTTP_PROXY, but for NO_PROXY=%s', async (exception, expected) => {
  const passed: string[] = [];
  const proxy = createServer((_request, response) => {
    passed.push('through');
    response.end('ok');
  });
  proxy.on('connect', (request, socket) => {
    passed.push('through');
    const [host = '', port] = (request.url ?? '').split(':');
    const on = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      on.pipe(socket).pipe(on);
    });
    on.on('error', () => socket.destroy());
    socket.on('error', () => on.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const sink = await startSink();
  process.env['http_proxy'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  process.env['no_proxy'] = exception;
  const network = createNetwork(2_000);
  const response = await network.fetch(sink.url('x'), { method: 'POST', body: '{}' });
  expect(await response.text()).toBe('ok');
  expect(passed).toEqual(expected);
  await network.close();
  sink.close();
  proxy.closeAllConnections();
  proxy.close();
});
