import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel } from '../assistant/index.ts';
import { refuse } from './http.ts';

/** What an operator's tools read, as text with its content type. */
export type Expose = () => Promise<{ readonly type: string; readonly text: string }>;

/** What the bot tells about itself. */
export interface EndpointParts {
  readonly channels: readonly Pick<Channel, 'name' | 'notReady'>[];
  readonly isStopping: () => boolean;
  /** What `/readyz` tells besides the channels: the knowledge and the store; never a reason not to be ready. */
  readonly details?: () => Readonly<Record<string, unknown>>;
  /** Where to report a vulnerability: an https: or mailto: address. */
  readonly securityContact?: string;
}

/** An address of the bot itself. */
export interface Endpoint {
  /** Served whatever the host name: probes use an IP address. */
  readonly isForProbes?: true;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/** By path. */
export function createEndpoints(parts: EndpointParts): ReadonlyMap<string, Endpoint> {
  const { channels, isStopping, details = () => ({}), securityContact } = parts;
  const live: Endpoint['answer'] = (request, response) => {
    json(request, response, 200, { status: 'ok' });
  };
  const ready: Endpoint['answer'] = (request, response) => {
    const reasons = channels.map((channel) => [channel.name, channel.notReady()] as const);
    // While any channel serves: one that does not is no reason to take the others off the air. Alerts tell of it.
    const isReady = !isStopping() && reasons.some(([, reason]) => reason === undefined);
    json(request, response, isReady ? 200 : 503, {
      status: isStopping() ? 'stopping' : isReady ? 'ready' : 'not ready',
      channels: Object.fromEntries(reasons.map(([name, reason]) => [name, reason ?? 'ready'])),
      ...details(),
    });
  };
  const endpoints = new Map<string, Endpoint>([
    ['/healthz', { isForProbes: true, answer: live }],
    ['/readyz', { isForProbes: true, answer: ready }],
    ['/metrics', { answer: notHere }],
  ]);
  if (securityContact !== undefined) {
    endpoints.set('/.well-known/security.txt', {
      answer: (request, response) => {
        text(request, response, 'text/plain; charset=utf-8', securityText(securityContact, Date.now()));
      },
    });
  }
  return endpoints;
}

/** Answers with the metrics. */
export function expose(request: IncomingMessage, response: ServerResponse, metrics: Expose): void {
  metrics().then(
    ({ type, text: body }) => {
      text(request, response, type, body);
    },
    () => {
      refuse(response, 500);
    },
  );
}

/**
 * The metrics are on a port of their own, for whoever was let in to that port. Here nothing tells a caller on this machine
 * from one whom a proxy on this machine let in.
 */
function notHere(_: IncomingMessage, response: ServerResponse): void {
  refuse(response, 403);
}

const DAY = 86_400_000;

/**
 * https://www.rfc-editor.org/rfc/rfc9116: it expires within a year, so that nobody trusts one of a bot that is gone.
 */
function securityText(contact: string, now: number): string {
  const expires = new Date(now + 180 * DAY).toISOString().replace(/\.\d+/, '');
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\n`;
}

function json(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  text(request, response, 'application/json', JSON.stringify(body), status);
}

function text(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: string,
  status = 200,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    refuse(response, 405);
    return;
  }
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}
