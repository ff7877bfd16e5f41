import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { hidden } from '../page/forms.ts';
import type { Decision } from '../working-copy/decided.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import { ENTRY_LIST, entryOption, groupForm } from './group-form.ts';
import type { MissedGroup, MissedText } from './groups.ts';
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
    <datalist id="${ENTRY_LIST}">
      ${entries.map((entry) => html`<option value="${entryOption(entry)}"></option>`)}
    </datalist>
    ${groups.map((group, index) => groupForm(group, index, entries, view.slugs))} ${pager(view)}
    ${decidedList(view)} ${uploadForm('Ander bestand')}`;
}

function filterForm({ reason, words }: MissedFilter): Html {
  return html`<form method="get" action="/gemist" class="selection">
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
