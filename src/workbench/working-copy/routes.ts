import type { Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import { baseIn, fieldsOf, localAddress } from '../page/forms.ts';
import { afterSave } from '../page/saved-notice.ts';
import type { Tools } from '../parts.ts';
import { editsIn } from './edit-fields.ts';
import { saveAndGo } from './save-and-go.ts';

/** Adds what is sent after a clash, and undo. */
export function addSaves(app: Hono<Env>, tools: Tools): void {
  app.post('/botsing', async (context) => {
    const fields = await fieldsOf(context);
    const to = localAddress(fields.text('naar'));
    const choice = fields.text('keuze');
    if (choice !== 'mijn' && choice !== 'samen') return context.redirect(to, 303);
    const edits = editsIn(fields, choice === 'samen' ? 'samen-' : '');
    return saveAndGo(context, tools, { edits, base: baseIn(fields), about: fields.text('over'), to });
  });
  app.post('/ongedaan', async (context) => {
    const fields = await fieldsOf(context);
    const to = localAddress(fields.text('naar'));
    const result = tools.copy.undo(fields.text('id'));
    if (result.kind === 'saved') {
      tools.engine.saved();
      return context.redirect(afterSave(to, result.id), 303);
    }
    const why =
      result.kind === 'failed'
        ? result.reason
        : `Daarna is nog iets veranderd in ${result.paths.join(', ')}. Maak eerst dat ongedaan, of verander het met de hand.`;
    return tools.page(context, {
      menu: '/',
      title: 'Ongedaan maken is niet gelukt',
      status: 409,
      notices: [{ kind: 'bad', text: why }],
      content: html`<p class="nl-paragraph"><a class="nl-link" href="${to}">Terug</a></p>`,
    });
  });
}
