import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/live`. */
export function addPublish(app: Hono<Env>, { page }: Tools): void {
  app.get('/live', (context) =>
    page(context, {
      menu: '/live',
      title: 'Live',
      content: html`<p class="nl-paragraph">Hier zet je straks live wat je bewaard hebt.</p>`,
    }),
  );
}
