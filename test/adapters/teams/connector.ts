import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that the bot made to Teams. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Sent;
}

export interface Sent {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: CardJson }[];
}

export interface CardJson {
  readonly type: string;
  readonly version: string;
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly unknown[];
}

/** Answers one call; by default 200 with an id. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, call: number) => void;

/** A server in the place of the one where Teams takes messages. */
export interface Connector {
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on. */
  readonly behave: (behaviour?: Behaviour) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a connector that takes what it is sent. */
export async function startConnector(): Promise<Connector> {
  const received: Received[] = [];
  let behaviour: Behaviour = taken;
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const { method = '', url: path = '' } = request;
      const { authorization } = request.headers;
      received.push({ method, path, authorization, body: JSON.parse(text) as Sent });
      behaviour(request, response, received.length);
    });
  });
  return {
    url: `http://127.0.0.1:${await listen(server)}/`,
    received,
    behave: (wanted = taken) => {
      behaviour = wanted;
    },
    stop: () => close(server),
  };
}

/** Takes a message, as Teams does. */
export const taken: Behaviour = (_, response, call) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ id: `r${call}` }));
};

/** Answers with a status and no body. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end();
  };

/** One behaviour for each call in turn; the last one stays. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  let place = 0;
  return (request, response, call) => {
    const behaviour = behaviours[Math.min(place, behaviours.length - 1)] ?? taken;
    place += 1;
    behaviour(request, response, call);
  };
}

/** A server that drops every connection. */
export async function startBroken(): Promise<Pick<Connector, 'url' | 'stop'>> {
  const server = createServer().on('connection', (socket) => socket.destroy());
  return { url: `http://127.0.0.1:${await listen(server)}/`, stop: () => close(server) };
}

/** Starts a server on a free port of this machine, and gives that port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Stops a server and its connections. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
