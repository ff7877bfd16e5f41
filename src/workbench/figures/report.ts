import { join } from 'node:path';
import { FRAME_STYLES, html, raw, readAsset } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { figuresContent } from './content.ts';
import type { Overview } from './read.ts';

const STYLES = [...FRAME_STYLES, join(import.meta.dirname, '../page/public/cijfers.css')];

/** Returns figures as one HTML file that needs nothing else: to send by mail, or to print. `period`: Dutch. */
export function figuresReport(overview: Overview, period: string, made: Date): Html {
  const title = 'Cijfers van de bot';
  const date = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long' }).format(made);
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>
          ${raw(readAsset('rapport.css', STYLES).body.toString())}
        </style>
      </head>
      <body>
        <main>
          <h1 class="nl-heading nl-heading--level-1">${title}</h1>
          <p class="nl-paragraph">${period}. Gemaakt op ${date}. Getallen onder de 5 zijn verborgen.</p>
          ${figuresContent(overview, ({ name }) => html`${name}`)}
        </main>
      </body>
    </html>`;
}
