import type { Context } from 'hono';
import { severityOf } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';
import type { Tools } from '../parts.ts';
import { KINDS } from './form.ts';
import { chosenEntries, listEntries, STATES } from './list.ts';
import type { ListedEntry, ListQuery } from './list.ts';
import { countMessages } from './messages.ts';
import type { ReadVotes } from './votes.ts';

/** Entries on a page. */
const PAGE = 100;
const ORDERS = [
  ['', 'Wat werk vraagt eerst'],
  ['vraag', 'Op alfabet'],
  ['bestand', 'Zoals in de bestanden'],
] as const;

/** Answers with the list of all questions. */
export async function listPage(
  context: Context<Env>,
  { copy, engine, page, readEntries }: Tools,
  readVotes: ReadVotes,
): Promise<Response> {
  const query = queryIn(context);
  const status = engine.status();
  const all = listEntries(copy.read(), readEntries, status, await readVotes());
  const chosen = chosenEntries(all, query);
  const from = Math.max(0, Number(context.req.query('vanaf')) || 0);
  return page(context, {
    menu: '/vragen',
    title: 'Vragen',
    isWide: true,
    content: html`<p class="nl-paragraph">
        ${chosen.length === all.length ? `${all.length} vragen.` : `${chosen.length} van de ${all.length} vragen.`}
        ${status.states === undefined && all.length > 0 ? 'Hoe goed de bot elke vraag vindt, volgt als hij klaar is met oefenen.' : ''}
      </p>
      <p class="nl-paragraph">
        ${newLinks(all)}
        <a class="nl-button nl-button--secondary" href="/bestanden">Andere bestanden</a>
      </p>
      ${filters(all, query)}
      ${
        chosen.length === 0
          ? html`<p class="nl-paragraph">
              Geen vraag past hierbij. <a class="nl-link" href="/vragen">Laat alle vragen zien.</a>
            </p>`
          : html`<ul class="entries">
              ${chosen.slice(from, from + PAGE).map(entryRow)}
            </ul>`
      }
      ${pages(context, from, chosen.length)}`,
  });
}

function queryIn({ req }: Context<Env>): ListQuery {
  const text = (name: string) => req.query(name)?.trim() ?? '';
  return {
    text: text('zoek'),
    folder: text('handreiking'),
    topic: text('onderwerp'),
    kind: text('soort'),
    state: text('staat'),
    order: text('volgorde'),
  };
}

function filters(all: readonly ListedEntry[], query: ListQuery): Html {
  const topics = [...new Set(all.map(({ fields }) => fields.onderwerp))].filter((topic) => topic !== '');
  const guidances = new Map(all.map(({ folder, guidance }) => [folder, guidance]));
  return html`<form class="filters" role="search" aria-label="Vragen zoeken">
    <div class="field">
      <label for="zoek">Zoek</label>
      <input id="zoek" name="zoek" type="search" value="${query.text}" />
    </div>
    ${guidances.size > 1 ? pick('handreiking', 'Handreiking', query.folder, [['', 'Alle'], ...guidances]) : NOTHING}
    ${pick('onderwerp', 'Onderwerp', query.topic, [['', 'Alle'], ...topics.map((topic) => [topic, topic] as const)])}
    ${pick('soort', 'Soort', query.kind, [['', 'Alle'], ...KINDS])}
    ${pick('staat', 'Hoe het ervoor staat', query.state, [['', 'Alle'], ...STATES])}
    ${pick('volgorde', 'Volgorde', query.order, ORDERS)}
    <button class="nl-button nl-button--secondary">Laat zien</button>
  </form>`;
}

function newLinks(all: readonly ListedEntry[]): Html {
  const guidances = [...new Map(all.map(({ folder, guidance }) => [folder, guidance]))];
  const link = (address: string, text: string) =>
    html`<a class="nl-button nl-button--primary" href="${address}">${text}</a> `;
  if (guidances.length < 2) return link('/vragen/nieuw', 'Nieuwe vraag');
  return html`${guidances.map(([folder, title]) =>
    link(`/vragen/nieuw?handreiking=${encodeURIComponent(folder)}`, `Nieuwe vraag bij ${title}`),
  )}`;
}

function pick(
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([own, text]) => html`<option value="${own}" ${own === value ? html`selected` : NOTHING}>${text}</option>`)}
    </select>
  </div>`;
}

function entryRow({ folder, id, fields, problems, found, takenBy, votes }: ListedEntry): Html {
  const count = countMessages(problems.map(({ kind }) => ({ severity: severityOf(kind) })));
  const worst = problems.find(({ kind }) => severityOf(kind) !== 'advies');
  const quotes = fields.citaten.length;
  const silent = fields.soort === 'niet-behandeld' ? 'de bron zegt er niets over' : undefined;
  const facts = [
    fields.onderwerp,
    silent ?? (quotes === 1 ? '1 citaat' : `${quotes} citaten`),
    `${fields.varianten.length} varianten`,
    ...(votes === undefined ? [] : [`${votes.useful} keer nuttig, ${votes.notUseful} keer niet`]),
    ...(found === undefined
      ? []
      : [`vindt ${found.found} van ${found.of} varianten ook zonder ervan te leren`]),
    ...(takenBy === undefined ? [] : [`verward met “${takenBy}”`]),
  ];
  return html`<li>
    <a class="nl-link" href="${entryAddress(folder, id)}">${fields.vraag === '' ? id : fields.vraag}</a>
    <span class="small">${facts.filter((fact) => fact !== '').join(' · ')}</span>
    ${count === '' ? NOTHING : html`<span class="state ${worst === undefined ? 'advies' : severityOf(worst.kind)}">${count}</span>`}
    ${worst === undefined ? NOTHING : html`<span class="why">${worst.message}</span>`}
  </li>`;
}

function pages({ req }: Context<Env>, from: number, count: number): Html {
  const address = (start: number) => {
    const query = new URLSearchParams(req.query());
    query.set('vanaf', String(start));
    return `/vragen?${query.toString()}`;
  };
  if (count <= PAGE) return NOTHING;
  return html`<nav class="actions" aria-label="Meer vragen">
    ${from > 0 ? html`<a class="nl-button nl-button--secondary" href="${address(Math.max(0, from - PAGE))}">Vorige ${PAGE}</a>` : NOTHING}
    ${from + PAGE < count ? html`<a class="nl-button nl-button--secondary" href="${address(from + PAGE)}">Volgende ${Math.min(PAGE, count - from - PAGE)}</a>` : NOTHING}
  </nav>`;
}
