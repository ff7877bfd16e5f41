import type { Channel, Listener } from '../../src/assistant/index.ts';
import { createAppListener, createAssetListener } from '../../src/pages/index.ts';
import type { ServedFile } from '../../src/pages/index.ts';
import { baseOf, withoutBase } from './address.ts';
import { createApp } from './app.ts';
import type { AppParts } from './app.ts';
import { logoOf, readAssets } from './assets.ts';

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
  const served = [...Object.values(assets), ...(logo === undefined ? [] : [logo])];
  const files = createAssetListener(served, base, createAppListener(app));
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
