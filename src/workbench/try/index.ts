import type { Context, Hono } from 'hono';
import { ownId } from '../../core/index.ts';
import { addPracticeQuestion, addTestQuestion, addVariant } from '../../knowledge/edit/index.ts';
import type { TextEdits } from '../../knowledge/edit/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import type { Tried } from '../engine/types.ts';
import { fieldsOf } from '../page/forms.ts';
import type { Tools } from '../parts.ts';
import { drawReply } from '../replies/draw-reply.ts';
import { addressOfEntry, folderOf } from '../replies/entry-address.ts';
import { phaseNotices } from '../replies/phase-notices.ts';
import { createKnownEntries } from '../working-copy/known-entries.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import { addForm, OUTSIDE } from './add-form.ts';
import { whyPart } from './why.ts';

const PAGE = '/proberen';
/** Messages of a conversation; more would not fit an address. */
const MAX_TURNS = 20;

/** Adds the page `/proberen`: a conversation with the working copy, and why the last reply was given. */
export function addTry(app: Hono<Env>, tools: Tools): void {
  const { page, engine, copy } = tools;
  const entriesOf = createKnownEntries();

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
    const fields = await fieldsOf(context);
    return add(context, {
      text: fields.text('tekst').trim(),
      entry: fields.text('bij'),
      kind: fields.text('soort'),
      turns: fields.all('vraag'),
    });
  });

  function content(turns: readonly string[], tried: Tried | undefined): Html {
    const working = copy.read();
    const linkTo = (entry: string) => addressOfEntry(folderOf(working, entry), entry);
    return html`${
      tried === undefined
        ? html`<p class="nl-paragraph">
            Stel een vraag zoals iemand hem typt. Je ziet het antwoord, en waarom de bot dat geeft.
          </p>`
        : conversation(turns, tried)
    }
    ${askForm(tried === undefined ? [] : turns)} ${tried === undefined ? NOTHING : whyPart(tried, linkTo)}
    ${tried === undefined ? NOTHING : addForm(turns, tried)}`;
  }

  function add(
    context: Context<Env>,
    {
      text,
      entry,
      kind,
      turns,
    }: {
      readonly text: string;
      readonly entry: string;
      readonly kind: string;
      readonly turns: readonly string[];
    },
  ): Response | Promise<Response> {
    const working = copy.read();
    const { files, versions, slugs } = working;
    const isOutside = entry === OUTSIDE;
    const folder = isOutside ? (slugs[0] ?? '') : folderOf({ files, slugs }, entry);
    const id = ownId(entry);
    const question = entriesOf(working).find((known) => known.id === entry)?.question ?? id;
    const edits = (): TextEdits => {
      if (kind === 'variant' && !isOutside) return addVariant(files, folder, id, text);
      if (kind === 'proefvraag') return addTestQuestion(files, folder, isOutside ? [] : [id], text);
      return addPracticeQuestion(files, folder, isOutside ? undefined : id, text);
    };
    const made: TextEdits = text === '' || folder === '' ? new Map() : edits();
    const base = new Map([...made.keys()].map((path) => [path, versions.get(path)]));
    const about = `“${text}” toegevoegd bij ${isOutside ? 'buiten het onderwerp' : `“${question}”`}`;
    return saveAndGo(context, tools, { edits: made, base, about, to: addressOf(turns) });
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
    <label for="vraag">${turns.length === 0 ? 'Je vraag' : 'Je volgende vraag in dit gesprek'}</label>
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
