import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/gemist`. */
export function addMissed(app: Hono<Env>, { page }: Tools): void {
  app.get('/gemist', (context) =>
    page(context, {
      menu: '/gemist',
      title: 'Gemist',
      content: html`<p class="nl-paragraph">Hier komen de vragen waarop de bot geen antwoord had.</p>`,
    }),
  );
}
