import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/bron`. */
export function addSource(app: Hono<Env>, { page }: Tools): void {
  app.get('/bron', (context) =>
    page(context, {
      menu: '/bron',
      title: 'Bron',
      content: html`<p class="nl-paragraph">
        Hier komt de tekst van de handreiking, met de vragen die hem citeren.
      </p>`,
    }),
  );
}
