import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRespond } from '../../../adapters/slack/calls.ts';
import { createNetwork } from '../../../adapters/slack/network.ts';
import { startSink } from './sink.ts';

const POLICY = { timeout: 2_000, maxAttempts: 3, firstDelay: 1, maxDelay: 1 };
const ANSWER = {
  response_type: 'ephemeral',
  replace_original: false,
  text: 'kwikstaart',
  blocks: [],
} as const;

let calls: string[] = [];
const elsewhere = createServer((request, response) => {
  calls.push(request.url ?? '');
  response.end('ok');
});
beforeEach(async () => {
  calls = [];
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.2', resolve));
});
afterEach(() => {
  elsewhere.closeAllConnections();
  elsewhere.close();
});

it.each([301, 302, 307, 308])(
  'an answer is not sent on to where an address leads (HTTP %i)',
  async (status) => {
    const sink = await startSink();
    const network = createNetwork(POLICY.timeout);
    const { port } = elsewhere.address() as AddressInfo;
    sink.answer((_request, response) =>
      response.writeHead(status, { location: `http://127.0.0.2:${port}/` }).end(),
    );
    const respond = createRespond(network.fetch, sink.url('api'), POLICY);
    const outcome = await respond(sink.url('command'), { ...ANSWER, blocks: [] }).then(
      () => 'sent',
      () => 'refused',
    );
    await network.close();
    sink.close();
    expect([outcome, calls]).toEqual(['refused', []]);
  },
);
