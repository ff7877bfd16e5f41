import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request with its whole body, which was read within the server's limits of size and time. */
export type BodiedRequest = IncomingMessage & { readonly rawBody: Buffer };
/** Answers a request. */
export type Listener = (request: BodiedRequest, response: ServerResponse) => void;
