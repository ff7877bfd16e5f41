import type { Context, Hono } from 'hono';
import { textOfFile } from '../../knowledge/edit/index.ts';
import { severityOf } from '../../knowledge/index.ts';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import { baseField, baseIn, fieldsOf, unsavedAttribute } from '../page/forms.ts';
import type { Tools } from '../parts.ts';
import { saveButtons, textArea } from '../questions/controls.ts';
import { countMessages } from '../questions/messages.ts';
import type { Message } from '../questions/messages.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import type { Versions, WorkingFiles } from '../working-copy/types.ts';
import { fileAddress, hasOwnForm } from './address.ts';

const PAGE = '/bestanden';

/** A file as its form has it. */
interface TextForm {
  readonly path: string;
  readonly text: string;
  /** The version that the editor saw. */
  readonly base: Versions;
  readonly messages: readonly Message[];
}

/** Adds the page `/bestanden`: the YAML files that have no form of their own, each as text. */
export function addFiles(app: Hono<Env>, tools: Tools): void {
  const { copy, engine, page } = tools;
  const pathIn = ({ req }: Context<Env>) =>
    pathsOf(copy.read()).find((path) => fileAddress(path) === `${PAGE}/${req.param('path') ?? ''}`);
  const messagesFor = async (path: string, text: string): Promise<Message[]> => {
    const problems = await engine.check(new Map([[path, text]]));
    return problems
      .filter(({ file }) => file === path)
      .map(({ kind, line, message, advice }) => ({
        severity: severityOf(kind),
        field: 'tekst',
        text: `${line === undefined ? '' : `Regel ${line}: `}${message}`,
        advice,
      }));
  };

  app.get(PAGE, (context) =>
    page(context, {
      menu: '/vragen',
      title: 'Andere bestanden',
      content: html`<p class="nl-paragraph">
          Deze bestanden verander je als tekst. Wat erin hoort, staat in knowledge/README.md.
        </p>
        <ul>
          ${pathsOf(copy.read()).map((path) => html`<li><a class="nl-link" href="${fileAddress(path)}">${path}</a></li>`)}
        </ul>`,
    }),
  );

  app.get(`${PAGE}/:path{.+}`, async (context) => {
    const path = pathIn(context);
    if (path === undefined) return context.notFound();
    const { files, versions } = copy.read();
    const text = textOfFile(files, path);
    return formPage(context, tools, { path, text, base: versions, messages: await messagesFor(path, text) });
  });

  app.post(`${PAGE}/:path{.+}`, async (context) => {
    const path = pathIn(context);
    if (path === undefined) return context.notFound();
    const fields = await fieldsOf(context);
    const [text, todo, base] = [fields.text('tekst'), fields.text('doe'), baseIn(fields)];
    const messages = await messagesFor(path, text);
    const errors = messages.filter(({ severity }) => severity === 'fout');
    if (todo === 'toch' || (todo === 'opslaan' && errors.length === 0))
      return saveAndGo(context, tools, {
        edits: new Map([[path, text]]),
        base: new Map([[path, base.get(path)]]),
        about: `${path} aangepast`,
        to: fileAddress(path),
      });
    const refused = `Nog niet opgeslagen: ${countMessages(errors)} in dit bestand. Wat je schreef, staat er nog.`;
    return formPage(context, tools, { path, text, base, messages }, todo === 'opslaan' ? refused : undefined);
  });
}

/** The editor's own YAML files that have no form of their own. */
function pathsOf({ versions }: WorkingFiles): string[] {
  return [...versions.keys()].filter((path) => /\.ya?ml$/.test(path) && !hasOwnForm(path)).sort();
}

function formPage(
  context: Context<Env>,
  { page, saveLabel }: Tools,
  { path, text, base, messages }: TextForm,
  refused?: string,
): Promise<Response> {
  const count = countMessages(messages);
  return page(context, {
    menu: '/vragen',
    title: path,
    isWide: true,
    scripts: ['unsaved.js', 'vraag.js'],
    ...(refused !== undefined && { notices: [{ kind: 'bad', text: refused }] }),
    content: html`<p class="nl-paragraph"><a class="nl-link" href="${PAGE}">Andere bestanden</a></p>
      <form
        method="post"
        action="${fileAddress(path)}"
        class="entry-form"
        ${unsavedAttribute(context)}
        data-check
      >
        <p class="nl-paragraph" id="stand" role="status" data-live>
          ${count === '' ? 'Geen meldingen over dit bestand.' : `${count}.`}
        </p>
        ${textArea({ name: 'tekst', label: 'De tekst van dit bestand', value: text, rows: 30, messages })}
        ${baseField(base, [path])} ${saveButtons(messages, saveLabel())}
      </form>`,
  });
}
