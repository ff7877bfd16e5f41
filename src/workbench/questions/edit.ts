import type { Context } from 'hono';
import { fileForEntry, NO_FIELDS } from '../../knowledge/edit/index.ts';
import type { EntryFields } from '../../knowledge/edit/index.ts';
import type { Env } from '../../pages/index.ts';
import { entryAddress } from '../page/entry-address.ts';
import { baseIn, fieldsOf as formFieldsOf } from '../page/forms.ts';
import type { Tools } from '../parts.ts';
import { decisionEdit } from '../working-copy/decided.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';
import { checkDraft, checkOnDisk } from './check-draft.ts';
import type { Editing } from './check-draft.ts';
import { draftIn, newDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { formPage } from './form-page.ts';
import { countMessages } from './messages.ts';
import { fieldsOf, filesAsSeen, subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Answers with the form of an entry as it is on disk; `undefined` when it is not there. */
export async function showEntry(
  context: Context<Env>,
  tools: Tools,
  place: { readonly guidance: string; readonly id: string },
): Promise<Response | undefined> {
  const subject = subjectOf(tools.copy.read(), place.guidance, tools.readEntries);
  const entry = subject?.entries.find(({ id }) => id === place.id);
  if (subject === undefined || entry === undefined) return undefined;
  const editing = {
    subject,
    draft: { fields: fieldsOf(entry), unknown: [] },
    file: entry.file,
    isNew: false,
  };
  const checked = await checkOnDisk(subject, entry, tools);
  return formPage(context, tools, { editing, checked, base: subject.versions, place: '', missed: [] });
}

/** Answers with an empty form, with what the address gives: `handreiking`, `vraag`, `variant`, `onderwerp`, `gemist`. */
export async function showNew(context: Context<Env>, tools: Tools): Promise<Response | undefined> {
  const { slugs } = tools.copy.read();
  const folder = context.req.query('handreiking') ?? slugs[0] ?? '';
  const subject = subjectOf(tools.copy.read(), folder, tools.readEntries);
  if (subject === undefined) return undefined;
  const draft = newDraft((name) => context.req.queries(name) ?? []);
  const editing = { subject, draft, file: fileForEntry(subject.entries, folder, draft.fields), isNew: true };
  // An empty form has every error there is.
  const checked = { id: '', edits: new Map<string, string>(), messages: [], replies: [] };
  const missed = context.req.queries('gemist') ?? [];
  return formPage(context, tools, { editing, checked, base: subject.versions, place: '', missed });
}

/** Takes a form: shows it again with its messages, or saves it. `undefined`: there is no such entry or guidance. */
export async function takeForm(
  context: Context<Env>,
  tools: Tools,
  place: { readonly guidance?: string; readonly id?: string },
): Promise<Response | undefined> {
  const form = await formFieldsOf(context);
  const base = baseIn(form);
  const isNew = place.id === undefined;
  const seen = filesAsSeen(tools.copy, tools.copy.read(), base);
  const subject = subjectOf(seen, place.guidance ?? form.text('handreiking'), tools.readEntries);
  if (subject === undefined) return undefined;
  const found = isNew ? undefined : subject.entries.find(({ id }) => id === place.id);
  if (!isNew && found === undefined) return undefined;
  const draft = draftIn(form, found === undefined ? NO_FIELDS : fieldsOf(found), subject);
  const file = found?.file ?? fileIn(subject, form.text('bestand'), draft.fields);
  const editing: Editing = { subject, draft, file, isNew };
  const checked = await checkDraft(editing, tools);
  const errors = [...checked.messages.filter(({ severity }) => severity === 'fout'), ...unknownIn(draft)];
  const missed = isNew ? form.all('gemist') : [];
  const todo = form.text('doe');
  const { edits } = checked;
  if (edits !== undefined && (todo === 'toch' || (todo === 'opslaan' && errors.length === 0))) {
    const { vraag } = draft.fields;
    return saveAndGo(context, tools, {
      edits: new Map([...edits, ...decisionEdit(missed, 'bij')]),
      base: new Map([...base].filter(([path]) => path === file)),
      about: `de vraag “${vraag}” ${isNew ? 'erbij' : 'aangepast'}`,
      to: entryAddress(subject.folder, checked.id),
    });
  }
  const refused = {
    kind: 'bad' as const,
    text: `Nog niet opgeslagen: ${countMessages(errors)} bij deze vraag. Wat je schreef, staat er nog.`,
  };
  return formPage(context, tools, {
    editing,
    checked,
    base,
    place: form.text('bestand'),
    missed,
    ...((todo === 'opslaan' || todo === 'toch') && { notices: [refused] }),
  });
}

const unknownIn = ({ unknown }: Draft) => unknown.map(() => ({ severity: 'fout' as const }));

/** A file that holds entries of this guidance already; none other can be named. */
function fileIn(subject: Subject, path: string, fields: EntryFields): string {
  return subject.entries.some(({ file }) => file === path)
    ? path
    : fileForEntry(subject.entries, subject.folder, fields);
}
