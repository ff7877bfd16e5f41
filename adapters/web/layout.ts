import type { Asset, AssetName } from './assets.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import type { WebAssistant } from './texts.ts';

/** What all pages are made with. */
export interface PageContext {
  readonly say: WebAssistant['say'];
  readonly assets: Readonly<Record<AssetName, Asset>>;
  /** Whether the menu has a self-check. */
  readonly hasChecklist: boolean;
  /** Whether answers have previews of other channels. */
  readonly hasPreviews: boolean;
}

/** The content of a page. */
export interface Page {
  /** Path of the page; marked as current if it is in the menu. */
  readonly path: string;
  readonly title: string;
  readonly content: Html;
  readonly scripts?: readonly AssetName[];
  /** Whether search engines may index the page; `false` for one that shows a question of a person. */
  readonly isPublic?: boolean;
}

/** Returns a whole page: head, skip link, menu and content. */
export function layout({ say, assets, hasChecklist }: PageContext, page: Page): Html {
  const { path, title, content, scripts = [], isPublic = true } = page;
  const menu = [
    ['/', say('web_gesprek')],
    ['/onderwerpen', say('onderwerpen')],
    ...(hasChecklist ? [['/zelfcheck', say('web_zelfcheck')] as const] : []),
    ['/over', say('over')],
  ] as const;
  return html`<!doctype html>
    <html lang="${say('web_taal')}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${say('web_naam')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${isPublic ? NOTHING : html`<meta name="robots" content="noindex" />`}
        <link rel="icon" type="image/svg+xml" href="${assets['icon.svg'].address}" />
        <link rel="stylesheet" href="${assets['page.css'].address}" />
        ${scripts.map((name) => html`<script type="module" src="${assets[name].address}"></script>`)}
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">${say('web_naar_inhoud')}</a>
        <header class="top">
          <p class="name">${say('web_naam')}</p>
          <nav aria-label="${say('web_menu')}">
            <ul>
              ${menu.map(
                ([address, label]) =>
                  html`<li>
                    <a class="nl-link" href="${address}" aria-current="${address === path ? 'page' : 'false'}"
                      >${label}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="inhoud" tabindex="-1">${content}</main>
      </body>
    </html>`;
}
