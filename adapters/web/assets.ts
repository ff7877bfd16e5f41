import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Listener } from '../../src/assistant/index.ts';
import { POLICY_HEADERS } from './policy.ts';

/** A file that pages load. Its address holds a part of its hash, so that browsers may cache it forever. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
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
    ...['theme', 'page', 'conversation', 'reply', 'source', 'previews', 'print'].map((name) =>
      own(`${name}.css`),
    ),
  ],
  'chat.js': [own('chat.js')],
  'self-check.js': [own('self-check.js')],
  'previews.js': [own('previews.js')],
  'icon.svg': [own('icon.svg')],
  'adaptivecards.js': [resolve('adaptivecards/dist/adaptivecards.min.js')],
} as const;

/** Name of an asset. */
export type AssetName = keyof typeof SOURCES;

/** Returns the assets, read from disk. @throws the error of the file system */
export function readAssets(): Readonly<Record<AssetName, Asset>> {
  const assets = Object.entries(SOURCES).map(([name, paths]) => {
    const [base = '', extension = ''] = name.split('.');
    const text = paths.map((path) => readFileSync(path, 'utf8').replace(SOURCE_MAP, '')).join('\n');
    const body = Buffer.from(text);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    return [
      name,
      {
        address: `/assets/${base}.${hash}.${extension}`,
        type: TYPE[extension as keyof typeof TYPE],
        etag: `"${hash}"`,
        body,
      },
    ] as const;
  });
  return Object.fromEntries(assets) as Record<AssetName, Asset>;
}

/** Source maps are not served: a reference to one would be a failed request in the developer tools. */
const SOURCE_MAP = /(\/\*# sourceMappingURL=[^*]*\*\/|\/\/# sourceMappingURL=\S*)\s*$/;

/**
 * Creates the listener that serves the files, and passes other requests to `otherwise`. Not through Hono, whose
 * `Response` copies its body for every request.
 */
export function createAssetListener(
  assets: Readonly<Record<AssetName, Asset>>,
  otherwise: Listener,
): Listener {
  const byAddress = new Map(Object.values(assets).map((asset) => [asset.address, asset]));
  return (request, response) => {
    const { method, headers, url = '' } = request;
    const asset = byAddress.get(url.split('?', 1)[0] ?? '');
    if (asset === undefined || (method !== 'GET' && method !== 'HEAD')) {
      otherwise(request, response);
      return;
    }
    const { type, etag, body } = asset;
    const isKept = headers['if-none-match'] === etag;
    response.writeHead(isKept ? 304 : 200, {
      ...POLICY_HEADERS,
      'cache-control': 'public, max-age=31536000, immutable',
      etag,
      ...(!isKept && { 'content-type': type, 'content-length': body.length }),
    });
    response.end(isKept || method === 'HEAD' ? undefined : body);
  };
}
