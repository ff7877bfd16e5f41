import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A connection as the HTTP server gets it, and the way in for the requests that it parses from it. */
export interface Gate {
  /** In place of the socket; of the rest of a socket it has only what `node:http` and this project use. */
  readonly stream: Duplex;
  /** Calls `serve` at once, or after the requests before it on this connection were answered. */
  readonly admit: (request: IncomingMessage, response: ServerResponse, serve: () => void) => void;
}

/** No head of a request ends in another way: Node's parser refuses a bare line feed. */
const HEAD_END = '\r\n\r\n';

/**
 * Keeps a connection to one request in flight: the next is not even parsed until the answer before it was handed to the
 * operating system, so a client that sends ahead, or does not read, fills its own buffers and those of the kernel.
 *
 * `node:http` parses all that one read of the socket brought, up to 64 KB or some thousand requests, before anything can
 * stop it, and keeps their answers in memory until their turn. So the bytes are cut behind each end of a head. A piece
 * then completes one request; two when it begins with the last bytes of a body or of a head.
 */
export function createGate(socket: Socket): Gate {
  /** Parsed and not yet answered, in order; the first is in flight. */
  const turns: { readonly request: IncomingMessage; readonly start: () => void }[] = [];
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
      // Pushed from within `read`, a piece would be kept, and the next asked for, before it is parsed.
      process.nextTick(feed);
    },
    write: (chunk: Buffer | string, encoding, done) => {
      socket.write(chunk, encoding, done);
    },
    writev: (chunks, done) => {
      socket.cork();
      for (const [place, { chunk, encoding }] of chunks.entries()) {
        socket.write(chunk as Buffer | string, encoding, place === chunks.length - 1 ? done : undefined);
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
    setTimeout: (milliseconds: number) => socket.setTimeout(milliseconds),
    // As `net.Socket` does, which would else stay open until the client closes too.
    destroySoon: () => stream.end(() => stream.destroy()),
  });
  socket.on('data', (chunk: Buffer) => {
    // The next is read when this one was parsed.
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
        // Once the event loop came round, so that who sends much takes turns with the others.
        response.once('close', () => setImmediate(next));
        serve();
      };
      if (turns.push({ request, start }) === 1) start();
    },
  };

  /** Hands the parser what it wants; no next piece while a request that is all in has no answer yet. */
  function feed(): void {
    if (!isWanted || stream.destroyed) return;
    if (unread !== undefined) {
      if (turns[0]?.request.complete === true) return;
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
    turns.shift();
    turns[0]?.start();
    feed();
  }
}
