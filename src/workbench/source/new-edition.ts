import type { Context, Hono } from 'hono';
import { editYaml, newEdition } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { baseField, baseIn, fieldsOf, hidden, unsavedAttribute } from '../page/forms.ts';
import type { Fields } from '../page/forms.ts';
import type { Notice } from '../page/layout.ts';
import type { Tools } from '../parts.ts';
import { keepStyle } from '../working-copy/keep-style.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import type { WorkingFiles } from '../working-copy/types.ts';
import { editionDifferences } from './edition-differences.ts';

/** Keys of `handreiking.yaml` that tell which edition it is: name, what it is called, and an example. */
const DETAILS = [
  ['editie', 'Editie', 'bijvoorbeeld 2026-11-30'],
  ['url', 'Webadres van de tekst', 'https://…'],
] as const;

/** Adds the pages on which a new edition of a source is pasted, compared and taken over. */
export function addNewEdition(app: Hono<Env>, tools: Tools): void {
  const { copy, page } = tools;
  const form = (context: Context<Env>, folder: string, notices: readonly Notice[] = [], text = '') =>
    page(context, {
      menu: '/bron',
      title: 'Nieuwe editie',
      notices,
      status: notices.length === 0 ? 200 : 400,
      scripts: ['unsaved.js'],
      content: html`<p class="nl-paragraph">
          Plak de hele nieuwe tekst, of kies het bestand. Je ziet eerst zin voor zin wat er verandert. Er
          wordt nog niets opgeslagen.
        </p>
        <form
          method="post"
          action="/bron/${folder}/nieuwe-editie"
          enctype="multipart/form-data"
          class="stack"
          ${unsavedAttribute(context)}
        >
          <label for="tekst">De nieuwe tekst</label>
          <textarea id="tekst" name="tekst" rows="14">${text}</textarea>
          <label for="bestand">Of een tekstbestand (.txt)</label>
          <input id="bestand" type="file" name="bestand" accept=".txt,text/plain" />
          <div class="actions">
            <button class="nl-button nl-button--primary">Laat zien wat er verandert</button>
            <a class="nl-link" href="/bron/${folder}">Terug naar de tekst</a>
          </div>
        </form>`,
    });

  app.get('/bron/:guidance/nieuwe-editie', (context) => {
    const folder = context.req.param('guidance');
    return copy.read().slugs.includes(folder) ? form(context, folder) : context.notFound();
  });
  app.post('/bron/:guidance/nieuwe-editie', async (context) => {
    const folder = context.req.param('guidance');
    const now = copy.read();
    if (!now.slugs.includes(folder)) return context.notFound();
    const fields = await fieldsOf(context);
    const given = await textIn(fields);
    if (given === undefined || given.trim() === '') {
      const text =
        given === undefined
          ? 'Dit bestand is geen tekst in UTF-8. Bewaar het als UTF-8, of plak de tekst.'
          : 'Er staat nog geen tekst.';
      return form(context, folder, [{ kind: 'bad', text }]);
    }
    return page(context, {
      menu: '/bron',
      title: 'Wat de nieuwe editie verandert',
      isWide: true,
      content: html`${editionDifferences(folder, newEdition(now.files, folder, bytesOf(now, folder, given)))}
      ${takeOverForm(folder, given, tools)}`,
    });
  });
  app.post('/bron/:guidance/overnemen', async (context) => {
    const folder = context.req.param('guidance');
    const now = copy.read();
    if (!now.slugs.includes(folder)) return context.notFound();
    const fields = await fieldsOf(context);
    const text = fields.text('tekst');
    if (text.trim() === '') return form(context, folder, [{ kind: 'bad', text: 'Er staat nog geen tekst.' }]);
    const { edits } = newEdition(now.files, folder, bytesOf(now, folder, text));
    const metadata = metadataOf(folder);
    const withDetails = detailsEdited(edits.get(metadata) ?? textOf(now, metadata), fields);
    const all = new Map([...edits, [`${folder}/bron.txt`, text], [metadata, withDetails]]);
    return saveAndGo(context, tools, {
      edits: all,
      base: new Map([
        ...[...all.keys()].map((path) => [path, now.versions.get(path)] as const),
        ...baseIn(fields),
      ]),
      about: 'Nieuwe editie van de tekst',
      to: `/bron/${folder}`,
    });
  });
}

const metadataOf = (folder: string) => `${folder}/handreiking.yaml`;

function textOf({ files }: WorkingFiles, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** The text that was pasted or uploaded; `undefined` for a file that is no UTF-8. */
async function textIn(fields: Fields): Promise<string | undefined> {
  const file = await fields.file('bestand');
  if (file === undefined) return fields.text('tekst');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

/** The bytes that `bron.txt` gets: its fingerprint is made of them. */
function bytesOf({ files }: WorkingFiles, folder: string, text: string): Uint8Array {
  return keepStyle(files.get(`${folder}/bron.txt`), text);
}

function takeOverForm(folder: string, text: string, { copy, saveLabel }: Tools): Html {
  const now = copy.read();
  const details = textOf(now, metadataOf(folder));
  return html`<form method="post" action="/bron/${folder}/overnemen" class="stack">
    ${hidden('tekst', text)} ${baseField(now.versions, [`${folder}/bron.txt`, metadataOf(folder)])}
    ${DETAILS.map(([key, label, example]) => {
      const value = detailIn(details, key);
      return value === undefined
        ? NOTHING
        : html`<label for="${key}">${label} <span class="small">${example}</span></label>
            <input id="${key}" name="${key}" value="${value}" autocomplete="off" />`;
    })}
    <div class="actions">
      <button class="nl-button nl-button--primary">${saveLabel('Nieuwe editie overnemen')}</button>
      <a class="nl-link" href="/bron/${folder}/nieuwe-editie">Andere tekst</a>
    </div>
  </form>`;
}

/** The value of a key on a line of its own at the left margin; `undefined` when there is none. */
function detailIn(metadata: string, key: string): string | undefined {
  const [, value] = new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*(?: #.*)?\\r?$`, 'm').exec(metadata) ?? [];
  return value?.replace(/^(["'])(.*)\1$/, '$2');
}

function detailsEdited(metadata: string, fields: Fields): string {
  const edits = DETAILS.flatMap(([key]) => {
    const value = fields.text(key).trim();
    return value === '' || detailIn(metadata, key) === undefined || detailIn(metadata, key) === value
      ? []
      : [{ path: [key], value }];
  });
  return edits.length === 0 ? metadata : editYaml(metadata, edits);
}
