import type { HttpBindings } from '@hono/node-server';
import type { BodiedRequest } from '../shared/listener.ts';

/** Of the context of Hono: the request of `node:http`, with its body. */
export interface Env {
  Bindings: HttpBindings & { readonly incoming: BodiedRequest };
}
