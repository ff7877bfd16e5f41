import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { hidden } from '../page/forms.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import { questionCount } from './actions.ts';
import type { Decision } from './decided.ts';
import { saidIn } from './groups.ts';
import type { MissedGroup, MissedText, Said } from './groups.ts';
import { MISSED_REASONS } from './read-missed.ts';
import type { MissedReason } from './read-missed.ts';

/** What the page with missed questions shows. */
export interface MissedView {
  /** Where the questions are from; Dutch. */
  readonly from: string;
  readonly groups: readonly MissedGroup[];
  /** Number of groups on all pages. */
  readonly total: number;
  readonly filter: MissedFilter;
  readonly pages: number;
  readonly entries: readonly KnownEntry[];
  readonly slugs: readonly string[];
  readonly decided: readonly (readonly [MissedText, Decision | 'kennis'])[];
}

/** Which groups are shown. */
export interface MissedFilter {
  readonly reason: MissedReason | undefined;
  readonly words: string;
  /** From 1. */
  readonly page: number;
}

const REASON_NAMES: Readonly<Record<MissedReason, string>> = {
  unknown: 'Niet begrepen',
  choices: 'Niets gekozen',
  'not useful': 'Niet nuttig',
};
const DECISION_NAMES: Readonly<Record<Decision | 'kennis', string>> = {
  bij: 'bij een vraag gezet',
  buiten: 'buiten onderwerp',
  weg: 'weggelegd',
  kennis: 'staat in de kennis',
};
/** Decided questions that are listed; the others are counted. */
const MAX_DECIDED = 100;
/** Entries that the bot named, each with a button. */
const MAX_NAMED = 3;
/** What masking leaves. */
const MASK = /\[[a-z-]+\]/;

/** Returns the page with missed questions. */
export function missedContent(view: MissedView): Html {
  const { groups, total, entries, filter } = view;
  return html`<p class="nl-paragraph">
      Vragen waar de bot geen goed antwoord op had. Vragen die op elkaar lijken staan bij elkaar. Kies per
      groep wat ermee moet gebeuren.
    </p>
    ${filterForm(filter)}
    <p class="nl-paragraph" role="status">
      ${total === 0 ? 'Er is niets meer te doen.' : `${total === 1 ? '1 groep' : `${total} groepen`}, uit ${view.from}.`}
    </p>
    <datalist id="alle-vragen">
      ${entries.map((entry) => html`<option value="${entryOption(entry)}"></option>`)}
    </datalist>
    ${groups.map((group, index) => groupForm(group, index, view))} ${pager(view)} ${decidedList(view)}
    ${uploadForm('Ander bestand')}`;
}

/** Returns what an editor picks an entry by. */
export function entryOption({ question, id }: KnownEntry): string {
  return `${question} (${id})`;
}

function filterForm({ reason, words }: MissedFilter): Html {
  return html`<form method="get" action="/gemist" class="filters">
    <p>
      <label for="reden">Wat er misging</label>
      <select id="reden" name="reden">
        <option value="">Alles</option>
        ${MISSED_REASONS.map((one) =>
          one === reason
            ? html`<option value="${one}" selected>${REASON_NAMES[one]}</option>`
            : html`<option value="${one}">${REASON_NAMES[one]}</option>`,
        )}
      </select>
    </p>
    <p>
      <label for="woorden">Met deze woorden</label>
      <input id="woorden" name="woorden" type="search" value="${words}" />
    </p>
    <button class="nl-button nl-button--secondary">Zoek</button>
  </form>`;
}

function groupForm(group: MissedGroup, index: number, { entries, slugs }: MissedView): Html {
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
            list="alle-vragen"
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

/** Returns the entry with an id; those of before 2026-12 do not tell the guidance. */
export function findKnown(entries: readonly KnownEntry[], id: string): KnownEntry | undefined {
  return entries.find((entry) => entry.id === id) ?? entries.find((entry) => entry.ownId === id);
}

function pager({ filter: { page, reason, words }, pages }: MissedView): Html {
  if (pages < 2) return NOTHING;
  const address = (number: number) =>
    `/gemist?${new URLSearchParams({ reden: reason ?? '', woorden: words, pagina: String(number) }).toString()}`;
  return html`<nav class="pager" aria-label="Bladeren">
    ${page > 1 ? html`<a class="nl-link" href="${address(page - 1)}">Vorige</a>` : NOTHING}
    <span>Pagina ${page} van ${pages}</span>
    ${page < pages ? html`<a class="nl-link" href="${address(page + 1)}">Volgende</a>` : NOTHING}
  </nav>`;
}

function decidedList({ decided }: MissedView): Html {
  if (decided.length === 0) return NOTHING;
  return html`<details class="decided">
    <summary>Al gedaan (${decided.length})</summary>
    <ul class="plain-list">
      ${decided.slice(0, MAX_DECIDED).map(
        ([{ text, language }, decision]) =>
          html`<li>
            <span lang="${language}">${text}</span> <span class="small">${DECISION_NAMES[decision]}</span>
            ${
              decision === 'kennis'
                ? NOTHING
                : html`<form method="post" action="/gemist">
                    ${hidden('vraag', text)}
                    <button class="nl-button nl-button--secondary" name="doe" value="terug">
                      Zet terug<span class="hidden">: ${text}</span>
                    </button>
                  </form>`
            }
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Returns the form to send a file with missed questions. */
export function uploadForm(title: string): Html {
  return html`<form method="post" action="/gemist/bestand" enctype="multipart/form-data" class="upload">
    <h2 class="nl-heading nl-heading--level-2">${title}</h2>
    <p>
      <label for="bestand">Bestand met gemiste vragen (JSON of CSV)</label>
      <input id="bestand" name="bestand" type="file" accept=".json,.csv,.txt" required />
    </p>
    <p class="small">De werkbank bewaart dit bestand niet. Stop je de werkbank, dan is het weg.</p>
    <button class="nl-button nl-button--secondary">Lees dit bestand</button>
  </form>`;
}
