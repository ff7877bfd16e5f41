import { diffWords } from 'diff';
import type { NewEdition, QuoteFate, SentenceChange } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';

/** Returns what a new edition changes: which quotes break first, then the sentences, then what moves along. */
export function editionDifferences(folder: string, { sentences, fates }: NewEdition): Html {
  const having = (fate: QuoteFate['fate']) => fates.filter((quote) => quote.fate === fate);
  const [broken, signs, kept] = [having('broken'), having('signs'), having('kept')];
  return html`<ul class="facts">
      <li>
        <strong>${sentences.length}</strong> ${sentences.length === 1 ? 'zin verandert' : 'zinnen veranderen'}
      </li>
      <li class="${broken.length > 0 ? 'wrong' : ''}">
        <strong>${broken.length}</strong> ${broken.length === 1 ? 'citaat klopt' : 'citaten kloppen'} niet
        meer
      </li>
      <li>
        <strong>${signs.length}</strong> ${signs.length === 1 ? 'citaat krijgt' : 'citaten krijgen'} andere
        leestekens
      </li>
      <li>
        <strong>${kept.length}</strong> ${kept.length === 1 ? 'citaat blijft' : 'citaten blijven'} zoals het
        is
      </li>
    </ul>
    ${
      broken.length === 0
        ? NOTHING
        : html`<section>
            <h2 class="nl-heading nl-heading--level-2">Deze citaten kloppen niet meer</h2>
            <p class="nl-paragraph">
              Na het overnemen pas je ze aan bij de vraag. Tot dan gebruikt de bot de oude versie van de
              kennis.
            </p>
            <ul class="changed">
              ${broken.map(
                ({ entry, quote, now }) =>
                  html`<li>
                    <p class="nl-paragraph">
                      <a class="nl-link" href="${entryAddress(folder, entry)}">${entry}</a>
                    </p>
                    <p class="nl-paragraph"><span class="side">citaat</span> ${quote}</p>
                    ${
                      now === undefined
                        ? NOTHING
                        : html`<p class="nl-paragraph"><span class="side">lijkt op</span> ${now}</p>`
                    }
                  </li>`,
              )}
            </ul>
          </section>`
    }
    <section>
      <h2 class="nl-heading nl-heading--level-2">Zin voor zin</h2>
      ${
        sentences.length === 0
          ? html`<p class="nl-paragraph">Alle zinnen zijn hetzelfde.</p>`
          : html`<ul class="changed">
              ${sentences.map((change) => html`<li>${sentenceChange(change)}</li>`)}
            </ul>`
      }
    </section>
    ${
      signs.length === 0
        ? NOTHING
        : html`<details>
            <summary>Deze citaten gaan vanzelf mee: alleen de leestekens zijn anders</summary>
            <ul class="changed">
              ${signs.map(({ quote, now = '' }) => html`<li>${sentenceChange({ before: quote, after: now })}</li>`)}
            </ul>
          </details>`
    }`;
}

function sentenceChange({ before, after }: SentenceChange): Html {
  if (before === undefined)
    return html`<p class="nl-paragraph"><span class="side">nieuw</span> <ins>${after}</ins></p>`;
  if (after === undefined)
    return html`<p class="nl-paragraph"><span class="side">weg</span> <del>${before}</del></p>`;
  const words = diffWords(before, after);
  return html`<p class="nl-paragraph">
      <span class="side">was</span>
      ${words.filter(({ added }) => !added).map(({ value, removed }) => (removed ? html`<del>${value}</del>` : value))}
    </p>
    <p class="nl-paragraph">
      <span class="side">wordt</span>
      ${words.filter(({ removed }) => !removed).map(({ value, added }) => (added ? html`<ins>${value}</ins>` : value))}
    </p>`;
}
