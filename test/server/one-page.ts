import type { Socket } from 'node:net';
import type { Listener } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer, ServerParts } from '../../src/server/index.ts';
import { holdOpen } from './raw-http.ts';

/** More than the kernel takes of an answer that nobody reads (`tcp_wmem` 4 MB, and what `tcp_rmem` is at first). */
export const LARGE = Buffer.alloc(24_000_000, 'x');

/** A request without a body; the `last` one of a connection says so. */
export const get = (path: string, last = false) =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\n${last ? 'connection: close\r\n' : ''}\r\n`;

/** Servers with one page each, and connections to them, which all end with `close`. */
export function onePageServers() {
  const started: Pick<RunningServer, 'stop'>[] = [];
  const opened: Socket[] = [];
  const warned: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: (_, text) => void warned.push(text),
    error: () => undefined,
  };
  return {
    /** What was logged as a warning. */
    warned,
    serve: async (page: Listener, parts: Partial<ServerParts> = {}) => {
      const channels = [{ name: 'web', routes: { '/': page }, notReady: () => undefined }];
      const server = await startServer({ host: '127.0.0.1', port: 0, channels, log, ...parts });
      started.push(server);
      return server;
    },
    open: async (port: number, text: string) => {
      const socket = await holdOpen(port, text);
      socket.on('error', () => undefined);
      opened.push(socket);
      return socket;
    },
    close: async () => {
      for (const socket of opened.splice(0)) socket.destroy();
      await Promise.all(started.splice(0).map((server) => server.stop()));
    },
  };
}
