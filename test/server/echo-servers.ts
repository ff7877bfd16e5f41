import { afterAll } from '@jest/globals';
import type { Channel, Listener } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer, ServerParts } from '../../src/server/index.ts';

/** A channel that only has routes, and a reason not to be ready. */
export function channel(
  name: string,
  routes: Channel['routes'],
  notReady = (): string | undefined => undefined,
) {
  return { name, routes, notReady };
}

/** Answers with what it was asked. */
export const echo: Listener = (request, response) => {
  if (request.url === '/boem') throw new Error('kapot');
  response.end(`${request.method ?? ''} ${request.url ?? ''} ${request.rawBody.toString()}`);
};

/** Servers that echo unless their parts say otherwise, with one log; they stop when the file of tests is done. */
export function echoServers() {
  const lines: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = [];
  const write: Log['info'] = (fields, message) => void lines.push({ fields, message });
  const log: Log = { info: write, warn: write, error: write };
  const started: RunningServer[] = [];
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  /** Starts one, and gives its port and address. */
  const start = async (parts: Partial<ServerParts> = {}) => {
    const channels = [channel('web', { '/': echo })];
    const server = await startServer({ host: '127.0.0.1', port: 0, channels, log, ...parts });
    started.push(server);
    return { port: server.port, base: `http://127.0.0.1:${server.port}` };
  };
  return { lines, start };
}
