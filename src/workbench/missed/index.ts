import type { Context, Hono } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import { fieldsOf } from '../page/forms.ts';
import type { Fields } from '../page/forms.ts';
import type { Notice } from '../page/layout.ts';
import type { Tools } from '../parts.ts';
import { knownEntries } from '../working-copy/known-entries.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import { editsForEntry, editsOutOfScope, questionCount, saveDecision } from './actions.ts';
import type { ChosenQuestion } from './actions.ts';
import { missedContent, uploadForm } from './content.ts';
import { entryOption, findKnown } from './group-form.ts';
import { MissedFileError, readMissedFile } from './read-missed.ts';
import type { MissedQuestions, MissedSource } from './source.ts';
import { viewOf } from './view.ts';

/** A new entry starts with at most as many questions: an address has room for no more. The others keep waiting. */
const MAX_QUESTIONS = 20;
const PAGE = { menu: '/gemist', title: 'Gemist' } as const;

const WITHOUT_SOURCE = html`<p class="nl-paragraph">
    Hier komen vragen waar de bot geen goed antwoord op had. De bot bewaart ze alleen als de beheerder dat
    aanzet (<code>MISSED_QUESTIONS=on</code>). Vraag de beheerder dan om een bestand, en lees het hier.
  </p>
  <p class="nl-paragraph">
    De beheerder maakt het met <code>npm run --silent data -- export missed &gt; gemist.json</code>. Het gaat
    om vragen van mensen: geef het bestand niet verder, en gooi het daarna weg.
  </p>`;

/** Adds the page `/gemist`, and what its forms send. */
export function addMissed(app: Hono<Env>, tools: Tools, source: MissedSource): void {
  const show = async (
    context: Context<Env>,
    missed: MissedQuestions,
    notices: readonly Notice[] = [],
    status: 200 | 400 = 200,
  ) => {
    const groups = await source.group(missed.texts);
    const view = viewOf(
      missed,
      groups,
      knownEntries(tools.copy.read(), tools.readEntries),
      tools.copy.read().slugs,
      context.req.query(),
    );
    const all = groups.isGrouping ? [...notices, groupingNotice(context)] : notices;
    return tools.page(context, { ...PAGE, status, notices: all, content: missedContent(view) });
  };
  const withoutSource = (context: Context<Env>, notices: readonly Notice[] = [], status: 200 | 400 = 200) => {
    const content = html`${WITHOUT_SOURCE} ${uploadForm('Lees een bestand')}`;
    return tools.page(context, { ...PAGE, status, notices, content });
  };

  app.get('/gemist', async (context) => {
    const missed = await source.read();
    if (missed === undefined) return withoutSource(context);
    return show(context, missed, noticesIn(context));
  });

  app.post('/gemist/bestand', async (context) => {
    const bytes = await (await fieldsOf(context)).file('bestand');
    try {
      if (bytes === undefined) throw new MissedFileError('Kies eerst een bestand.');
      source.use({ name: 'jouw bestand', rows: readMissedFile(bytes) });
      return context.redirect('/gemist', 303);
    } catch (error) {
      if (!(error instanceof MissedFileError)) throw error;
      const notices: Notice[] = [{ kind: 'bad', text: error.message }];
      const missed = await source.read();
      return missed === undefined
        ? withoutSource(context, notices, 400)
        : show(context, missed, notices, 400);
    }
  });

  app.post('/gemist', async (context) => {
    const fields = await fieldsOf(context);
    const missed = await source.read();
    if (missed === undefined) return context.redirect('/gemist', 303);
    const refuse = (text: string) => show(context, missed, [{ kind: 'bad', text }], 400);
    const chosen = chosenIn(fields, missed);
    if (chosen.length === 0) return refuse('Vink minstens één vraag aan.');
    const { decided } = missed;
    const texts = chosen.map(({ text }) => text);
    const [action, id] = partsOf(fields.text('doe'));
    const { files } = tools.copy.read();
    switch (action) {
      case 'variant':
      case 'praktijk': {
        const entry = entryFor(knownEntries(tools.copy.read(), tools.readEntries), id ?? fields.text('bij'));
        if (entry === undefined) return refuse('Kies eerst bij welke vraag dit hoort, uit de lijst.');
        const edits = editsForEntry(files, entry, chosen, action);
        const about = `${questionCount(chosen.length)} bij “${entry.question}”`;
        return saveDecision(context, tools, { edits, about, decided, decision: 'bij', chosen });
      }
      case 'buiten': {
        const edits = editsOutOfScope(files, folderIn(fields, tools), chosen);
        const about = `${questionCount(chosen.length)} buiten onderwerp`;
        return saveDecision(context, tools, { edits, about, decided, decision: 'buiten', chosen });
      }
      case 'nieuw': {
        const taken = chosen.slice(0, MAX_QUESTIONS);
        const [question = '', ...variants] = taken.map(({ wanted }) => wanted);
        const hashes = decided.hashesOf(taken.map(({ text }) => text));
        const query = new URLSearchParams([
          ['handreiking', folderIn(fields, tools)],
          ['vraag', question],
          ...variants.map((variant): [string, string] => ['variant', variant]),
          ...hashes.map((hash): [string, string] => ['gemist', hash]),
        ]);
        return context.redirect(`/vragen/nieuw?${query.toString()}`, 303);
      }
      case 'weg':
        decided.putAway(texts);
        return context.redirect(`/gemist?weg=${texts.length}`, 303);
      case 'terug':
        decided.remove(texts);
        return context.redirect('/gemist', 303);
      default:
        return refuse('Kies wat er met deze vragen moet gebeuren.');
    }
  });
}

function noticesIn({ req }: Context<Env>): Notice[] {
  const number = Number(req.query('weg'));
  if (!Number.isInteger(number) || number < 1) return [];
  return [
    { kind: 'good', text: `${questionCount(number)} weggelegd. Onderaan, bij “Al gedaan”, zet je ze terug.` },
  ];
}

function groupingNotice({ req }: Context<Env>): Notice {
  const address = req.method === 'GET' ? `/gemist${new URL(req.url).search}` : '/gemist';
  return {
    kind: 'note',
    text: 'De werkbank zoekt nog welke vragen op elkaar lijken. Tot die tijd staat elke vraag apart.',
    action: html`<a class="nl-link" href="${address}">Kijk opnieuw</a>`,
  };
}

/** The questions that are ticked, with the text that the editor made of a masked one. */
function chosenIn(fields: Fields, { texts }: MissedQuestions): ChosenQuestion[] {
  const ticked = new Set(fields.all('vraag'));
  return texts
    .filter(({ text }) => ticked.has(text))
    .map(({ text, language }) => {
      const wanted = fields.text(`anders:${text}`).replace(/\s+/g, ' ').trim();
      return { text, language, wanted: wanted === '' ? text.replace(/\s+/g, ' ') : wanted };
    });
}

/** `variant:<id>` is an action on an entry. */
function partsOf(value: string): [action: string, id?: string] {
  const at = value.indexOf(':');
  return at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)];
}

/** The entry that was picked from the list, or whose id or question was typed. */
function entryFor(entries: readonly KnownEntry[], typed: string): KnownEntry | undefined {
  const wanted = typed.trim().toLowerCase();
  return (
    findKnown(entries, typed.trim()) ??
    entries.find((entry) => entryOption(entry).toLowerCase() === wanted) ??
    entries.find(({ question }) => question.toLowerCase() === wanted)
  );
}

function folderIn(fields: Fields, { copy }: Tools): string {
  const { slugs } = copy.read();
  return slugs.find((slug) => slug === fields.text('map')) ?? slugs[0] ?? '';
}
