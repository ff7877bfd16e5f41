import type { Hono } from 'hono';
import { sha256 } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { isRunning } from '../engine/comparison.ts';
import { fieldsOf, hidden } from '../page/forms.ts';
import type { Tools } from '../parts.ts';
import { editsIn } from '../working-copy/edit-fields.ts';
import type { Edits, SavedEdit } from '../working-copy/types.ts';
import { textsOfLastCommit } from './last-commit.ts';
import { textsOfLive } from './live-texts.ts';
import { outcome } from './outcome.ts';

const PAGE = '/wijzigingen';
/** Milliseconds that a page waits for an estimate; later it says that there is none yet. */
const TIMEOUT_MS = 3_000;
const SAVES = 10;
const DATES = new Intl.DateTimeFormat('nl', { dateStyle: 'medium', timeStyle: 'short' });
const NO_EDITS: Edits = new Map();
/** Versions that are not kept as a save. */
const SOURCES = ['live', 'commit'] as const;
type Source = (typeof SOURCES)[number];
const LABELS: Readonly<Record<Source, string>> = {
  live: 'Alles wat nog niet live staat',
  commit: 'Alles sinds de laatste vastlegging in git',
};

/** Adds the page `/wijzigingen`: which known questions get another reply, by edits, a save, all that is not live, or all since the last commit. */
export function addChanges(app: Hono<Env>, tools: Tools): void {
  const { page, engine, copy, parts } = tools;
  const { comparisons } = engine;
  const sources: Readonly<Record<Source, () => Promise<Edits | undefined>>> = {
    live: () => Promise.resolve(textsOfLive(copy, parts)),
    commit: () => textsOfLastCommit(copy.directory),
  };

  app.get(PAGE, async (context) => {
    const texts = await Promise.all(SOURCES.map((source) => sources[source]()));
    const changed = SOURCES.filter((_, index) => (texts[index]?.size ?? 0) > 0);
    return page(context, {
      menu: PAGE,
      title: 'Wat verandert er',
      content: choices(changed, copy.history()),
    });
  });

  app.post(PAGE, async (context) => {
    const fields = await fieldsOf(context);
    const since = fields.text('sinds');
    const before = since === '' ? NO_EDITS : await textsSince(since);
    if (before === undefined) return context.redirect(PAGE, 303);
    const after = since === '' ? editsIn(fields, '') : NO_EDITS;
    const onDisk = sha256(JSON.stringify([...copy.read().versions]));
    return context.redirect(`${PAGE}/${comparisons.start({ before, after }, onDisk)}`, 303);
  });

  app.get(`${PAGE}/:id`, async (context) => {
    const id = context.req.param('id');
    await comparisons.estimated(id, TIMEOUT_MS);
    const state = comparisons.state(id);
    if (state === undefined) return context.redirect(PAGE, 303);
    return page(context, {
      menu: PAGE,
      title: 'Wat verandert er',
      isWide: true,
      scripts: ['changes.js'],
      content: html`<div id="uitkomst" ${isRunning(state) ? html`data-running` : NOTHING}>
          ${outcome(state)}
          ${
            isRunning(state)
              ? html`<p class="nl-paragraph"><a class="nl-link" href="${PAGE}/${id}">Kijk opnieuw</a></p>`
              : NOTHING
          }
        </div>
        <p class="nl-paragraph"><a class="nl-link" href="${PAGE}">Vergelijk iets anders</a></p>`,
    });
  });

  async function textsSince(since: string): Promise<Edits | undefined> {
    const source = SOURCES.find((one) => one === since);
    return source === undefined ? copy.textsBefore(since) : sources[source]();
  }
}

/** What can be compared; `changed`: the versions that differ from the working copy. */
function choices(changed: readonly Source[], history: readonly SavedEdit[]): Html {
  return html`<p class="nl-paragraph">
      Hier zie je welke bekende vragen (varianten, praktijkvragen, proefvragen en de rondes) een ander
      antwoord krijgen.
      ${
        changed.length + history.length === 0
          ? 'Er is nu niets om te vergelijken: de kennis is niet veranderd.'
          : NOTHING
      }
    </p>
    ${changed.map(
      (source, index) =>
        html`<form method="post" action="${PAGE}" class="actions">
          ${hidden('sinds', source)}
          <button class="nl-button nl-button--${index === 0 ? 'primary' : 'secondary'}">
            ${LABELS[source]}
          </button>
        </form>`,
    )}
    ${
      history.length === 0
        ? NOTHING
        : html`<h2 class="nl-heading nl-heading--level-2">Sinds een opgeslagen wijziging</h2>
            <ul class="saves">
              ${history.slice(0, SAVES).map(savedItem)}
            </ul>`
    }`;
}

function savedItem({ id, about, at }: SavedEdit): Html {
  return html`<li>
    <p class="nl-paragraph">${about} <span class="when">${DATES.format(at)}</span></p>
    <div class="actions">
      <form method="post" action="${PAGE}">
        ${hidden('sinds', id)}
        <button class="nl-button nl-button--secondary">
          Wat veranderde dit<span class="hidden">: ${about}</span>
        </button>
      </form>
      <form method="post" action="/ongedaan">
        ${hidden('id', id)} ${hidden('naar', PAGE)}
        <button class="nl-button nl-button--secondary">
          Ongedaan maken<span class="hidden">: ${about}</span>
        </button>
      </form>
    </div>
  </li>`;
}
