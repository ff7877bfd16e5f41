/** What every set of pages is made with: the web page of the bot, and the editors' workbench. */
export {
  assetOf,
  CARD_RENDERER,
  createAssetListener,
  FRAME_STYLES,
  PREVIEWS_SCRIPT,
  PREVIEWS_STYLE,
  readAsset,
} from './assets.ts';
export type { Asset, ServedFile } from './assets.ts';
export type { Env } from './env.ts';
export { html, NOTHING, raw, textOf } from './html.ts';
export type { Html } from './html.ts';
export { createAppListener } from './listener.ts';
export { isOnHost, isOwnPage, PICTURE_HEADERS, POLICY_HEADERS } from './policy.ts';
