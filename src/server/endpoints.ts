import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel } from '../assistant/index.ts';
import { refuse } from './http.ts';

/** Returns the metrics as text with their content type. */
export type Expose = () => Promise<{ readonly type: string; readonly text: string }>;

/** What the endpoints report on. */
export interface EndpointParts {
  readonly channels: readonly Pick<Channel, 'name' | 'notReady'>[];
  readonly isStopping: () => boolean;
  /** More fields of `/readyz`: the knowledge and the store. They do not affect readiness. */
  readonly details?: () => Readonly<Record<string, unknown>>;
  /** Where to report a vulnerability: an https: or mailto: address. */
  readonly securityContact?: string;
}

/** An endpoint for operators and their tools. */
export interface Endpoint {
  /** Exempt from the check of the host name, because probes use an IP address. */
  readonly isForProbes?: true;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Returns the endpoints by path. */
export function createEndpoints(parts: EndpointParts): ReadonlyMap<string, Endpoint> {
  const { channels, isStopping, details = () => ({}), securityContact } = parts;
  const live: Endpoint['answer'] = (request, response) => {
    sendJson(request, response, 200, { status: 'ok' });
  };
  const ready: Endpoint['answer'] = (request, response) => {
    const reasons = channels.map((channel) => [channel.name, channel.notReady()] as const);
    // Ready while any channel serves: the others keep their traffic, and an alert reports the one that fails.
    const isReady = !isStopping() && reasons.some(([, reason]) => reason === undefined);
    sendJson(request, response, isReady ? 200 : 503, {
      status: isStopping() ? 'stopping' : isReady ? 'ready' : 'not ready',
      channels: Object.fromEntries(reasons.map(([name, reason]) => [name, reason ?? 'ready'])),
      ...details(),
    });
  };
  const endpoints = new Map<string, Endpoint>([
    ['/healthz', { isForProbes: true, answer: live }],
    ['/readyz', { isForProbes: true, answer: ready }],
    ['/metrics', { answer: refuseMetrics }],
  ]);
  if (securityContact !== undefined) {
    endpoints.set('/.well-known/security.txt', {
      answer: (request, response) => {
        sendText(request, response, 'text/plain; charset=utf-8', securityText(securityContact, Date.now()));
      },
    });
  }
  return endpoints;
}

/** Sends the metrics; 500 when they cannot be collected. */
export function sendMetrics(request: IncomingMessage, response: ServerResponse, metrics: Expose): void {
  metrics().then(
    ({ type, text: body }) => {
      sendText(request, response, type, body);
    },
    () => {
      refuse(response, 500);
    },
  );
}

/**
 * Refuses `/metrics`, which has a port of its own: on this one, a request of a process on this machine looks the same as
 * one that a proxy on this machine forwards.
 */
function refuseMetrics(_: IncomingMessage, response: ServerResponse): void {
  refuse(response, 403);
}

const DAY = 86_400_000;

/** https://www.rfc-editor.org/rfc/rfc9116, which recommends an expiry of less than a year. */
function securityText(contact: string, now: number): string {
  const expires = new Date(now + 180 * DAY).toISOString().replace(/\.\d+/, '');
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\n`;
}

function sendJson(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  sendText(request, response, 'application/json', JSON.stringify(body), status);
}

function sendText(
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
