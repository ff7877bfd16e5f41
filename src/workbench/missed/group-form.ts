import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { hidden } from '../page/forms.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import { questionCount } from './actions.ts';
import { saidIn } from './groups.ts';
import type { MissedGroup, MissedText, Said } from './groups.ts';

/** Entries that the bot named, each with a button. */
const MAX_NAMED = 3;
/** What masking leaves. */
const MASK = /\[[a-z-]+\]/;

/** Id of the list of entries to pick from. */
export const ENTRY_LIST = 'alle-vragen';

/**
 * Returns the form for a group of questions, the one at `index` of the page: the questions, what the bot said, and what can be
 * done with them.
 */
export function groupForm(
  group: MissedGroup,
  index: number,
  entries: readonly KnownEntry[],
  slugs: readonly string[],
): Html {
  const [first] = group.questions;
  const said = saidIn(group);
  const questionOf = (id: string) => findKnown(entries, id)?.question ?? id;
  const named = [...new Set(said.flatMap((one) => one.entries))]
    .flatMap((id) => findKnown(entries, id) ?? [])
    .slice(0, MAX_NAMED);
  const field = `bij-${index}`;
  return html`<form method="post" action="/gemist" class="missed">
    <fieldset>
      <legend>
        <h2 class="nl-heading nl-heading--level-2">${first?.text}</h2>
      </legend>
      <p class="small">
        ${questionCount(group.questions.length)}, minstens ${group.number} keer gesteld.
        ${said.map((one) => html`<span>${saidText(one, questionOf)}</span> `)}
      </p>
      <ul class="plain-list">
        ${group.questions.map((question, at) => questionRow(question, `v-${index}-${at}`))}
      </ul>
      ${
        named.length === 0
          ? NOTHING
          : html`<p class="lead" id="genoemd-${index}">De bot noemde deze. Hoort het daarbij?</p>
              <div class="actions" role="group" aria-labelledby="genoemd-${index}">
                ${named.map(
                  ({ id, question }) =>
                    html`<button class="nl-button nl-button--secondary" name="doe" value="variant:${id}">
                      ${question}
                    </button>`,
                )}
              </div>`
      }
      <div class="belongs">
        <p>
          <label for="${field}">Hoort bij de vraag</label>
          <input
            id="${field}"
            name="bij"
            list="${ENTRY_LIST}"
            autocomplete="off"
            placeholder="Typ een woord uit de vraag"
          />
        </p>
        <button class="nl-button nl-button--primary" name="doe" value="variant">Zet erbij als variant</button>
        <button class="nl-button nl-button--secondary" name="doe" value="praktijk">
          Zet erbij als praktijkvraag
        </button>
      </div>
      <div class="actions">
        <button class="nl-button nl-button--secondary" name="doe" value="nieuw">Maak een nieuwe vraag</button>
        <button class="nl-button nl-button--secondary" name="doe" value="buiten">Buiten onderwerp</button>
        ${slugs.length < 2 ? hidden('map', slugs[0] ?? '') : folderField(slugs, `map-${index}`)}
        <button class="nl-button nl-button--secondary" name="doe" value="weg">Weg</button>
      </div>
    </fieldset>
  </form>`;
}

function questionRow({ text, language, number }: MissedText, id: string): Html {
  const isMasked = MASK.test(text);
  return html`<li>
    <input type="checkbox" id="${id}" name="vraag" value="${text}" checked />
    <label for="${id}" lang="${language}">${text}</label>
    ${number > 1 ? html`<span class="small">(minstens ${number} keer)</span>` : NOTHING}
    ${
      isMasked
        ? html`<span class="rewrite">
            <label for="${id}-anders">Zonder [ ], zoals het in de kennis komt</label>
            <input id="${id}-anders" name="anders:${text}" value="${text}" lang="${language}" />
          </span>`
        : NOTHING
    }
  </li>`;
}

function folderField(slugs: readonly string[], id: string): Html {
  return html`<span>
    <label for="${id}">van</label>
    <select id="${id}" name="map">
      ${slugs.map((slug) => html`<option value="${slug}">${slug}</option>`)}
    </select>
  </span>`;
}

function saidText({ reason, entries }: Said, questionOf: (id: string) => string): string {
  const names = new Intl.ListFormat('nl', { type: 'conjunction' }).format(
    entries.map((id) => `“${questionOf(id)}”`),
  );
  switch (reason) {
    case 'unknown':
      return `De bot begreep het niet${names === '' ? '.' : `, en noemde ${names}.`}`;
    case 'choices':
      return `De bot liet kiezen${names === '' ? '' : ` uit ${names}`}; niemand koos er een.`;
    case 'not useful':
      return `Iemand vond het antwoord${names === '' ? '' : ` op ${names}`} niet nuttig.`;
  }
}

/** Returns what an editor picks an entry by. */
export function entryOption({ question, id }: KnownEntry): string {
  return `${question} (${id})`;
}

/** Returns the entry with an id; those of before 2026-12 do not tell the guidance. */
export function findKnown(entries: readonly KnownEntry[], id: string): KnownEntry | undefined {
  return entries.find((entry) => entry.id === id) ?? entries.find((entry) => entry.ownId === id);
}
