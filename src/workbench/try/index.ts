import type { Context, Hono } from 'hono';
import { isButton } from '../../core/index.ts';
import { addTestQuestion } from '../../knowledge/edit/index.ts';
import type { TextEdits } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import type { Tried } from '../engine/types.ts';
import { editsForEntry, editsOutOfScope } from '../missed/actions.ts';
import { entryAddress } from '../page/entry-address.ts';
import { fieldsOf } from '../page/forms.ts';
import type { Fields } from '../page/forms.ts';
import type { Tools } from '../parts.ts';
import { drawReply } from '../replies/draw-reply.ts';
import { phaseNotices } from '../replies/phase-notices.ts';
import { knownEntries } from '../working-copy/known-entries.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import { addForm, OUTSIDE } from './add-form.ts';
import { whyPart } from './why.ts';

const PAGE = '/proberen';
/** Messages of a conversation; more would not fit an address. */
const MAX_TURNS = 20;

/** Adds the page `/proberen`: a conversation with the working copy, and why the last reply was given. */
export function addTry(app: Hono<Env>, tools: Tools): void {
  const { page, engine, copy, readEntries } = tools;

  app.get(PAGE, async (context) => {
    const turns = (context.req.queries('vraag') ?? []).filter((text) => text.trim() !== '').slice(-MAX_TURNS);
    const tried = turns.length === 0 ? undefined : await engine.ask(turns);
    return page(context, {
      menu: PAGE,
      title: 'Proberen',
      isWide: true,
      notices: phaseNotices(engine.status(), addressOf(turns)),
      content: content(turns, tried),
    });
  });

  app.post(`${PAGE}/toevoegen`, async (context) => {
    return add(context, await fieldsOf(context));
  });

  function content(turns: readonly string[], tried: Tried | undefined): Html {
    const entries = knownEntries(copy.read(), readEntries);
    const linkTo = (id: string) => {
      const entry = entries.find((one) => one.id === id);
      return entry && entryAddress(entry.folder, entry.ownId);
    };
    return html`${
      tried === undefined
        ? html`<p class="nl-paragraph">
            Stel een vraag zoals iemand hem typt. Je ziet het antwoord, en waarom de bot dat geeft.
          </p>`
        : conversation(turns, tried)
    }
    ${askForm(tried === undefined ? [] : turns)} ${tried === undefined ? NOTHING : whyPart(tried, linkTo)}
    ${tried === undefined || isButton(turns.at(-1) ?? '') ? NOTHING : addForm(turns, tried, entries)}`;
  }

  function add(context: Context<Env>, fields: Fields): Response | Promise<Response> {
    const working = copy.read();
    const { files, versions, slugs } = working;
    const wanted = fields.text('tekst').trim();
    const kind = fields.text('soort');
    const to = addressOf(fields.all('vraag'));
    const isOutside = fields.text('bij') === OUTSIDE;
    const entry = knownEntries(working, readEntries).find(({ id }) => id === fields.text('bij'));
    const folder = isOutside ? slugs[0] : entry?.folder;
    const edits = (): TextEdits => {
      if (wanted === '' || folder === undefined) return new Map();
      if (kind === 'proefvraag') return addTestQuestion(files, folder, entry ? [entry.ownId] : [], wanted);
      const language = fields.text('taal') === 'en' ? 'en' : 'nl';
      const chosen = [{ wanted, language } as const];
      if (entry === undefined) return editsOutOfScope(files, folder, chosen);
      return editsForEntry(files, entry, chosen, kind === 'variant' ? 'variant' : 'praktijk');
    };
    const made = edits();
    const base = new Map([...made.keys()].map((path) => [path, versions.get(path)]));
    const about = `“${wanted}” toegevoegd bij ${entry === undefined ? 'buiten het onderwerp' : `“${entry.question}”`}`;
    return saveAndGo(context, tools, { edits: made, base, about, to });
  }
}

function addressOf(turns: readonly string[]): string {
  const query = new URLSearchParams();
  for (const text of turns) query.append('vraag', text);
  return turns.length === 0 ? PAGE : `${PAGE}?${query.toString()}`;
}

function conversation(turns: readonly string[], { replies, questions }: Tried): Html {
  return html`<ol class="conversation" aria-label="Gesprek">
    ${replies.map((reply, at) => {
      const text = turns[at] ?? '';
      const next = (value: string) => `${addressOf([...turns.slice(0, at + 1), value])}#laatste`;
      return html`<li id="${at === replies.length - 1 ? 'laatste' : `bericht-${at + 1}`}">
        <p class="asked"><span class="hidden">Je vroeg: </span>${shownTurn(text, questions)}</p>
        ${drawReply(reply, next)}
      </li>`;
    })}
  </ol>`;
}

/** A pressed button as what it says. */
function shownTurn(text: string, questions: Tried['questions']): string {
  return questions.get(text.replace(/^entry:/, '').replace(/:(nl|en)$/, '')) ?? text;
}

function askForm(turns: readonly string[]): Html {
  // The first answer is at the top, below what the page says of the bot; later ones are further down.
  return html`<form class="ask" action="${turns.length === 0 ? PAGE : `${PAGE}#laatste`}">
    ${turns.map((text) => html`<input type="hidden" name="vraag" value="${text}" />`)}
    <label for="vraag">${turns.length === 0 ? 'Je vraag' : 'Vraag verder'}</label>
    <input id="vraag" class="try-field" name="vraag" autocomplete="off" required />
    <div class="actions">
      <button class="nl-button nl-button--primary">Vraag het</button>
      ${
        turns.length === 0
          ? NOTHING
          : html`<a class="nl-button nl-button--secondary" href="${PAGE}">Nieuw gesprek</a>`
      }
    </div>
  </form>`;
}
