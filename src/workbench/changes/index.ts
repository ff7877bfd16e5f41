import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/wijzigingen`. */
export function addChanges(app: Hono<Env>, { page }: Tools): void {
  app.get('/wijzigingen', (context) =>
    page(context, {
      menu: '/wijzigingen',
      title: 'Wat verandert er',
      content: html`<p class="nl-paragraph">
        Hier komt te staan welke bekende vragen een ander antwoord krijgen.
      </p>`,
    }),
  );
}
