import { VERSION } from '../../src/shared/version.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Asset, Html } from '../../src/pages/index.ts';
import type { AssetName } from './assets.ts';
import type { WebAssistant } from './texts.ts';

/** What the operator tells about the page. */
export interface Site {
  /** Path before every address: empty, or like `/bot`. */
  readonly base: string;
  /** Name of the organisation. */
  readonly name?: string;
  readonly logo?: Asset;
}

/** What all pages are made with. */
export interface PageContext extends Site {
  readonly say: WebAssistant['say'];
  readonly assets: Readonly<Record<AssetName, Asset>>;
  /** Address of this site as the person sees it, without a slash at the end, for on paper. */
  readonly origin: string;
  /** Whether the menu has a self-check. */
  readonly hasChecklist: boolean;
  /** Whether entries have a page with previews of other channels. */
  readonly hasPreviews: boolean;
}

/** The content of a page. */
export interface Page {
  /** Path of the page, below `base`; marked as current if it is in the menu. */
  readonly path: string;
  readonly title: string;
  readonly content: Html;
  readonly scripts?: readonly AssetName[];
  /** Style sheets besides that of every page. */
  readonly styles?: readonly AssetName[];
  /** Script that is run before anything is shown. */
  readonly early?: AssetName;
  /** Whether search engines may index the page; `false` for one that shows a question of a person. */
  readonly isPublic?: boolean;
}

/**
 * Returns a whole page: head, skip link, header, content and footer. Nothing is painted before its last element is there:
 * on a slow line the parts above it would move. Browsers that do not know `rel="expect"` paint as they read.
 */
export function layout(context: PageContext, page: Page): Html {
  const { say, assets, base } = context;
  const { title, content, scripts = [], styles = [], early, isPublic = true } = page;
  return html`<!doctype html>
    <html lang="${say('web_taal')}" data-base="${base}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${say('web_naam')}</title>
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        ${isPublic ? NOTHING : html`<meta name="robots" content="noindex" />`}
        <link rel="expect" href="#einde" blocking="render" />
        <link rel="icon" type="image/svg+xml" href="${assets['icon.svg'].address}" />
        ${(['page.css', ...styles] as const).map(
          (name) => html`<link rel="stylesheet" href="${assets[name].address}" />`,
        )}
        ${early === undefined ? NOTHING : html`<script src="${assets[early].address}"></script>`}
        ${scripts.map((name) => html`<script type="module" src="${assets[name].address}"></script>`)}
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">${say('web_naar_inhoud')}</a>
        ${header(context, page.path)}
        <main id="inhoud" tabindex="-1">${content}</main>
        ${footer(context, page.path)}
      </body>
    </html>`;
}

function header({ say, assets, base, name, logo, hasChecklist }: PageContext, path: string): Html {
  const menu = [
    ['/', say('web_gesprek')],
    ['/onderwerpen', say('onderwerpen')],
    ...(hasChecklist ? [['/zelfcheck', say('web_zelfcheck')] as const] : []),
    ['/over', say('web_over')],
  ] as const;
  return html`<header class="top">
    <div class="brand">
      <img class="mark" src="${assets['icon.svg'].address}" width="36" height="36" alt="" />
      <p class="name">
        ${say('web_naam')} ${name === undefined ? NOTHING : html`<span class="organisation">${name}</span>`}
      </p>
      ${
        logo === undefined
          ? NOTHING
          : html`<img
              class="logo"
              src="${logo.address}"
              alt="${name === undefined ? say('web_logo') : ''}"
            />`
      }
    </div>
    <nav class="menu" aria-label="${say('web_menu')}">
      <ul>
        ${menu.map(
          ([address, label]) =>
            html`<li>
              <a href="${base}${address}" aria-current="${address === path ? 'page' : 'false'}">${label}</a>
            </li>`,
        )}
      </ul>
    </nav>
  </header>`;
}

function footer({ say, base, origin }: PageContext, path: string): Html {
  const source = say('web_bron_adres');
  const label = say('web_bron');
  const day = new Intl.DateTimeFormat(say('web_taal') === 'en' ? 'en' : 'nl', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format();
  return html`<footer class="foot">
    <ul>
      <li>${!/^https?:/.test(source) ? label : html`<a class="nl-link" href="${source}">${label}</a>`}</li>
      <li><a class="nl-link" href="${base}/over#privacy">${say('web_privacy')}</a></li>
      <li>${say('web_versie', { versie: VERSION })}</li>
    </ul>
    <p class="printed" id="einde">${say('web_afdruk', { dag: day, adres: `${origin}${path}` })}</p>
  </footer>`;
}
