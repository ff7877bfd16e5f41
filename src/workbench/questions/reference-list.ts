import type { Reference, ReferenceKind } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';

const KINDS: Readonly<Record<ReferenceKind, string>> = {
  verwant: 'Staat onder “Zie ook” bij',
  praktijkvragen: 'Praktijkvragen',
  proefvragen: 'Proefvragen',
  link: 'Link ernaartoe bij',
};

/** Returns what refers to an entry, by kind. */
export function referenceList(references: readonly Reference[]): Html {
  if (references.length === 0)
    return html`<p class="nl-paragraph">Niets anders verwijst naar deze vraag.</p>`;
  return html`<dl class="references">
    ${[...Map.groupBy(references, ({ kind }) => kind)].map(([kind, own]) => {
      const texts = own.flatMap((reference) => reference.texts);
      return html`<dt>${KINDS[kind]} (${texts.length})</dt>
        <dd>
          <ul>
            ${texts.slice(0, 10).map((text) => html`<li>${text}</li>`)}${texts.length > 10 ? html`<li>en nog ${texts.length - 10}</li>` : NOTHING}
          </ul>
        </dd>`;
    })}
  </dl>`;
}
