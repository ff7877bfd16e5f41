import { getRequestListener } from '@hono/node-server';
import type { BodiedRequest, Channel, Listener } from '../../src/assistant/index.ts';
import { createApp } from './app.ts';
import type { WebParts } from './app.ts';
import { createAssetListener, readAssets } from './assets.ts';

export type { Preview } from './previews.ts';
export type { WebParts } from './app.ts';

/** The page to try the bot in a browser: `/` and everything below it. It keeps no state of its own. */
export function createWeb(parts: WebParts): Channel {
  const assets = readAssets();
  const app = createApp(parts, assets);
  const listen = getRequestListener((request, env) => app.fetch(request, env), {
    // Tests of several servers in one process share the global classes.
    overrideGlobalObjects: false,
    // A request line that is no address; told from faults by its name alone, for a log without details of the caller.
    errorHandler: (error) => new Response(null, { status: isRequestError(error) ? 400 : 500 }),
  });
  const listener: Listener = (request: BodiedRequest, response) => {
    void listen(request, response);
  };
  return {
    name: 'web',
    notReady: () => undefined,
    stop: () => Promise.resolve(),
    routes: { '/': listener, '/assets/': createAssetListener(assets, listener) },
  };
}

function isRequestError(error: unknown): boolean {
  return error instanceof Error && error.name === 'RequestError';
}
