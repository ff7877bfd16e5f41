import { getRequestListener, RequestError } from '@hono/node-server';
import type { BodiedRequest, Channel, Listener } from '../../src/assistant/index.ts';
import { createApp } from './app.ts';
import type { WebParts } from './app.ts';
import { createAssetListener, readAssets } from './assets.ts';

export type { Preview } from './previews.ts';
export type { WebParts } from './app.ts';

/** Returns the channel of the web page, which serves `/` and everything below it. */
export function createWeb(parts: WebParts): Channel {
  const assets = readAssets();
  const app = createApp(parts, assets);
  const listen = getRequestListener((request, env) => app.fetch(request, env), {
    // `true` would replace the global `Request` and `Response` of the whole process.
    overrideGlobalObjects: false,
    // 400: the request target is no valid URL. Not logged, because the error holds it.
    errorHandler: (error) => new Response(null, { status: error instanceof RequestError ? 400 : 500 }),
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
