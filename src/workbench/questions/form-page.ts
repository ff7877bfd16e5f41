import type { Context } from 'hono';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';
import { baseField, hidden, unsavedAttribute } from '../page/forms.ts';
import type { Page } from '../page/layout.ts';
import type { Tools } from '../parts.ts';
import { editFields } from '../working-copy/edit-fields.ts';
import type { Versions } from '../working-copy/types.ts';
import { idOf } from './check-draft.ts';
import type { CheckedDraft, Editing } from './check-draft.ts';
import { choice, messageItems, saveButtons, textField } from './controls.ts';
import { entryFields } from './form.ts';
import { countMessages } from './messages.ts';
import { drawPreviews } from './previews.ts';

/** A form with what the check says of it. */
export interface Shown {
  readonly editing: Editing;
  readonly checked: CheckedDraft;
  /** The versions of the files that the form was made from. */
  readonly base: Versions;
  /** The file that was chosen for a new entry; empty: that of its topic. */
  readonly place: string;
  /** Hashes of the missed questions that a new entry is made of: saving it decides them. */
  readonly missed: readonly string[];
  readonly notices?: Page['notices'];
  readonly status?: Page['status'];
}

/** Answers with the form of an entry, its messages and how its answer reads. */
export function formPage(context: Context<Env>, tools: Tools, shown: Shown): Promise<Response> {
  const { editing, notices, status } = shown;
  const { subject, draft, isNew } = editing;
  const address = isNew ? '/vragen/nieuw' : entryAddress(subject.folder, draft.fields.id);
  return tools.page(context, {
    menu: '/vragen',
    title: isNew ? 'Nieuwe vraag' : draft.fields.vraag || draft.fields.id,
    isWide: true,
    scripts: ['unsaved.js', 'vraag.js', 'previews.js'],
    ...(notices !== undefined && { notices }),
    ...(status !== undefined && { status }),
    content: html`<p class="nl-paragraph"><a class="nl-link" href="/vragen">Alle vragen</a></p>
      <div class="columns">
        <form method="post" action="${address}" class="entry-form" ${unsavedAttribute(context)} data-check>
          ${entryFields(draft, subject, shown.checked.messages)} ${newFields(shown)}
          ${baseField(shown.base, isNew ? [...new Set([...subject.entries.map(({ file }) => file), editing.file])] : [editing.file])}
          ${saveButtons(shown.checked.messages, tools.saveLabel(), shown.checked.edits !== undefined)}
        </form>
        ${outcome(shown, tools)}
      </div>
      ${isNew ? NOTHING : moreActions(address)}`,
  });
}

function newFields(shown: Shown): Html {
  const {
    editing,
    checked: { messages },
  } = shown;
  const { subject, draft, isNew } = editing;
  if (!isNew) return NOTHING;
  const files = [...new Set(subject.entries.map((entry) => entry.file))].sort();
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return html`<fieldset class="group">
    <legend>Waar hij komt</legend>
    ${hidden('handreiking', subject.folder)} ${shown.missed.map((hash) => hidden('gemist', hash))}
    ${choice({
      messages,
      name: 'bestand',
      label: `Bestand van ${subject.facts.title}`,
      value: shown.place,
      options: [
        ['', 'Bij de vragen over hetzelfde onderwerp'],
        ...files.map((path) => [path, nameOf(path)] as const),
      ],
    })}
    ${textField({
      messages,
      name: 'id',
      label: 'Vaste naam (id)',
      value: draft.fields.id,
      hint: `Leeg laten mag: dan wordt het “${idOf(editing)}”. Staat in knoppen en links, dus later liever niet veranderen.`,
    })}
  </fieldset>`;
}

/** What the check says, and how the answer reads: kept up to date by a script. */
function outcome({ editing, checked: { messages, replies, edits } }: Shown, tools: Tools): Html {
  const { vraag, antwoord } = editing.draft.fields;
  const isEmpty = vraag === '' || antwoord === '';
  const count = countMessages(messages);
  return html`<div class="outcome">
    <section aria-labelledby="stand-kop">
      <h2 class="nl-heading nl-heading--level-2" id="stand-kop">Wat er nog beter kan</h2>
      <p class="nl-paragraph" id="stand" role="status" data-live>
        ${count !== '' ? `${count}.` : isEmpty ? NOTHING : 'Geen meldingen over deze vraag.'}
      </p>
      <ul class="messages" id="meldingen" data-live>
        ${messageItems(messages)}
      </ul>
    </section>
    <section aria-labelledby="antwoord-kop">
      <h2 class="nl-heading nl-heading--level-2" id="antwoord-kop">Zo ziet het antwoord eruit</h2>
      <div id="voorbeeld" data-live>
        ${
          replies.length > 0
            ? drawPreviews(replies, tools)
            : html`<p class="nl-paragraph">
                ${isEmpty ? 'Vul de vraag en de uitleg in. Dan zie je hier het antwoord.' : 'Het antwoord verschijnt hier als er geen fouten meer in de kennis staan.'}
              </p>`
        }
      </div>
    </section>
    <div id="verandert" data-live>
      ${
        edits === undefined || edits.size === 0 || replies.length === 0
          ? NOTHING
          : html`<form method="post" action="/wijzigingen" target="_blank">
              ${editFields(edits)}
              <button class="nl-button nl-button--secondary">Kijk wat er verandert (nieuw tabblad)</button>
            </form>`
      }
    </div>
  </div>`;
}

function moreActions(address: string): Html {
  return html`<p class="nl-paragraph more">
    <a class="nl-link" href="${address}/hernoem">Een andere vaste naam</a>
    <a class="nl-link" href="${address}/weg">Deze vraag weghalen</a>
  </p>`;
}
