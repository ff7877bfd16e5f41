import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Slack's side of Socket Mode: `apps.connections.open`, and the socket whose address that gives. */
export interface SocketServer {
  /** As `SLACK_API_URL`; other methods go on to `api`. */
  readonly apiUrl: string;
  readonly send: (message: object | string) => void;
  /** Sends a message and at once the end of the socket, so that nothing can be acknowledged. */
  readonly sendLast: (message: object) => void;
  /** The envelopes that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** How many sockets were opened so far. */
  readonly opened: () => number;
  /** Answers `apps.connections.open` with this error until it is given nothing. */
  readonly refuse: (error?: string) => void;
  readonly close: () => void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CLOSE = Buffer.from([0x88, 0x00]);

/** https://docs.slack.dev/apis/events-api/using-socket-mode/ over RFC 6455, as far as Slack's client needs it. */
export async function startSocketServer(api: string): Promise<SocketServer> {
  const acknowledged: string[] = [];
  let socket: Duplex | undefined;
  let opened = 0;
  let refusal: string | undefined;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/api/apps.connections.open') {
      const { port } = server.address() as AddressInfo;
      const answer =
        refusal === undefined
          ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
          : { ok: false, error: refusal };
      response.end(JSON.stringify(answer));
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const { authorization = '', 'content-type': type = '' } = request.headers;
      void fetch(`${api}${method}`, {
        method: 'POST',
        headers: { authorization, 'content-type': type },
        body: Buffer.concat(parts),
      }).then(async (answer) => response.end(await answer.text()));
    });
  });
  server.on('upgrade', (request, stream) => {
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}${GUID}`)
      .digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    socket = stream;
    opened += 1;
    stream.on('error', () => undefined);
    stream.on('data', (bytes: Buffer) => {
      for (const { code, text } of framesIn(bytes)) {
        if (code === 8) stream.end(CLOSE);
        else if (code === 9) stream.write(Buffer.from([0x8a, 0x00]));
        else if (code === 1) acknowledged.push((JSON.parse(text) as { envelope_id: string }).envelope_id);
      }
    });
    stream.write(framed(JSON.stringify({ type: 'hello', num_connections: 1 })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    send: (message) => socket?.write(framed(typeof message === 'string' ? message : JSON.stringify(message))),
    sendLast: (message) => socket?.write(Buffer.concat([framed(JSON.stringify(message)), CLOSE])),
    acknowledged,
    opened: () => opened,
    refuse: (error) => {
      refusal = error;
    },
    close: () => {
      (socket as Socket | undefined)?.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A text frame of a server: not masked, in one piece, of less than 65,536 bytes. */
function framed(text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? [0x81, body.length] : [0x81, 126, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from(head), body]);
}

/** The frames of a client in these bytes; they are short, so that none is broken over two reads. */
function framesIn(bytes: Buffer): { readonly code: number; readonly text: string }[] {
  if (bytes.length < 2) return [];
  const short = (bytes[1] ?? 0) & 127;
  const start = short === 126 ? 4 : 2;
  const end = start + 4 + (short === 126 ? bytes.readUInt16BE(2) : short);
  const mask = bytes.subarray(start, start + 4);
  const body = bytes.subarray(start + 4, end).map((byte, place) => byte ^ (mask[place % 4] ?? 0));
  return [
    { code: (bytes[0] ?? 0) & 15, text: Buffer.from(body).toString() },
    ...framesIn(bytes.subarray(end)),
  ];
}
