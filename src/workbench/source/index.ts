import type { Hono } from 'hono';
import { quotesOf, sourceOf, useOf } from '../../knowledge/edit/index.ts';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';
import { addNewEdition } from './new-edition.ts';
import { sourceView, viewNamed } from './source-view.ts';

/** Adds the pages of the sources: which question quotes which sentence, and a new edition. */
export function addSource(app: Hono<Env>, tools: Tools): void {
  const { copy, page, readEntries } = tools;
  app.get('/bron', (context) => {
    const { slugs } = copy.read();
    const [only, another] = slugs;
    if (only !== undefined && another === undefined) return context.redirect(`/bron/${only}`, 302);
    return page(context, {
      menu: '/bron',
      title: 'Bron',
      content:
        only === undefined
          ? html`<p class="nl-paragraph">In deze map staat nog geen handreiking.</p>`
          : html`<p class="nl-paragraph">Van welke handreiking wil je de tekst zien?</p>
              <ul>
                ${slugs.map((slug) => html`<li><a class="nl-link" href="/bron/${slug}">${slug}</a></li>`)}
              </ul>`,
    });
  });
  app.get('/bron/:guidance', (context) => {
    const folder = context.req.param('guidance');
    const { files, slugs } = copy.read();
    if (!slugs.includes(folder)) return context.notFound();
    const source = sourceOf(files, folder);
    if (source === undefined)
      return page(context, {
        menu: '/bron',
        title: 'Bron',
        notices: [
          { kind: 'bad', text: `In ${folder} staat nog geen bron.txt: de tekst van de handreiking.` },
        ],
        content: html`<p class="nl-paragraph">
          <a class="nl-link" href="/bron/${folder}/nieuwe-editie">Zet de tekst erin</a>
        </p>`,
      });
    const questions = new Map(
      readEntries(files, folder).map(({ id, data }) => [
        id,
        typeof data['vraag'] === 'string' ? data['vraag'] : id,
      ]),
    );
    const shown = {
      folder,
      source,
      use: useOf(source, quotesOf(files, folder, readEntries)),
      nameOf: (id: string) => questions.get(id) ?? id,
      view: viewNamed(context.req.query('toon')),
      marked: context.req.query('vraag'),
    };
    return page(context, { menu: '/bron', title: source.title, content: sourceView(shown), isWide: true });
  });
  addNewEdition(app, tools);
}
