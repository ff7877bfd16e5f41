import { html, NOTHING } from '../../pages/index.ts';
import type { Asset, Html } from '../../pages/index.ts';

/** The pages of the menu, in order: address and name. */
const MENU = [
  ['/', 'Overzicht'],
  ['/vragen', 'Vragen'],
  ['/proberen', 'Proberen'],
  ['/wijzigingen', 'Wat verandert er'],
  ['/gemist', 'Gemist'],
  ['/cijfers', 'Cijfers'],
  ['/bron', 'Bron'],
  ['/live', 'Live'],
] as const;

/** The content of a page. */
export interface Page {
  /** Address of the page in the menu that it belongs to. */
  readonly menu: (typeof MENU)[number][0];
  readonly title: string;
  readonly content: Html;
  /** 200 by default. */
  readonly status?: 200 | 400 | 404 | 409 | 500;
  /** Said above the content, and read out by screen readers. */
  readonly notices?: readonly Notice[];
  /** Names of scripts in `page/public/`. */
  readonly scripts?: readonly string[];
  /** Whether the content needs the whole width, as tables and forms with two columns do. */
  readonly isWide?: boolean;
}

/** Something that an editor has to know first. */
export interface Notice {
  readonly kind: 'good' | 'bad' | 'note';
  readonly text: string;
  /** What can be done about it. */
  readonly action?: Html;
}

/** Returns the page of the menu that an address belongs to. */
export function menuOf(address: string): Page['menu'] {
  return MENU.find(([menu]) => menu !== '/' && address.startsWith(menu))?.[0] ?? '/';
}

/** Returns a whole page: head, skip link, menu, notices, heading and content. */
export function layout(page: Page, assets: ReadonlyMap<string, Asset>): Html {
  const { title, content, notices = [], scripts = [], isWide = false } = page;
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>${title} – Werkbank</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href="${addressOf('werkbank.svg')}" />
        <link rel="stylesheet" href="${addressOf('werkbank.css')}" />
        ${scripts.map((name) => html`<script type="module" src="${addressOf(name)}"></script>`)}
      </head>
      <body class="${isWide ? 'wide' : ''}" data-renderer="${addressOf('adaptivecards.js')}">
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
        <header class="top">
          <div class="brand">
            <img class="mark" src="${addressOf('werkbank.svg')}" width="36" height="36" alt="" />
            <p class="name">Werkbank</p>
          </div>
          <nav class="menu" aria-label="Menu">
            <ul>
              ${MENU.map(
                ([address, label]) =>
                  html`<li>
                    <a href="${address}" aria-current="${address === page.menu ? 'page' : 'false'}"
                      >${label}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="inhoud" tabindex="-1">
          ${notices.map(noticeBox)}
          <h1 class="nl-heading nl-heading--level-1">${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;

  function addressOf(name: string): string {
    const asset = assets.get(name);
    if (asset === undefined) throw new TypeError(`no asset ${name}`);
    return asset.address;
  }
}

function noticeBox({ kind, text, action = NOTHING }: Notice): Html {
  return html`<div class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">
    <p class="nl-paragraph">${text}</p>
    ${action}
  </div>`;
}
