import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What came back over one connection until the server closed it, or until `until` was seen. */
export interface Raw {
  readonly text: string;
  /** `200`, or 0 when nothing came back. */
  readonly status: number;
}

/** Writes bytes as they are: for requests that no HTTP client would send. Resolves when the server closes. */
export function rawHttp(port: number, text: string | Buffer, until?: string): Promise<Raw> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    const finish = () => {
      socket.destroy();
      resolve({ text: received, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0) });
    };
    socket.on('data', (chunk) => {
      received += chunk.toString();
      if (until !== undefined && received.includes(until)) finish();
    });
    socket.on('close', finish);
    socket.on('error', () => undefined);
    socket.write(text);
  });
}

/** A connection that stays open after its first bytes. */
export function holdOpen(port: number, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text);
      resolve(socket);
    });
    socket.on('error', reject);
  });
}
