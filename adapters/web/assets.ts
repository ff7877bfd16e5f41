import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Listener } from '../../src/assistant/index.ts';
import { withoutBase } from './address.ts';
import { PICTURE_HEADERS, POLICY_HEADERS } from './policy.ts';
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

const TYPE = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

const { resolve } = createRequire(import.meta.url);
const own = (name: string) => join(import.meta.dirname, 'public', name);
const ofDesignSystem = (name: string) => resolve(`@nl-design-system-candidate/${name}-css/${name}.css`);

/** The files that each asset is concatenated from, in order. */
const SOURCES = {
  'page.css': [
    ...['paragraph', 'heading', 'link', 'skip-link', 'button'].map(ofDesignSystem),
    ...['theme', 'page', 'conversation', 'suggestions', 'reply', 'source', 'topics', 'print'].map((name) =>
      own(`${name}.css`),
    ),
  ],
  'previews.css': [own('previews.css')],
  'early.js': [own('early.js')],
  // One file: modules that import each other would need addresses without a hash.
  'chat.js': ['history', 'actions', 'suggestions', 'voting', 'chat'].map((name) => own(`${name}.js`)),
  'filter.js': [own('filter.js')],
  'self-check.js': [own('self-check.js')],
  'previews.js': [own('previews.js')],
  'icon.svg': [own('icon.svg')],
  'adaptivecards.js': [resolve('adaptivecards/dist/adaptivecards.min.js')],
} as const;

/** Name of an asset. */
export type AssetName = keyof typeof SOURCES;

/** Returns the assets, read from disk, with addresses below `base`. @throws the error of the file system */
export function readAssets(base = ''): Readonly<Record<AssetName, Asset>> {
  const assets = Object.entries(SOURCES).map(([name, paths]) => {
    const [stem = '', extension = ''] = name.split('.');
    const text = paths.map((path) => readFileSync(path, 'utf8').replace(SOURCE_MAP, '')).join('\n');
    const type = TYPE[extension as keyof typeof TYPE];
    const body = Buffer.from(
      extension === 'css' ? squeezeCss(text) : name === 'adaptivecards.js' ? text : squeeze(text),
    );
    return [name, assetOf(stem, { type, extension, body }, base)] as const;
  });
  return Object.fromEntries(assets) as Record<AssetName, Asset>;
}

/** A file as it is served. */
export interface ServedFile {
  /** The media type. */
  readonly type: string;
  readonly extension: string;
  readonly body: Buffer;
}

/** Returns a file of ours as an asset, with an address below `base`. */
function assetOf(name: string, { type, extension, body }: ServedFile, base: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const address = `${base}/assets/${name}.${hash}.${extension}`;
  return { address, type, etag: `"${hash}"`, body, policy: POLICY_HEADERS };
}

/** Returns the logo of the organisation as an asset, with an address below `base`. */
export function logoOf(picture: ServedFile, base: string): Asset {
  return { ...assetOf('logo', picture, base), policy: PICTURE_HEADERS };
}

/** Source maps are not served: a reference to one would be a failed request in the developer tools. */
const SOURCE_MAP = /(\/\*# sourceMappingURL=[^*]*\*\/|\/\/# sourceMappingURL=\S*)\s*$/;

/**
 * Creates the listener that serves the files at their addresses without `base`, and passes other requests to `otherwise`. Not through Hono, whose
 * `Response` copies its body for every request.
 */
export function createAssetListener(assets: readonly Asset[], base: string, otherwise: Listener): Listener {
  const byAddress = new Map(assets.map((asset) => [withoutBase(asset.address, base), asset]));
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
