import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { Listener } from '../shared/listener.ts';
import { POLICY_HEADERS } from './policy.ts';
import { squeeze, squeezeCss } from './squeeze.ts';

/** A file that pages load. Its address holds a part of its hash, so that browsers may cache it forever. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** What it may do in a browser. */
  readonly policy: Readonly<Record<string, string>>;
}

/** A file as it is served. */
export interface ServedFile {
  /** The media type. */
  readonly type: string;
  readonly extension: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const { resolve } = createRequire(import.meta.url);
const ofDesignSystem = (name: string) => resolve(`@nl-design-system-candidate/${name}-css/${name}.css`);

/** Style sheets of every page: the parts of the NL Design System, our colours and sizes, the frame. */
export const FRAME_STYLES: readonly string[] = [
  ...['paragraph', 'heading', 'link', 'skip-link', 'button'].map(ofDesignSystem),
  ...['theme.css', 'page.css'].map((name) => join(import.meta.dirname, 'public', name)),
];

/** Turns replies as other channels draw them into tabs, and draws their cards. */
export const PREVIEWS_SCRIPT = join(import.meta.dirname, 'public', 'previews.js');
export const PREVIEWS_STYLE = join(import.meta.dirname, 'public', 'previews.css');
/** The renderer of adaptive cards, for previews. */
export const CARD_RENDERER = resolve('adaptivecards/dist/adaptivecards.min.js');

/** Source maps are not served: a reference to one would be a failed request in the developer tools. */
const SOURCE_MAP = /(\/\*# sourceMappingURL=[^*]*\*\/|\/\/# sourceMappingURL=\S*)\s*$/;

/**
 * Reads files and returns them as one asset with the name `name`, in order and without comments, at an address below `base`.
 * @throws the error of the file system
 */
export function readAsset(name: string, paths: readonly string[], base = ''): Asset {
  const extension = extname(name).slice(1);
  const text = paths.map((path) => readFileSync(path, 'utf8').replace(SOURCE_MAP, '')).join('\n');
  const isMinified = paths.every((path) => path.endsWith('.min.js'));
  const body = Buffer.from(extension === 'css' ? squeezeCss(text) : isMinified ? text : squeeze(text));
  return assetOf(
    name.slice(0, -extension.length - 1),
    { type: TYPES[extension] ?? '', extension, body },
    base,
  );
}

/** Returns a file of ours as an asset, with an address below `base`. */
export function assetOf(name: string, { type, extension, body }: ServedFile, base: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const address = `${base}/assets/${name}.${hash}.${extension}`;
  return { address, type, etag: `"${hash}"`, body, policy: POLICY_HEADERS };
}

/**
 * Creates the listener that serves the files at their addresses without `base`, and passes other requests to `otherwise`.
 * Not through Hono, whose `Response` copies its body for every request.
 */
export function createAssetListener(assets: readonly Asset[], base: string, otherwise: Listener): Listener {
  const byAddress = new Map(assets.map((asset) => [asset.address.slice(base.length), asset]));
  return (request, response) => {
    const { method, headers, url = '' } = request;
    const asset = byAddress.get(url.split('?', 1)[0] ?? '');
    if (asset === undefined || (method !== 'GET' && method !== 'HEAD')) {
      otherwise(request, response);
      return;
    }
    const { type, etag, body, policy } = asset;
    const isKept = headers['if-none-match'] === etag;
    response.writeHead(isKept ? 304 : 200, {
      ...policy,
      'cache-control': 'public, max-age=31536000, immutable',
      etag,
      ...(!isKept && { 'content-type': type, 'content-length': body.length }),
    });
    response.end(isKept || method === 'HEAD' ? undefined : body);
  };
}
