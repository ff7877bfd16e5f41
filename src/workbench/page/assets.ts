import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CARD_RENDERER,
  FRAME_STYLES,
  PREVIEWS_SCRIPT,
  PREVIEWS_STYLE,
  readAsset,
} from '../../pages/index.ts';
import type { Asset } from '../../pages/index.ts';

const PUBLIC = join(import.meta.dirname, 'public');

/**
 * Returns the files that pages load, by name: `werkbank.css` with every style sheet of `public/`, each script of
 * `public/` under its own name, the icon, and the renderer of adaptive cards. @throws the error of the file system
 */
export function readWorkbenchAssets(): ReadonlyMap<string, Asset> {
  const names = readdirSync(PUBLIC).sort();
  const own = (name: string) => join(PUBLIC, name);
  const styles = names.filter((name) => name.endsWith('.css')).map(own);
  const single = names.filter((name) => name.endsWith('.js') || name.endsWith('.svg'));
  return new Map([
    ['werkbank.css', readAsset('werkbank.css', [...FRAME_STYLES, PREVIEWS_STYLE, ...styles])],
    ['previews.js', readAsset('previews.js', [PREVIEWS_SCRIPT])],
    ['adaptivecards.js', readAsset('adaptivecards.js', [CARD_RENDERER])],
    ...single.map((name) => [name, readAsset(name, [own(name)])] as const),
  ]);
}
