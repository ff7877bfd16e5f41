import type { Context, Hono } from 'hono';
import { guidanceIn } from '../../core/index.ts';
import { html } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';
import type { Tools } from '../parts.ts';
import { knownEntries } from '../working-copy/known-entries.ts';
import { figuresContent } from './content.ts';
import { readOverview } from './read.ts';
import type { Filter, NamedFigures, Overview } from './read.ts';
import { figuresReport } from './report.ts';
import { weekOf } from './weeks.ts';

/** The periods that can be chosen: the value in the address, the weeks, and the name. */
const PERIODS = [
  ['4', 4, 'Laatste 4 weken'],
  ['13', 13, 'Laatste 13 weken'],
  ['52', 52, 'Laatste 52 weken'],
  ['alles', undefined, 'Alles (2 jaar)'],
] as const;
const [, USUAL] = PERIODS;

/** Names of channels as people know them. */
const CHANNELS: Readonly<Record<string, string>> = { slack: 'Slack', teams: 'Teams', web: 'Webpagina' };

/** Adds the page `/cijfers`, and the file that it offers. */
export function addFigures(app: Hono<Env>, tools: Tools): void {
  const { store } = tools.parts;
  if (store === undefined) {
    app.get('/cijfers', (context) => tools.page(context, { ...PAGE, content: WITHOUT_STORE }));
    return;
  }
  const overviewFor = (filter: Filter) =>
    readOverview(store, knownEntries(tools.copy.read(), tools.readEntries), filter, weekOf(new Date()));
  app.get('/cijfers', async (context) => {
    const chosen = choiceIn(context);
    const overview = await attempt(tools, overviewFor(chosen));
    if (overview === undefined) return unreadable(context, tools);
    const content = html`${filterForm(overview.channels, chosen)} ${figuresContent(overview, linked)}`;
    return tools.page(context, { ...PAGE, isWide: true, content });
  });
  app.get('/cijfers/bestand', async (context) => {
    const chosen = choiceIn(context);
    const overview = await attempt(tools, overviewFor(chosen));
    if (overview === undefined) return unreadable(context, tools);
    const now = new Date();
    const about = `${chosen.periodName}, ${chosen.channel === undefined ? 'alle kanalen' : channelName(chosen.channel)}`;
    context.header(
      'content-disposition',
      `attachment; filename="cijfers-${now.toISOString().slice(0, 10)}.html"`,
    );
    return context.html(await figuresReport(overview, about, now));
  });
}

const PAGE = { menu: '/cijfers', title: 'Cijfers' } as const;

const WITHOUT_STORE = html`<p class="nl-paragraph">
    Hier komt te staan wat mensen vragen, en wat ze van de antwoorden vinden. De werkbank weet nog niet waar
    de bot zijn cijfers bewaart.
  </p>
  <p class="nl-paragraph">
    Vraag aan wie de bot beheert of je de werkbank mag starten met <code>DATA_DIR</code> of
    <code>DATABASE_URL</code>, net als de bot. Draait de bot zonder die twee? Dan telt hij niets.
  </p>`;

/** What the address asks for. */
type Choice = Filter & { readonly period: string; readonly periodName: string };

function choiceIn({ req }: Context<Env>): Choice {
  const [period, weeks, periodName] = PERIODS.find(([value]) => value === req.query('periode')) ?? USUAL;
  const channel = req.query('kanaal');
  return { period, periodName, weeks, channel: channel === '' ? undefined : channel };
}

/** The figures, or nothing when the store cannot be used, which the log then says. */
async function attempt(tools: Tools, figures: Promise<Overview>): Promise<Overview | undefined> {
  try {
    return await figures;
  } catch (error) {
    tools.parts.log.error({ cause: String(error) }, 'the figures could not be read');
    return undefined;
  }
}

function unreadable(context: Context<Env>, tools: Tools): Promise<Response> {
  return tools.page(context, {
    ...PAGE,
    status: 500,
    notices: [{ kind: 'bad', text: 'De cijfers zijn nu niet te lezen. Probeer het straks opnieuw.' }],
    content: html`<p class="nl-paragraph">Blijft het zo? Vraag het aan wie de bot beheert.</p>`,
  });
}

function filterForm(channels: readonly string[], { period, channel = '' }: Choice): Html {
  const query = new URLSearchParams({ periode: period, kanaal: channel }).toString();
  return html`<form method="get" action="/cijfers" class="selection">
    <p>
      <label for="periode">Periode</label>
      <select id="periode" name="periode">
        ${PERIODS.map(([value, , name]) => option(value, name, period))}
      </select>
    </p>
    <p>
      <label for="kanaal">Kanaal</label>
      <select id="kanaal" name="kanaal">
        ${option('', 'Alle kanalen', channel)}
        ${channels.map((one) => option(one, channelName(one), channel))}
      </select>
    </p>
    <button class="nl-button nl-button--secondary">Laat zien</button>
    <a class="nl-link" href="/cijfers/bestand?${query}">Bewaar als bestand</a>
  </form>`;
}

function option(value: string, name: string, chosen: string): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${name}</option>`
    : html`<option value="${value}">${name}</option>`;
}

function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

function linked({ name, entry }: NamedFigures): Html {
  return entry === undefined
    ? html`${name}`
    : html`<a class="nl-link" href="${entryAddress(guidanceIn(entry), entry)}">${name}</a>`;
}
