import { createServer as createProxy } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { KEY_SET } from '../../adapters/teams/inbound.ts';
import { certificateFor } from './certificate.ts';

const HOSTS = [
  'slack.com',
  'hooks.slack.com',
  'login.botframework.com',
  'login.microsoftonline.com',
  'smba.trafficmanager.net',
];

/** A call that reached the outside world. */
export interface Reached {
  readonly host: string;
  readonly path: string;
  readonly body: string;
  /** Whether the host did what it usually does. */
  readonly isTaken: boolean;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

/** How a host fails: with a response, or by never answering. */
export type Failure =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'hangs';

/** Slack and Microsoft, under their own names and over TLS, behind a proxy that is the only way to them. */
export interface Outside {
  /** Address of the proxy. */
  readonly proxy: string;
  /** Certificate of the authority that they all have theirs from. */
  readonly authority: string;
  readonly reached: Reached[];
  /** The keys of Microsoft's tokens, at an address without TLS. */
  readonly keys: string;
  readonly close: () => void;
}

/** @param failures what a host answers in the place of what it usually does, as long as it is in there. */
export async function startOutside(failures: ReadonlyMap<string, Failure> = new Map()): Promise<Outside> {
  const { key, cert } = certificateFor(HOSTS);
  const reached: Reached[] = [];
  const sites = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '' } = request;
      const host = request.headers.host?.split(':', 1)[0] ?? '';
      const body = Buffer.concat(chunks).toString();
      const failure = failures.get(host);
      reached.push({ host, path, body, isTaken: failure === undefined, at: performance.now() });
      if (failure === undefined) answer(host, path, request, response);
      else if (failure !== 'hangs') response.writeHead(failure.status, failure.headers).end(failure.body);
    });
  });
  const open = new Set<Socket>();
  // What comes to it as to a server, it answers as Microsoft does.
  const proxy = createProxy((request, response) => {
    request.resume();
    if (request.url === '/keys') response.end(JSON.stringify({ keys: KEY_SET }));
    else if (request.url === '/config') response.end(JSON.stringify({ jwks_uri: `${address()}/keys` }));
    else response.end('{"id":"r1"}');
  });
  const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  proxy.on('connect', (_request, socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    sites.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    proxy: address(),
    keys: address(),
    authority: cert,
    reached,
    close: () => {
      for (const socket of open) socket.destroy();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

function answer(host: string, path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const json = (value: object) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
  };
  switch (host) {
    case 'slack.com':
      json({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', ts: '1.1', channel: 'C1' });
      return;
    case 'login.botframework.com':
      if (path.endsWith('/keys')) json({ keys: KEY_SET });
      else json({ jwks_uri: `https://${host}/v1/.well-known/keys` });
      return;
    case 'login.microsoftonline.com': {
      const issuer = `https://${host}/tenant/v2.0`;
      const token = { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: 'own' };
      const endpoints = { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
      if (method === 'POST') json(token);
      else
        json({ ...endpoints, issuer, end_session_endpoint: `${issuer}/logout`, jwks_uri: `${issuer}/keys` });
      return;
    }
    case 'smba.trafficmanager.net':
      json({ id: 'r1' });
      return;
    default:
      response.end('ok');
  }
}
