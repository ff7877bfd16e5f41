import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What a network may do to what goes through it. */
export type Weather =
  | { readonly kind: 'fair' }
  /** Everything arrives so much later, in milliseconds. */
  | { readonly kind: 'slow'; readonly by: number }
  /** Every connection is reset. */
  | { readonly kind: 'reset' }
  /** Nothing arrives and nobody is told. */
  | { readonly kind: 'hole' };

export interface Proxy {
  readonly port: number;
  readonly set: (weather: Weather) => void;
  readonly stop: () => Promise<void>;
}

/** A bad network in front of a port of this machine. */
export function startProxy(target: number): Promise<Proxy> {
  let weather: Weather = { kind: 'fair' };
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (chunk) => {
      if (weather.kind === 'hole') return;
      setTimeout(() => to.write(chunk), weather.kind === 'slow' ? weather.by : 0);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      if (weather.kind !== 'hole') to.destroy();
    });
  };
  const server = createServer((client) => {
    if (weather.kind === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    pass(client, upstream);
    pass(upstream, client);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        set: (next) => {
          weather = next;
          if (next.kind === 'reset') for (const socket of sockets) socket.resetAndDestroy();
        },
        stop: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => {
            server.close(() => {
              done();
            });
          });
        },
      });
    });
  });
}
