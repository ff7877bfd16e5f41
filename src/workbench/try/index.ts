import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/proberen`. */
export function addTry(app: Hono<Env>, { page }: Tools): void {
  app.get('/proberen', (context) =>
    page(context, {
      menu: '/proberen',
      title: 'Proberen',
      content: html`<p class="nl-paragraph">
        Hier kun je straks een vraag stellen en zien waarom de bot dat antwoord geeft.
      </p>`,
    }),
  );
}
