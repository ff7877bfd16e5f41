import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';

/** Adds the page `/vragen`. */
export function addQuestions(app: Hono<Env>, { page }: Tools): void {
  app.get('/vragen', (context) =>
    page(context, {
      menu: '/vragen',
      title: 'Vragen',
      content: html`<p class="nl-paragraph">
        Hier komen alle vragen van de bot, met een formulier om ze te veranderen.
      </p>`,
    }),
  );
}
