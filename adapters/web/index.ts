import { getRequestListener } from '@hono/node-server';
import type { Assistant, BodiedRequest, Channel, Listener, Log } from '../../src/assistant/index.ts';
import { createApp } from './app.ts';
import { createAssetListener, readAssets } from './assets.ts';
import type { Preview } from './previews.ts';

export type { Preview } from './previews.ts';

/** What the page is made with. */
export interface WebParts {
  readonly assistant: Assistant;
  readonly log: Log;
  /** How other channels draw a reply, shown in tabs beside it; none when absent. */
  readonly previews?: readonly Preview[];
  /** Proxies of our own in front of the bot, each of which adds an address to `X-Forwarded-For`; none when absent. */
  readonly proxies?: number;
}

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
