import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { BodiedRequest, Channel, Listener, Log } from './assistant/index.ts';

/** The one port that everything is served on. */
export interface RunningServer {
  readonly port: number;
  /** Tells the load balancer, lets running requests end, and closes; within some ten seconds. */
  readonly stop: () => Promise<void>;
}

export interface ServerParts {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly channels: readonly Pick<Channel, 'name' | 'notReady' | 'routes'>[];
  readonly log: Log;
  /** How long `/readyz` says no before the port closes, in milliseconds: load balancers look every few seconds. */
  readonly drain?: number;
  /** Other limits than the usual, for tests that would otherwise wait for them. */
  readonly limits?: Partial<Limits>;
}

/** How long things may take, in milliseconds. */
interface Limits {
  /** Until the headers are in; then, like the next, the client is cut off (408). */
  readonly headers: number;
  /** Until the whole request is in. */
  readonly request: number;
  /** Between looks at the two above. */
  readonly check: number;
  /** Until requests that still run when stopping are cut off. */
  readonly stop: number;
}

/** Slack and Teams send some kilobytes; a person typing, less. */
const MOST_BODY = 256 * 1024;
const MOST_HEADERS = 16 * 1024;
const LIMITS: Limits = { headers: 5_000, request: 10_000, check: 2_000, stop: 10_000 };
const KEEP_ALIVE_MS = 10_000;

/** For every answer; a page sets its own policy for content. */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Starts serving. Rejects when the address cannot be listened on. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { channels, log, drain = 0 } = parts;
  const routes = channels.flatMap((channel) => Object.entries(channel.routes));
  routes.sort(([a], [b]) => b.length - a.length);
  let isStopping = false;
  let isClosing = false;

  const limits = { ...LIMITS, ...parts.limits };
  const options = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.check,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MOST_HEADERS,
  };
  const server = createServer(options, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    // Without this a client that keeps its connection open after its answer would hold up the stop.
    response.once('close', () => {
      if (isClosing)
        setImmediate(() => {
          server.closeIdleConnections();
        });
    });
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz') {
      health(request, response, 200, { status: 'ok' });
      return;
    }
    if (path === '/readyz') {
      ready(request, response);
      return;
    }
    const listener = routes.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (listener === undefined) {
      refuse(response, 404);
      return;
    }
    void withBody(request, response, listener);
  });
  server.on('clientError', onClientError);
  await listen(server, parts);
  return { port: (server.address() as AddressInfo).port, stop };

  function ready(request: IncomingMessage, response: ServerResponse): void {
    const reasons = channels.map((channel) => [channel.name, channel.notReady()] as const);
    const isReady = !isStopping && reasons.every(([, reason]) => reason === undefined);
    health(request, response, isReady ? 200 : 503, {
      status: isStopping ? 'stopping' : isReady ? 'ready' : 'not ready',
      channels: Object.fromEntries(reasons.map(([name, reason]) => [name, reason ?? 'ready'])),
    });
  }

  async function withBody(
    request: IncomingMessage,
    response: ServerResponse,
    listener: Listener,
  ): Promise<void> {
    try {
      const rawBody = await bodyOf(request);
      if (rawBody === undefined) {
        refuse(response, 413);
        return;
      }
      listener(Object.assign(request, { rawBody }) satisfies BodiedRequest, response);
    } catch (error) {
      // A client that went away is no fault.
      if (request.errored !== null || response.destroyed) return;
      log.error(
        { cause: error instanceof Error ? error.stack : String(error) },
        'a request could not be answered',
      );
      refuse(response, 500);
    }
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await new Promise((resolve) => setTimeout(resolve, drain));
    isClosing = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, limits.stop);
    await closed;
    clearTimeout(late);
  }
}

function listen(server: Server, { host, port }: ServerParts): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The whole body; nothing when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function health(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    refuse(response, 405);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}

/** Answers with a status alone, and reads nothing more of the request. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-length': 0, ...(status === 413 && { connection: 'close' }) });
  response.end();
}

const CLIENT_ERROR: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function onClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERROR[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
