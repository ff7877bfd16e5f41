import type { Context, Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import { withSameNotice } from '../page/saved-notice.ts';
import type { Tools } from '../parts.ts';
import { showEntry, showNew, takeForm } from './edit.ts';
import { listPage } from './list-page.ts';
import { actOnEntry } from './rename-remove.ts';
import { folderOf } from './subject.ts';
import { createVoteReader } from './votes.ts';

/** Adds the list of questions, and the form of each. */
export function addQuestions(app: Hono<Env>, tools: Tools): void {
  const readVotes = createVoteReader(tools.parts);
  const placeOf = ({ req }: Context<Env>) => ({
    guidance: folderOf(tools.copy.read(), req.param('guidance') ?? ''),
    id: req.param('id') ?? '',
  });
  const orNotFound = async (context: Context<Env>, answer: Promise<Response | undefined>) =>
    (await answer) ?? notFound(context, tools);
  app.get('/vragen', (context) => listPage(context, tools, readVotes));
  app.get('/vragen/nieuw', (context) => orNotFound(context, showNew(context, tools)));
  app.post('/vragen/nieuw', (context) => orNotFound(context, takeForm(context, tools, {})));
  const entry = '/vragen/:guidance/:id';
  app.get(entry, (context) => orNotFound(context, showEntry(context, tools, placeOf(context))));
  app.post(entry, (context) => orNotFound(context, takeForm(context, tools, placeOf(context))));
  for (const action of ['hernoem', 'weg'] as const)
    app.on(['GET', 'POST'], `${entry}/${action}`, (context) =>
      orNotFound(context, actOnEntry(context, tools, placeOf(context), action)),
    );
}

function notFound(context: Context<Env>, { page }: Tools): Response | Promise<Response> {
  // The page of a question that was new, or had another id, before an undo.
  const list = withSameNotice('/vragen', context);
  if (list !== undefined) return context.redirect(list, 303);
  return page(context, {
    menu: '/vragen',
    title: 'Deze vraag is er niet',
    status: 404,
    content: html`<p class="nl-paragraph">
      Misschien is hij weg, of heet hij nu anders. <a class="nl-link" href="/vragen">Zoek hem in de lijst.</a>
    </p>`,
  });
}
