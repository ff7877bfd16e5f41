import { quotesOf, useOf } from '../../knowledge/edit/index.ts';
import type { EntryFields } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { hidden } from '../page/forms.ts';
import { messageList } from './controls.ts';
import { MOST } from './draft.ts';
import type { Message } from './messages.ts';
import { sentencesOf } from './quotes.ts';
import type { Subject } from './subject.ts';

/** Returns the part of the form in which quotes are chosen: sentences of the source, and parts of sentences. */
export function quotePicker(
  { citaten }: EntryFields,
  { source, entries, facts, files, folder }: Subject,
  { messages, id }: { readonly messages: readonly Message[]; readonly id: string },
): Html {
  const whole = citaten.map((quote) => sentencesOf(quote, source));
  const chosen = new Set(whole.flatMap((sentences) => sentences ?? []));
  const parts = citaten.filter((_, at) => whole[at] === undefined);
  const quotes = quotesOf(files, folder, () => entries).filter(({ entry }) => entry !== id);
  const { bySentence } = useOf(source, quotes);
  return html`<fieldset class="field" aria-describedby="h-citaten m-citaten">
    <legend>Citaten uit de bron</legend>
    <p class="hint" id="h-citaten" data-live>
      ${citaten.length === 0 ? 'Nog geen gekozen' : `${citaten.length} gekozen`}; hoogstens ${MOST}. Zinnen
      die op elkaar volgen, worden samen één citaat.
    </p>
    ${messageList('citaten', messages)} ${citaten.map((quote) => hidden('was', quote))}
    <details class="picker" open>
      <summary>Zinnen kiezen</summary>
      <div class="field needs-script">
        <label for="zoek-zin">Zoek in de bron</label>
        <input id="zoek-zin" type="search" data-filter="zinnen" autocomplete="off" />
      </div>
      <div
        class="sentence-choice"
        id="zinnen"
        role="group"
        aria-label="Zinnen van de bron"
        lang="${facts.language}"
      >
        ${source.paragraphs.map(({ kind, text, parts: pieces }) =>
          kind === 'title' || kind === 'heading'
            ? html`<p class="source-heading">${text}</p>`
            : pieces.map(({ text: piece, number }) =>
                number === undefined
                  ? NOTHING
                  : sentenceBox(piece.trim(), chosen, bySentence.get(number)?.length ?? 0),
              ),
        )}
      </div>
    </details>
    <details class="picker" ${parts.length > 0 ? html`open` : NOTHING}>
      <summary>Een deel van een zin</summary>
      <p class="hint">
        Staat zo’n stuk niet meer in de bron? Kies de nieuwe zin hierboven, en maak het vak leeg.
      </p>
      ${[...parts, ''].map(
        (part, at) =>
          html`<div class="field">
            <label for="deel-${at}">Deel van een zin, letterlijk uit de bron</label>
            <textarea
              id="deel-${at}"
              name="deel"
              rows="2"
              lang="${facts.language}"
              aria-describedby="m-citaten"
            >
${part}</textarea>
          </div>`,
      )}
    </details>
  </fieldset>`;
}

/** `count`: how many other entries quote the sentence, or a part of it. */
function sentenceBox(sentence: string, chosen: ReadonlySet<string>, count: number): Html {
  return html`<label class="sentence" data-text="${sentence.toLowerCase()}">
    <input type="checkbox" name="zin" value="${sentence}" ${chosen.has(sentence) ? html`checked` : NOTHING} />
    <span
      >${sentence}${count === 0 ? NOTHING : html` <span class="small">(${count === 1 ? 'al bij 1 vraag' : `al bij ${count} vragen`})</span>`}</span
    >
  </label>`;
}
