import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../until.ts';

/** A message that came in at a `response_url`. */
export interface Sunk {
  readonly path: string;
  readonly body: Record<string, unknown> & { readonly text: string; readonly blocks: readonly unknown[] };
}

/** A server that takes what the bot sends, and can be told to answer something else. */
export interface Sink {
  readonly url: (path: string) => string;
  readonly sunk: readonly Sunk[];
  /** Resolves when this many messages came in at a path. */
  readonly received: (path: string, count?: number) => Promise<readonly Sunk['body'][]>;
  /** Takes over the next answers, until it is given nothing. */
  readonly answer: (how?: (request: IncomingMessage, response: ServerResponse) => void) => void;
  readonly close: () => void;
}

export async function startSink(hostname = '127.0.0.1'): Promise<Sink> {
  const sunk: Sunk[] = [];
  let how: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const body = text.startsWith('{') ? (JSON.parse(text) as Sunk['body']) : { text, blocks: [] };
      sunk.push({ path: (request.url ?? '').slice(1), body });
      if (how === undefined) response.end('ok');
      else how(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => sunk.filter((item) => item.path === path).map(({ body }) => body);
  return {
    url: (path) => `http://${hostname}:${port}/${path}`,
    sunk,
    received: async (path, count = 1) => {
      await until(() => at(path).length >= count, `${count} at ${path}`);
      return at(path);
    },
    answer: (next) => {
      how = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
