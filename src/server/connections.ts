import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createGate } from './gate.ts';
import type { Gate } from './gate.ts';

/** Answers a request. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  /** Whether its connection is one of the spare ones, on which only health probes are answered. */
  isSpare: boolean,
) => void;

/** Limits on simultaneous connections. */
export interface ConnectionLimits {
  readonly max: number;
  /**
   * Connections beyond those, for health probes; other requests on them get 503. For one more, the oldest of these is
   * closed: a probe sends its request at once, so a connection that waits is not one.
   */
  readonly spare: number;
  /** Milliseconds without reading or writing after which a connection with a running request is closed. */
  readonly stalled: number;
}

/**
 * Creates an HTTP server with a limited number of connections, and one request in flight on each (`createGate`). When it
 * is full, it closes connections that are between two requests.
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
    if (open >= limits.max) server.closeIdleConnections();
    const isSpare = open > limits.max;
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
