import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { StartError } from '../shared/start-error.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** The setting that advice names; PORT when absent. */
  readonly setting?: keyof typeof USUAL_PORT;
}

/** Starts listening. @throws {StartError} in Dutch, as the status at the start, when the operator chose an address that cannot be listened on */
export function listen(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const advice = listenAdvice(error.code, address);
      reject(advice === undefined ? error : new StartError(advice, { cause: error }));
    };
    server.once('error', fail);
    server.listen(address.port, address.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

const USUAL_PORT = { PORT: 3978, METRICS_PORT: 9464 } as const;

function listenAdvice(code = '', { port, setting = 'PORT' }: Address): string | undefined {
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `Poort ${port} is al in gebruik door een ander programma. Stop dat programma, of kies een andere poort: ${setting}=${port + 1} npm start`,
    EACCES: `Deze gebruiker mag poort ${port} niet gebruiken. Kies een poort boven 1023: ${setting}=${USUAL_PORT[setting]} npm start`,
    EADDRNOTAVAIL: 'HOST is geen adres van deze machine.',
    ENOTFOUND: 'HOST is geen bekende hostnaam.',
  };
  return advice[code];
}

/**
 * Reads the body of a request, of at most `max` bytes. Resolves with `undefined` when it is too large, without reading on; rejects when the client
 * disconnects. Listens to events, because `for await` creates an iterator for every request.
 */
export function bodyOf(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > max) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) chunks.push(chunk);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('the client went away'));
    });
  });
}

/** Answers with a status and no body; destroys the response when its head was sent already. */
export function refuse(response: ServerResponse, status: number): void {
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

/** Answers a request that cannot be parsed, or that takes too long, with 400, 408 or 431, and closes the connection. */
export function onClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERROR[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
