import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Shown } from '../store.ts';
import { barChart, legend, lineChart } from './charts.ts';
import { sizeOf } from './figures.ts';
import type { Figures } from './figures.ts';
import type { NamedFigures, Overview } from './read.ts';
import { weekName } from './weeks.ts';

/** A column of a table: its head, and its number in a row. */
type Column = readonly [head: string, number: (figures: Figures) => Shown];

const ASKED: Column = ['Gevraagd', ({ asked }) => asked];
const ANSWERED: Column = ['Beantwoord', ({ answered }) => answered];
const SILENT: Column = ['Zegt niets', ({ silent }) => silent];
const OFFERED: Column = ['Laten kiezen', ({ offered }) => offered];
const CHOSEN: Column = ['Gekozen', ({ chosen }) => chosen];
const UNKNOWN: Column = ['Niet begrepen', ({ unknown }) => unknown];
const VOTES: readonly Column[] = [
  ['Nuttig', ({ useful }) => useful],
  ['Niet nuttig', ({ notUseful }) => notUseful],
];
const REASONS: readonly Column[] = [
  ['Ander onderwerp', ({ reasons }) => reasons['wrong-subject']],
  ['Onduidelijk', ({ reasons }) => reasons.unclear],
  ['Niet volledig', ({ reasons }) => reasons.incomplete],
  ['Iets anders', ({ reasons }) => reasons.other],
];

/** As many entries are in a chart; the table has them all. */
const MAX_BARS = 10;

/** Returns all figures: charts, each with a table. `nameOf` draws the name of an entry. */
export function figuresContent(overview: Overview, nameOf: (row: NamedFigures) => Html): Html {
  const { all, weeks, topics, entries } = overview;
  const lines = [
    { name: 'Gevraagd', values: weeks.map(({ asked }) => asked) },
    { name: 'Beantwoord', values: weeks.map(({ answered }) => answered) },
    { name: 'Niet begrepen', values: weeks.map(({ unknown }) => unknown) },
  ];
  const plain = ({ name }: NamedFigures) => html`${name}`;
  const voted = entries.filter(({ notUseful }) => notUseful !== 0);
  return html`<section aria-labelledby="totaal">
      <h2 class="nl-heading nl-heading--level-2" id="totaal">In het kort</h2>
      <dl class="totals">
        ${[ASKED, ANSWERED, SILENT, OFFERED, CHOSEN, UNKNOWN, ...VOTES].map(
          ([head, number]) =>
            html`<div>
              <dt>${head}</dt>
              <dd>${number(all)}</dd>
            </div>`,
        )}
      </dl>
      <details class="explained">
        <summary>Wat betekenen deze woorden?</summary>
        <dl>
          <dt>Gevraagd</dt>
          <dd>elk bericht en elke knop waar de bot op reageerde, ook groeten</dd>
          <dt>Zegt niets</dt>
          <dd>de bot kent de vraag, maar de tekst zegt er niets over</dd>
          <dt>Laten kiezen en gekozen</dt>
          <dd>de bot liet kiezen uit een paar vragen, en iemand koos er een</dd>
          <dt>&lt;5</dt>
          <dd>een tot en met vier. Zo zijn cijfers niet tot een mens te herleiden</dd>
        </dl>
      </details>
    </section>
    <section aria-labelledby="weken">
      <h2 class="nl-heading nl-heading--level-2" id="weken">Per week</h2>
      <div class="figure">
        ${lineChart(
          {
            id: 'lijn',
            title: 'Gevraagd, beantwoord en niet begrepen per week',
            about: `Van ${weeks.length} weken; de tabel hieronder heeft dezelfde getallen.`,
          },
          weeks.map(({ week }) => weekName(week)),
          lines,
        )}
        ${legend(lines)}
        <p class="small">Een open punt is een getal onder de 5.</p>
      </div>
      ${table(
        'Cijfers per week',
        'Week',
        weeks.toReversed().map((row) => ({ ...row, name: html`${weekName(row.week)}` })),
        [ASKED, ANSWERED, SILENT, OFFERED, CHOSEN, UNKNOWN, ...VOTES],
      )}
    </section>
    <section aria-labelledby="onderwerpen">
      <h2 class="nl-heading nl-heading--level-2" id="onderwerpen">Per onderwerp</h2>
      ${bars('onderwerpen-staven', 'Gevraagd per onderwerp', topics)}
      ${table('Cijfers per onderwerp', 'Onderwerp', named(topics, plain), [ANSWERED, SILENT, CHOSEN, ...VOTES])}
    </section>
    <section aria-labelledby="vragen">
      <h2 class="nl-heading nl-heading--level-2" id="vragen">Per vraag</h2>
      ${bars('vragen-staven', `De ${Math.min(MAX_BARS, entries.length)} vragen die het meest gesteld zijn`, entries)}
      ${table('Cijfers per vraag', 'Vraag', named(entries, nameOf), [ASKED, CHOSEN, ...VOTES])}
    </section>
    <section aria-labelledby="redenen">
      <h2 class="nl-heading nl-heading--level-2" id="redenen">Waarom een antwoord niet nuttig was</h2>
      ${
        voted.length === 0
          ? html`<p class="nl-paragraph">In deze periode vond niemand een antwoord niet nuttig.</p>`
          : table(
              'Redenen per vraag',
              'Vraag',
              named(
                voted.toSorted((a, b) => sizeOf(b.notUseful) - sizeOf(a.notUseful)),
                nameOf,
              ),
              [...VOTES.slice(1), ...REASONS],
            )
      }
    </section>`;
}

function named(rows: readonly NamedFigures[], nameOf: (row: NamedFigures) => Html): Row[] {
  return rows.map((row) => ({ ...row, name: nameOf(row) }));
}

type Row = Figures & { readonly name: Html };

function bars(id: string, title: string, rows: readonly NamedFigures[]): Html {
  if (rows.length === 0) return NOTHING;
  const shown = rows.slice(0, MAX_BARS).map(({ name, asked }) => ({ label: name, value: asked }));
  return html`<div class="figure">
    <p class="small">${title}</p>
    ${barChart({ id, title, about: 'De tabel hieronder heeft dezelfde getallen.' }, shown)}
  </div>`;
}

function table(caption: string, first: string, rows: readonly Row[], columns: readonly Column[]): Html {
  if (rows.length === 0) return html`<p class="nl-paragraph">In deze periode is er niets geteld.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption class="hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${columns.map(([head]) => html`<th scope="col" class="number">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.name}</th>
              ${columns.map(([, number]) => html`<td class="number">${number(row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
