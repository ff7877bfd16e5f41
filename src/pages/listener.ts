import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import type { BodiedRequest, Listener } from '../shared/listener.ts';
import type { Env } from './env.ts';

/** Creates the listener that answers requests with an app. */
export function createAppListener(app: Hono<Env>): Listener {
  const listen = getRequestListener((request, env) => app.fetch(request, env), {
    // `true` would replace the global `Request` and `Response` of the whole process.
    overrideGlobalObjects: false,
    // 400: the request target is no valid URL. Not logged, because the error holds it.
    errorHandler: (error) => new Response(null, { status: error instanceof RequestError ? 400 : 500 }),
  });
  return (request: BodiedRequest, response) => {
    void listen(request, response);
  };
}
