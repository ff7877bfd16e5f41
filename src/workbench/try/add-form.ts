import { html } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Tried } from '../engine/types.ts';
import { hidden } from '../page/forms.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';

/** In place of the id of an entry: about something else than the guidances. */
export const OUTSIDE = 'buiten';

/** Returns the form that adds the last message to the knowledge: to a candidate, or to any other of the entries. */
export function addForm(
  turns: readonly string[],
  { reasons, replies }: Tried,
  entries: readonly KnownEntry[],
): Html {
  const likely = reasons.candidates.flatMap(({ entry }) => entries.find(({ id }) => id === entry) ?? []);
  const others = entries.filter((entry) => !likely.includes(entry));
  const option = ({ id, question }: KnownEntry) => html`<option value="${id}">${question}</option>`;
  return html`<h2 class="nl-heading nl-heading--level-2">Hoort deze vraag ergens bij?</h2>
    <form method="post" action="/proberen/toevoegen" class="add">
      ${turns.map((text) => hidden('vraag', text))} ${hidden('taal', replies.at(-1)?.language ?? 'nl')}
      <p>
        <label for="tekst">De vraag</label>
        <input id="tekst" class="try-field" name="tekst" value="${turns.at(-1) ?? ''}" required />
      </p>
      <p>
        <label for="bij">Hoort bij</label>
        <select id="bij" class="try-field" name="bij">
          <optgroup label="Waarschijnlijk">${likely.map(option)}</optgroup>
          <optgroup label="Anders">
            <option value="${OUTSIDE}">Geen: dit valt buiten het onderwerp</option>
            ${others.map(option)}
          </optgroup>
        </select>
      </p>
      <div class="actions">
        <button class="nl-button nl-button--primary" name="soort" value="variant">
          Maak er een variant van
        </button>
        <button class="nl-button nl-button--secondary" name="soort" value="praktijkvraag">
          Praktijkvraag
        </button>
        <button class="nl-button nl-button--secondary" name="soort" value="proefvraag">Proefvraag</button>
      </div>
      <p class="help">
        Bedacht je hem zelf, kies dan variant. Vroeg iemand het echt zo, kies dan praktijkvraag: die staat
        niet bij de vraag zelf. Van beide leert de bot. Van een proefvraag leert hij niet: daarmee kijk je
        alleen of hij hem begrijpt.
      </p>
    </form>`;
}
