import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BodiedRequest, Channel, Listener } from '../assistant/index.ts';
import type { Log } from '../shared/log.ts';
import { oncePerMinute } from '../shared/once-per-minute.ts';
import { createBoundedServer } from './connections.ts';
import type { ConnectionLimits } from './connections.ts';
import { createEndpoints } from './endpoints.ts';
import type { EndpointParts } from './endpoints.ts';
import { bodyOf, listen, onClientError, refuse } from './http.ts';

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Turns `/readyz` to 503, drains, lets running requests end for at most ten seconds, and closes. */
  readonly stop: () => Promise<void>;
}

/** What the server is made with. */
export interface ServerParts extends Pick<EndpointParts, 'details' | 'securityContact'> {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly channels: readonly Pick<Channel, 'name' | 'notReady' | 'routes'>[];
  readonly log: Log;
  /** Host names that are served, in lower case and without ports; all when absent. */
  readonly allowedHosts?: readonly string[];
  /** Milliseconds between `/readyz` answering 503 and the port closing: load balancers probe every few seconds. */
  readonly drain?: number;
  /** Overrides of the limits. */
  readonly limits?: Partial<Limits>;
}

/** In milliseconds, in connections, and in bytes. */
interface Limits extends ConnectionLimits {
  /** Timeout for a request, from the first byte of its headers (408). */
  readonly request: number;
  /** Interval at which it is checked. */
  readonly check: number;
  /** Bytes of a body; a larger one gets 413. */
  readonly body: number;
  /** Time after which a stop closes the connections of running requests. */
  readonly stop: number;
}

const MAX_HEADERS = 16 * 1024;
/**
 * `body`: requests of Slack and Teams are some kilobytes, those of a page smaller. `max`: a proxy keeps some ten connections, and a body of 256 KB on each of 500 is a fifth of the memory limit in
 * `deploy/`. `stalled`: twice the longest answer (Teams: 12 s, after fetching keys).
 */
const LIMITS: Limits = {
  request: 10_000,
  check: 2_000,
  stop: 10_000,
  body: 256 * 1024,
  max: 500,
  spare: 50,
  stalled: 30_000,
};
/** Seconds, in a 503 when the server is full. */
const RETRY_AFTER = 5;
/**
 * Longer than the idle timeout of a proxy (nginx and AWS 60 s, Traefik and Azure Front Door 90 s, Caddy 120 s): when the
 * server closes an idle connection first, a request that the proxy sends at that moment is lost.
 */
const KEEP_ALIVE_MS = 130_000;

/** For every response; the web page sets its own `content-security-policy` and `referrer-policy`. */
const SECURITY_HEADERS = new Map(
  Object.entries({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  }),
);

/** Starts serving. @throws {StartError} when the address cannot be listened on */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { channels, log, allowedHosts, drain = 0 } = parts;
  const routes = channels.flatMap((channel) => Object.entries(channel.routes));
  routes.sort(([a], [b]) => b.length - a.length);
  let isStopping = false;
  let isClosing = false;
  const logFull = oncePerMinute((count) => {
    log.warn({ count, connections: limits.max }, 'more connections than are served: new ones are refused');
  });

  const endpoints = createEndpoints({ ...parts, isStopping: () => isStopping });
  const limits = { ...LIMITS, ...parts.limits };
  const options = {
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.check,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADERS,
  };
  const server = createBoundedServer(options, limits, (request, response, isSpare) => {
    response.setHeaders(SECURITY_HEADERS);
    // A stop would wait for a client that keeps its connection open after its response.
    response.once('close', () => {
      if (isClosing)
        setImmediate(() => {
          server.closeIdleConnections();
        });
    });
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    // So that the client does not send its next request on a connection that is about to close.
    if (isStopping || isSpare) response.setHeader('connection', 'close');
    const endpoint = endpoints.get(path);
    if (isSpare && endpoint?.isForProbes !== true) {
      refuseAsFull(response);
      return;
    }
    if (endpoint?.isForProbes !== true && !isAllowed(request.headers.host)) {
      refuse(response, 421);
      return;
    }
    if (endpoint !== undefined) {
      endpoint.answer(request, response);
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

  function isAllowed(host = ''): boolean {
    return allowedHosts?.includes(host.toLowerCase().replace(/:\d*$/, '')) ?? true;
  }

  function refuseAsFull(response: ServerResponse): void {
    response.setHeader('retry-after', RETRY_AFTER);
    refuse(response, 503);
    logFull();
  }

  async function withBody(
    request: IncomingMessage,
    response: ServerResponse,
    listener: Listener,
  ): Promise<void> {
    try {
      const rawBody = await bodyOf(request, limits.body);
      if (rawBody === undefined) {
        refuse(response, 413);
        return;
      }
      listener(Object.assign(request, { rawBody }) satisfies BodiedRequest, response);
    } catch (error) {
      // The client disconnected.
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
