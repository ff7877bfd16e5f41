import { getRequestListener, RequestError } from '@hono/node-server';
import type { BodiedRequest, Channel, Listener } from '../../src/assistant/index.ts';
import { baseOf, withoutBase } from './address.ts';
import { createApp } from './app.ts';
import type { AppParts } from './app.ts';
import { createAssetListener, logoOf, readAssets } from './assets.ts';
import type { ServedFile } from './assets.ts';

export type { Preview } from './previews.ts';

/** What the web page is made with. */
export interface WebParts extends Pick<AppParts, 'assistant' | 'log' | 'previews' | 'proxies'> {
  /** Where people reach the page, without a slash at the end; a path in it goes before every address. */
  readonly publicUrl?: string;
  /** Name of the organisation. */
  readonly name?: string;
  readonly logo?: ServedFile;
}

/** Returns the channel of the web page, which serves `/` and everything below it. */
export function createWeb({ publicUrl, name, logo: picture, ...parts }: WebParts): Channel {
  const base = baseOf(publicUrl);
  const assets = readAssets(base);
  const logo = picture === undefined ? undefined : logoOf(picture, base);
  const site = {
    base,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(name !== undefined && { name }),
    ...(logo !== undefined && { logo }),
  };
  const app = createApp({ ...parts, assets, site });
  const listen = getRequestListener((request, env) => app.fetch(request, env), {
    // `true` would replace the global `Request` and `Response` of the whole process.
    overrideGlobalObjects: false,
    // 400: the request target is no valid URL. Not logged, because the error holds it.
    errorHandler: (error) => new Response(null, { status: error instanceof RequestError ? 400 : 500 }),
  });
  const pages: Listener = (request: BodiedRequest, response) => {
    void listen(request, response);
  };
  const served = [...Object.values(assets), ...(logo === undefined ? [] : [logo])];
  const files = createAssetListener(served, base, pages);
  const listener: Listener = (request, response) => {
    request.url = withoutBase(request.url ?? '/', base);
    files(request, response);
  };
  return {
    name: 'web',
    notReady: () => undefined,
    stop: () => Promise.resolve(),
    routes: { '/': listener },
  };
}
