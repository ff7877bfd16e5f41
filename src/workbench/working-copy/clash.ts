import type { Context } from 'hono';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { lineDiff } from '../page/diff.ts';
import { baseField, hidden, unsavedAttribute } from '../page/forms.ts';
import { menuOf } from '../page/layout.ts';
import type { Tools } from '../parts.ts';
import { editFields } from './edit-fields.ts';
import { mergeTexts } from './merge.ts';
import type { Edits, Save, WorkingCopy } from './types.ts';

/** A save that could not be done, and where it would have gone. */
type Unsaved = Save & { readonly to: string };

/** Shows the editor's own texts beside those on disk, with the choice which to keep. Nothing is lost until then. */
export function clashPage(
  context: Context<Env>,
  { copy, page }: Tools,
  { edits, base, about, to, paths }: Unsaved & { readonly paths: readonly string[] },
): Promise<Response> {
  const now = copy.read();
  const merged = mergedEdits(copy, { edits, base, about }, paths);
  const content = html`<p class="nl-paragraph">
      Terwijl jij bezig was, veranderde iemand anders (of jijzelf, in een ander venster)
      ${paths.length === 1 ? 'hetzelfde bestand' : 'dezelfde bestanden'}. Er is nog niets opgeslagen en niets
      weg. Jij wilde opslaan: ${about}. Kijk wat er verschilt en kies. Bij <q>nu</q> staat wat er al is, bij
      <q>jij</q> wat jij schreef.
    </p>
    ${paths.map((path) =>
      edits.has(path) ? sides(path, textAt(now.files, path), edits.get(path)) : onlyTheirs(path),
    )}
    <form method="post" action="/botsing" class="actions" ${unsavedAttribute(context)}>
      ${editFields(edits)} ${hidden('over', about)} ${hidden('naar', to)}
      ${baseField(now.versions, [...new Set([...edits.keys(), ...base.keys()])])}
      ${
        merged === undefined
          ? NOTHING
          : html`${editFields(merged, 'samen-')}
              <button class="nl-button nl-button--primary" name="keuze" value="samen">
                Voeg samen: bewaar beide wijzigingen
              </button>`
      }
      <button class="nl-button nl-button--secondary" name="keuze" value="mijn">
        Bewaar wat jij schreef; vergeet wat er nu staat
      </button>
      <button class="nl-button nl-button--secondary" name="keuze" value="schijf">
        Houd wat er nu staat; vergeet wat jij schreef
      </button>
    </form>`;
  return page(context, {
    menu: menuOf(to),
    title: 'Iemand anders veranderde dit ook',
    status: 409,
    scripts: ['unsaved.js'],
    content,
    isWide: true,
  });
}

/** Says why the disk refused a save, with the texts to try again with. */
export function failedPage(
  context: Context<Env>,
  { page }: Tools,
  { edits, base, about, to, reason }: Unsaved & { readonly reason: string },
): Promise<Response> {
  return page(context, {
    menu: menuOf(to),
    title: 'Opslaan is niet gelukt',
    status: 500,
    notices: [{ kind: 'bad', text: `${reason} Wat je schreef, is er nog.` }],
    scripts: ['unsaved.js'],
    content: html`<form method="post" action="/botsing" class="actions" ${unsavedAttribute(context)}>
      ${editFields(edits)} ${hidden('over', about)} ${hidden('naar', to)} ${baseField(base, [...base.keys()])}
      <button class="nl-button nl-button--primary" name="keuze" value="mijn">Probeer opnieuw</button>
    </form>`,
  });
}

function sides(path: string, now: string | undefined, mine: string | undefined): Html {
  const gone = 'Dit bestand is er nu niet meer. Bewaar je wat jij schreef, dan komt het terug.';
  const deleted = 'Jij haalde dit bestand weg. Ondertussen is het veranderd.';
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">${path}</h2>
    ${
      now === undefined || mine === undefined
        ? html`<p class="nl-paragraph">${now === undefined ? gone : deleted}</p>`
        : NOTHING
    }
    ${lineDiff({ text: now ?? '', name: 'nu' }, { text: mine ?? '', name: 'jij' })}
  </section>`;
}

/** A file that the editor only looked at. */
function onlyTheirs(path: string): Html {
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">${path}</h2>
    <p class="nl-paragraph">Dit bestand veranderde ondertussen; jij veranderde het niet.</p>
  </section>`;
}

/** Both editors' changes in one; `undefined` unless that works for every file that both changed. */
function mergedEdits(copy: WorkingCopy, { edits, base }: Save, paths: readonly string[]): Edits | undefined {
  const { files } = copy.read();
  const merged = new Map(edits);
  for (const path of paths.filter((one) => edits.has(one))) {
    const began = base.get(path);
    const [old, mine, now] = [
      began === undefined ? undefined : copy.textOf(began),
      edits.get(path),
      textAt(files, path),
    ];
    const text =
      old === undefined || mine === undefined || now === undefined ? undefined : mergeTexts(old, mine, now);
    if (text === undefined) return undefined;
    merged.set(path, text);
  }
  return merged;
}

function textAt(files: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const bytes = files.get(path);
  return bytes && new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}
