import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A connection for the HTTP server: `stream` stands in for the socket, `admit` serves its requests one at a time. */
export interface Gate {
  /** Has only those members of `net.Socket` that `node:http` and this project use. */
  readonly stream: Duplex;
  /** Calls `serve` at once, or after the requests before it on this connection were answered. */
  readonly admit: (request: IncomingMessage, response: ServerResponse, serve: () => void) => void;
}

/** Every request head ends with this: Node's parser refuses a bare line feed. */
const HEAD_END = '\r\n\r\n';

/**
 * Keeps a connection to one request in flight: the next is not even parsed until the answer before it was handed to the
 * operating system, so a client that sends ahead, or does not read, fills its own buffers and those of the kernel.
 *
 * `node:http` parses all bytes of one read of the socket, up to 64 KB or some thousand requests, before anything can stop
 * it, and keeps their answers in memory until their turn. So the bytes are split after each request head. A piece then
 * completes one request; two when it begins with the last bytes of a body or of a head.
 */
export function createGate(socket: Socket): Gate {
  /** Parsed and not yet answered, in order; the first is in flight. */
  const pending: { readonly request: IncomingMessage; readonly start: () => void }[] = [];
  let unread: Buffer | undefined;
  let isWanted = false;
  let isEnded = false;

  const stream = new Duplex({
    // So that no second piece is taken before the first was parsed.
    readableHighWaterMark: 1,
    writableHighWaterMark: socket.writableHighWaterMark,
    decodeStrings: false,
    read: () => {
      isWanted = true;
      // A piece that is pushed from within `read` is buffered, and the next requested, before it is parsed.
      process.nextTick(feed);
    },
    write: (chunk: Buffer | string, encoding, done) => {
      socket.write(chunk, encoding, done);
    },
    writev: (chunks, done) => {
      socket.cork();
      for (const [index, { chunk, encoding }] of chunks.entries()) {
        socket.write(chunk as Buffer | string, encoding, index === chunks.length - 1 ? done : undefined);
      }
      socket.uncork();
    },
    final: (done) => {
      socket.end(done);
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  Object.assign(stream, {
    remoteAddress: socket.remoteAddress,
    localPort: socket.localPort,
    setTimeout: (milliseconds: number) => socket.setTimeout(milliseconds),
    // Like `net.Socket.destroySoon`; otherwise it stays open until the client closes.
    destroySoon: () => stream.end(() => stream.destroy()),
  });
  socket.on('data', (chunk: Buffer) => {
    // The next chunk is read after this one is parsed.
    socket.pause();
    unread = chunk;
    feed();
  });
  socket.on('end', () => {
    isEnded = true;
    feed();
  });
  socket.on('error', (error) => stream.destroy(error));
  socket.on('close', () => stream.destroy());
  socket.on('timeout', () => stream.emit('timeout'));

  return {
    stream,
    admit: (request, response, serve) => {
      const start = () => {
        if (stream.destroyed) return;
        // `setImmediate`: other connections get a turn before this client's next request.
        response.once('close', () => setImmediate(next));
        serve();
      };
      if (pending.push({ request, start }) === 1) start();
    },
  };

  /** Pushes a piece if the parser asked for one; none while a fully received request is unanswered. */
  function feed(): void {
    if (!isWanted || stream.destroyed) return;
    if (unread !== undefined) {
      if (pending[0]?.request.complete === true) return;
      isWanted = false;
      const end = unread.indexOf(HEAD_END);
      const piece = end === -1 ? unread : unread.subarray(0, end + HEAD_END.length);
      unread = piece.length === unread.length ? undefined : unread.subarray(piece.length);
      stream.push(piece);
    } else if (isEnded) {
      isWanted = false;
      stream.push(null);
    } else socket.resume();
  }

  function next(): void {
    pending.shift();
    pending[0]?.start();
    feed();
  }
}
