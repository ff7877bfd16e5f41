import { Hono } from 'hono';
import { createEntryReader, UneditableFileError } from '../knowledge/edit/index.ts';
import { html, POLICY_HEADERS } from '../pages/index.ts';
import type { Asset, Env } from '../pages/index.ts';
import { addChanges } from './changes/index.ts';
import type { Engine } from './engine/types.ts';
import { addFiles } from './files/index.ts';
import { addFigures } from './figures/index.ts';
import { addMissed } from './missed/index.ts';
import { createMissedSource } from './missed/source.ts';
import { addOverview } from './overview/index.ts';
import { createPage } from './page/create-page.ts';
import { menuOf } from './page/layout.ts';
import type { Tools, WorkbenchParts } from './parts.ts';
import { addPublish } from './publish/index.ts';
import { targetOf } from './publish/target.ts';
import { addQuestions } from './questions/index.ts';
import { addSource } from './source/index.ts';
import { addTry } from './try/index.ts';
import { readAhead } from './working-copy/known-entries.ts';
import { addSaves } from './working-copy/routes.ts';
import type { WorkingCopy } from './working-copy/types.ts';

/** Returns the app that serves every page. */
export function createApp(made: {
  readonly parts: WorkbenchParts;
  readonly copy: WorkingCopy;
  readonly engine: Engine;
  readonly assets: ReadonlyMap<string, Asset>;
}): Hono<Env> {
  const { parts, copy, engine, assets } = made;
  const isLive = targetOf(copy.directory, parts.live).kind === 'same';
  const tools: Tools = {
    parts,
    copy,
    engine,
    readEntries: createEntryReader(),
    page: createPage(copy, assets),
    saveLabel: (what = 'Opslaan') => (isLive ? `${what} en live zetten` : what),
  };
  void readAhead(tools);
  // Not strict: a slash at the end of an address makes no difference.
  const app = new Hono<Env>({ strict: false });
  app.use((context, next) => {
    for (const [name, value] of Object.entries(POLICY_HEADERS)) context.header(name, value);
    context.header('cache-control', 'no-store');
    return next();
  });
  const missed = createMissedSource(tools);
  addOverview(app, tools, missed);
  addQuestions(app, tools);
  addFiles(app, tools);
  addTry(app, tools);
  addChanges(app, tools);
  addMissed(app, tools, missed);
  addFigures(app, tools);
  addSource(app, tools);
  addPublish(app, tools);
  addSaves(app, tools);
  app.notFound((context) =>
    tools.page(context, {
      menu: '/',
      title: 'Deze pagina is er niet',
      status: 404,
      content: html`<p class="nl-paragraph">Kies hierboven een pagina van de werkbank.</p>`,
    }),
  );
  app.onError((error, context) => {
    if (error instanceof UneditableFileError)
      return tools.page(context, {
        menu: menuOf(context.req.path),
        title: 'De werkbank kan dit bestand niet veranderen',
        status: 409,
        notices: [{ kind: 'bad', text: error.message }],
        content: html`<p class="nl-paragraph">
          Er is niets opgeslagen. Herstel het bestand in een tekstprogramma; het
          <a class="nl-link" href="/">overzicht</a> zegt wat eraan mankeert. Ga dan terug en probeer het
          opnieuw.
        </p>`,
      });
    parts.log.error({ cause: error.stack ?? String(error) }, 'a page of the workbench could not be made');
    return tools.page(context, {
      menu: '/',
      title: 'Dat ging niet goed',
      status: 500,
      content: html`<p class="nl-paragraph">
        De werkbank kon deze pagina niet maken. Er is niets veranderd. Ga terug en probeer het opnieuw. Gaat
        het weer mis? In het venster waarin je de werkbank startte, staat wat er misging.
      </p>`,
    });
  });
  return app;
}
