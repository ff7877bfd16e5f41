import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/`. */
export function addOverview(app: Hono<Env>, { page }: Tools): void {
  app.get('/', (context) =>
    page(context, {
      menu: '/',
      title: 'Overzicht',
      content: html`<p class="nl-paragraph">Hier komt te staan hoe de kennis ervoor staat.</p>`,
    }),
  );
}
