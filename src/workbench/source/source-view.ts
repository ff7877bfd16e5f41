import type { Source, SourceUse } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';

/** What of a source is shown: all of it, the sentences that no question quotes, or the questions with their quotes. */
const VIEWS = [
  ['alles', 'De hele tekst'],
  ['zonder', 'Zinnen zonder vraag'],
  ['vragen', 'Vragen en hun citaten'],
] as const;
type View = (typeof VIEWS)[number][0];

/** Returns the view with a name; the whole text for an unknown one. */
export function viewNamed(name: string | undefined): View {
  return VIEWS.find(([view]) => view === name)?.[0] ?? 'alles';
}

/** A source as it is shown. */
export interface ShownSource {
  /** Folder of its guidance. */
  readonly folder: string;
  readonly source: Source;
  readonly use: SourceUse;
  /** Returns the question of an entry by its id. */
  readonly nameOf: (id: string) => string;
  readonly view: View;
  /** Id of the entry whose sentences are marked. */
  readonly marked?: string | undefined;
}

/** Returns a source, sentence by sentence, with the questions that quote it; or the other way round. */
export function sourceView(shown: ShownSource): Html {
  const { folder, source, use, view, marked, nameOf } = shown;
  const covered = [...use.bySentence.values()].filter((entries) => entries.length > 0).length;
  const open = source.sentences.length - covered;
  const broken = use.quotes.filter(({ isFound }) => !isFound).length;
  return html`<p class="nl-paragraph">
      ${covered} van de ${source.sentences.length} zinnen staan bij een
      vraag${open === 0 ? '.' : `; ${open} nog niet.`}
      ${broken === 0 ? 'Elk citaat staat letterlijk in de tekst.' : NOTHING}
    </p>
    ${
      broken === 0
        ? NOTHING
        : html`<div class="notice bad">
            <p class="nl-paragraph">
              ${broken === 1 ? 'Eén citaat staat' : `${broken} citaten staan`} niet letterlijk in de tekst.
            </p>
            <a class="nl-link" href="/bron/${folder}?toon=vragen">Welke?</a>
          </div>`
    }
    <nav class="tabs" aria-label="Wat je ziet">
      <ul>
        ${VIEWS.map(
          ([name, label]) =>
            html`<li>
              <a href="/bron/${folder}?toon=${name}" aria-current="${name === view ? 'true' : 'false'}"
                >${label}</a
              >
            </li>`,
        )}
        <li><a href="/bron/${folder}/nieuwe-editie">Nieuwe editie</a></li>
      </ul>
    </nav>
    ${
      marked === undefined
        ? NOTHING
        : html`<p class="nl-paragraph">
            Gemarkeerd: wat “${nameOf(marked)}” citeert.
            <a class="nl-link" href="/bron/${folder}">Zonder markering</a>
          </p>`
    }
    ${view === 'vragen' ? byQuestion(shown) : bySentence(shown)}`;
}

function bySentence({ folder, source, use, view, marked, nameOf }: ShownSource): Html {
  const isShown = (number: number) => view === 'alles' || use.bySentence.get(number)?.length === 0;
  const shown = source.paragraphs
    .map(({ kind, text, parts }) => ({
      kind,
      text,
      sentences: parts.flatMap(({ text: part, number }) =>
        number === undefined || !isShown(number) ? [] : [{ text: part.trim(), number }],
      ),
    }))
    .filter(({ kind, sentences }) => (kind === 'heading' ? view === 'alles' : sentences.length > 0));
  if (shown.length === 0) return html`<p class="nl-paragraph">Elke zin van de tekst staat bij een vraag.</p>`;
  return html`<div class="source-lines">
    ${shown.map(({ kind, text, sentences }) =>
      kind === 'heading'
        ? html`<h2 class="nl-heading nl-heading--level-2">${text}</h2>`
        : html`<ol class="sentences">
            ${sentences.map(({ text: sentence, number }) => {
              const entries = use.bySentence.get(number) ?? [];
              const isMarked = marked !== undefined && entries.includes(marked);
              return html`<li
                id="zin-${number}"
                value="${number}"
                class="${entries.length === 0 ? 'unquoted' : ''} ${isMarked ? 'marked' : ''}"
              >
                <p class="nl-paragraph">${isMarked ? html`<mark>${sentence}</mark>` : sentence}</p>
                <p class="small">
                  ${
                    entries.length === 0
                      ? 'Nog bij geen vraag'
                      : entries.map(
                          (id) =>
                            html`<a class="nl-link" href="${entryAddress(folder, id)}">${nameOf(id)}</a> `,
                        )
                  }
                </p>
              </li>`;
            })}
          </ol>`,
    )}
  </div>`;
}

function byQuestion({ folder, use, nameOf }: ShownSource): Html {
  const entries = [...Map.groupBy(use.quotes, ({ entry }) => entry)];
  const isBroken = ([, quotes]: (typeof entries)[number]) => quotes.some(({ isFound }) => !isFound);
  const sorted = [...entries.filter(isBroken), ...entries.filter((entry) => !isBroken(entry))];
  return html`<ul class="quoting">
    ${sorted.map(
      ([id, quotes]) =>
        html`<li>
          <h2 class="nl-heading nl-heading--level-3">
            <a class="nl-link" href="${entryAddress(folder, id)}">${nameOf(id)}</a>
          </h2>
          ${quotes.map(
            ({ quote, sentences: [first], isFound }) =>
              html`<p class="nl-paragraph">
                “${quote}”
                ${
                  isFound
                    ? first === undefined
                      ? NOTHING
                      : html`<a class="small" href="/bron/${folder}?vraag=${id}#zin-${first}"
                          >zin ${first}</a
                        >`
                    : html`<strong class="wrong">Staat niet letterlijk in de tekst</strong>`
                }
              </p>`,
          )}
        </li>`,
    )}
  </ul>`;
}
