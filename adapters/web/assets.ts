import { join } from 'node:path';
import {
  assetOf,
  CARD_RENDERER,
  FRAME_STYLES,
  PICTURE_HEADERS,
  PREVIEWS_SCRIPT,
  PREVIEWS_STYLE,
  readAsset,
} from '../../src/pages/index.ts';
import type { Asset, ServedFile } from '../../src/pages/index.ts';

const own = (name: string) => join(import.meta.dirname, 'public', name);

/** The files that each asset is concatenated from, in order. */
const SOURCES = {
  'page.css': [
    ...FRAME_STYLES,
    ...['conversation', 'suggestions', 'reply', 'source', 'topics', 'print'].map((name) =>
      own(`${name}.css`),
    ),
  ],
  'previews.css': [PREVIEWS_STYLE],
  'early.js': [own('early.js')],
  // One file: modules that import each other would need addresses without a hash.
  'chat.js': ['history', 'actions', 'suggestions', 'voting', 'chat'].map((name) => own(`${name}.js`)),
  'filter.js': [own('filter.js')],
  'self-check.js': [own('self-check.js')],
  'previews.js': [PREVIEWS_SCRIPT],
  'icon.svg': [own('icon.svg')],
  'adaptivecards.js': [CARD_RENDERER],
} as const;

/** Name of an asset. */
export type AssetName = keyof typeof SOURCES;

/** Returns the assets, read from disk, with addresses below `base`. @throws the error of the file system */
export function readAssets(base = ''): Readonly<Record<AssetName, Asset>> {
  const assets = Object.entries(SOURCES).map(
    ([name, paths]) => [name, readAsset(name, paths, base)] as const,
  );
  return Object.fromEntries(assets) as Record<AssetName, Asset>;
}

/** Returns the logo of the organisation as an asset, with an address below `base`. */
export function logoOf(picture: ServedFile, base: string): Asset {
  return { ...assetOf('logo', picture, base), policy: PICTURE_HEADERS };
}
