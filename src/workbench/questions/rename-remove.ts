import type { Context } from 'hono';
import { ID } from '../../core/index.ts';
import { referencesTo, removeEntry, renameEntry, RESERVED_IDS } from '../../knowledge/edit/index.ts';
import type { FileEntry, Reference } from '../../knowledge/edit/index.ts';
import type { Files } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';
import { baseField, baseIn, fieldsOf } from '../page/forms.ts';
import type { Fields } from '../page/forms.ts';
import type { Notice } from '../page/layout.ts';
import type { Tools } from '../parts.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import type { Versions } from '../working-copy/types.ts';
import { referenceList } from './reference-list.ts';
import { filesAsSeen, questionOf } from './subject.ts';

/** Where an entry is. */
interface Place {
  readonly guidance: string;
  readonly id: string;
}

/** An entry with what refers to it. */
interface Found extends Place {
  readonly entry: FileEntry;
  readonly entries: readonly FileEntry[];
  readonly references: readonly Reference[];
  readonly versions: Versions;
  readonly files: Files;
}

/** What can be done with an entry: the end of its address, with what shows its page and, with a form, does it. */
const ACTIONS = { hernoem: rename, weg: remove } as const;

/** Shows the page of an action on an entry, or does it when its form was sent; `undefined` when the entry is not there. */
export async function actOnEntry(
  context: Context<Env>,
  tools: Tools,
  place: Place,
  action: keyof typeof ACTIONS,
): Promise<Response | undefined> {
  const form = context.req.method === 'POST' ? await fieldsOf(context) : undefined;
  const found = find(tools, place, form && baseIn(form));
  return found && ACTIONS[action](context, tools, found, form);
}

/** Gives an entry the id that was typed, everywhere. */
function rename(
  context: Context<Env>,
  tools: Tools,
  found: Found,
  form: Fields | undefined,
): Response | Promise<Response> {
  const { guidance, id } = found;
  if (form === undefined) return renamingPage(context, tools, found, { typed: id });
  const to = form.text('id').trim();
  const wrong = wrongId(to, found);
  if (wrong !== undefined)
    return renamingPage(context, tools, found, { typed: to, notice: { kind: 'bad', text: wrong } });
  return saveAndGo(context, tools, {
    edits: renameEntry(found.files, guidance, id, to),
    base: baseIn(form),
    about: `“${id}” heet nu “${to}”`,
    to: entryAddress(guidance, to),
  });
}

/** Takes an entry away, with its questions or without. */
function remove(
  context: Context<Env>,
  tools: Tools,
  found: Found,
  form: Fields | undefined,
): Response | Promise<Response> {
  if (form === undefined) return removalPage(context, tools, found);
  const target = form.text('naar').trim();
  const moveTo = found.entries.find((entry) => entry.id !== found.id && questionOf(entry) === target)?.id;
  if (target !== '' && moveTo === undefined)
    return removalPage(context, tools, found, {
      kind: 'bad',
      text: `Er is geen vraag “${target}”. Kies er een uit de lijst, of maak het vak leeg.`,
    });
  return saveAndGo(context, tools, {
    edits: removeEntry(found.files, found.guidance, found.id, moveTo),
    base: baseIn(form),
    about: `de vraag “${questionOf(found.entry)}” weggehaald`,
    to: '/vragen',
  });
}

function find({ copy, readEntries }: Tools, place: Place, base?: Versions): Found | undefined {
  const now = copy.read();
  const { files, versions } = base === undefined ? now : filesAsSeen(copy, now, base);
  const entries = readEntries(files, place.guidance);
  const entry = entries.find(({ id }) => id === place.id);
  if (entry === undefined) return undefined;
  const references = referencesTo(files, place.guidance, place.id);
  return { ...place, entry, entries, references, versions, files };
}

function wrongId(id: string, { entries, id: old }: Found): string | undefined {
  if (id === old) return 'Dat is de naam die hij al heeft.';
  if (!ID.test(id) || id.length > 100)
    return 'Gebruik alleen kleine letters, cijfers en streepjes, zonder spaties.';
  if (RESERVED_IDS.includes(id)) return `“${id}” heeft al een eigen betekenis. Kies een andere naam.`;
  return entries.some((entry) => entry.id === id) ? `Er is al een vraag “${id}”.` : undefined;
}

function renamingPage(
  context: Context<Env>,
  { page }: Tools,
  found: Found,
  { typed, notice }: { readonly typed: string; readonly notice?: Notice },
): Promise<Response> {
  return page(context, {
    menu: '/vragen',
    title: `Andere vaste naam: ${questionOf(found.entry)}`,
    ...(notice !== undefined && { notices: [notice], status: 400 }),
    content: html`<p class="nl-paragraph">
        De vaste naam staat in knoppen en links. Na de verandering werken oude knoppen in gesprekken en oude
        links naar deze vraag niet meer, en cijfers beginnen opnieuw. Wat hieronder naar de vraag verwijst,
        gaat vanzelf mee.
      </p>
      ${referenceList(found.references)}
      <form method="post" action="${entryAddress(found.guidance, found.id)}/hernoem">
        <div class="field">
          <label for="id">Nieuwe vaste naam</label>
          <input id="id" name="id" value="${typed}" autocomplete="off" />
        </div>
        ${formEnd(found, 'Verander de naam')}
      </form>`,
  });
}

function removalPage(
  context: Context<Env>,
  { page }: Tools,
  found: Found,
  notice?: Notice,
): Promise<Response> {
  const hasQuestions = found.references.some(
    ({ kind }) => kind === 'praktijkvragen' || kind === 'proefvragen',
  );
  return page(context, {
    menu: '/vragen',
    title: `Weghalen: ${questionOf(found.entry)}`,
    ...(notice !== undefined && { notices: [notice], status: 400 }),
    content: html`<p class="nl-paragraph">
        Deze vraag gaat weg, met het antwoord. Je kunt het daarna nog ongedaan maken. Wat hieronder naar de
        vraag verwijst, verandert mee.
      </p>
      ${referenceList(found.references)}
      <form method="post" action="${entryAddress(found.guidance, found.id)}/weg">
        ${
          hasQuestions
            ? html`<div class="field">
                <label for="naar">Horen de praktijk- en proefvragen voortaan bij een andere vraag?</label>
                <p class="hint" id="h-naar">Laat leeg om ze ook weg te halen.</p>
                <input id="naar" name="naar" list="vragen" aria-describedby="h-naar" autocomplete="off" />
                <datalist id="vragen">
                  ${found.entries.filter(({ id }) => id !== found.id).map((entry) => html`<option value="${questionOf(entry)}"></option>`)}
                </datalist>
              </div>`
            : NOTHING
        }
        ${formEnd(found, 'Haal weg')}
      </form>`,
  });
}

function formEnd({ guidance, id, versions, entry, references }: Found, label: string): Html {
  return html`${baseField(versions, [...new Set([entry.file, ...references.map(({ file }) => file)])])}
    <div class="actions">
      <button class="nl-button nl-button--primary">${label}</button>
      <a class="nl-link" href="${entryAddress(guidance, id)}">Terug zonder iets te veranderen</a>
    </div>`;
}
