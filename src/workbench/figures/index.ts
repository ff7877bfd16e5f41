import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/cijfers`. */
export function addFigures(app: Hono<Env>, { page }: Tools): void {
  app.get('/cijfers', (context) =>
    page(context, {
      menu: '/cijfers',
      title: 'Cijfers',
      content: html`<p class="nl-paragraph">
        Hier komt te staan wat er gevraagd is, en wat mensen van de antwoorden vonden.
      </p>`,
    }),
  );
}
