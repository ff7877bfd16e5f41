import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createGate } from './gate.ts';
import type { Gate } from './gate.ts';

/** Answers a request. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  /** Its connection is one of the spare ones: only a health probe is answered. */
  isSpare: boolean,
) => void;

/** How many connections there may be at a time. */
export interface ConnectionLimits {
  readonly most: number;
  /**
   * Beyond those, for health probes; others learn there that the bot is full. For one more the oldest of them is closed: a
   * probe asks at once, so who waits there is none.
   */
  readonly spare: number;
  /** Milliseconds in which nothing was read or written, after which a connection is closed; not between requests. */
  readonly stalled: number;
}

/**
 * An HTTP server that takes on no more work than it can hold: a limited number of connections, one request in flight on
 * each (`createGate`). When it is full, connections between two requests make place.
 */
export function createBoundedServer(options: ServerOptions, limits: ConnectionLimits, serve: Serve): Server {
  const gates = new WeakMap<object, Gate & { readonly isSpare: boolean }>();
  const server = createServer(options, (request, response) => {
    const gate = gates.get(request.socket);
    gate?.admit(request, response, () => {
      serve(request, response, gate.isSpare);
    });
  });
  server.timeout = limits.stalled;
  // Node's own listener takes any duplex stream (https://nodejs.org/api/http.html#event-connection).
  const accepts = server.listeners('connection');
  server.removeAllListeners('connection');
  const spare = new Set<Socket>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      spare.delete(socket);
    });
    if (open >= limits.most) server.closeIdleConnections();
    const isSpare = open > limits.most;
    if (isSpare) spare.add(socket);
    const [oldest] = spare;
    if (spare.size > limits.spare) oldest?.destroy();
    if (socket.destroyed) return;
    const gate = { ...createGate(socket), isSpare };
    gates.set(gate.stream, gate);
    for (const accept of accepts) accept.call(server, gate.stream);
  });
  return server;
}
