import { fullId } from '../../core/index.ts';
import type { Language, Reply } from '../../core/index.ts';
import {
  addEntry,
  itemsOf,
  proposeId,
  saveEntry,
  textOfFile,
  UneditableFileError,
  withEdits,
} from '../../knowledge/edit/index.ts';
import type { EntryFields, FileEntry, GuidanceFacts, TextEdits } from '../../knowledge/edit/index.ts';
import { TRAINED_KINDS } from '../../knowledge/index.ts';
import type { Files, Problem } from '../../knowledge/index.ts';
import type { Tools } from '../parts.ts';
import type { Draft } from './draft.ts';
import { messagesFor } from './messages.ts';
import type { Message } from './messages.ts';
import { questionOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** An entry that is being edited. */
export interface Editing {
  readonly subject: Subject;
  readonly draft: Draft;
  /** Path of its file. */
  readonly file: string;
  readonly isNew: boolean;
}

/** What the bot makes of an entry that is being edited. */
export interface CheckedDraft {
  readonly id: string;
  /** `undefined` when the files cannot hold the entry as it was typed. */
  readonly edits: TextEdits | undefined;
  readonly messages: readonly Message[];
  /** In each of its languages; none while it has errors. */
  readonly replies: readonly Reply[];
}

const UNWRITABLE: Message = {
  severity: 'fout',
  field: '',
  text: 'Dit past niet in het bestand: dat is geen lijst in goede YAML, of er staat iets bijzonders in.',
  advice: 'Herstel het in een tekstprogramma. Wat je schreef, staat er nog.',
};

/** Returns the id of an entry: of a new one without, the one that its question gives. */
export function idOf({ subject: { entries }, draft: { fields }, isNew }: Editing): string {
  if (!isNew || fields.id !== '') return fields.id;
  return proposeId(
    fields.vraag,
    entries.map(({ id }) => id),
  );
}

/** Returns what the bot makes of an entry as it is on disk, also of its variants when it left them out. */
export async function checkOnDisk(
  subject: Subject,
  { id, file, at, data }: FileEntry,
  { engine }: Pick<Tools, 'engine'>,
): Promise<CheckedDraft> {
  const trained = engine.status().problems.filter(({ kind }) => TRAINED_KINDS.has(kind));
  const problems = [...(await engine.check()), ...trained];
  const messages = messagesAbout(problems, subject, subject.files, { id, file, at });
  const replies = await repliesOf(subject.facts, id, data['en'] !== undefined, (entry, language) =>
    engine.preview(entry, { language }),
  );
  return { id, edits: new Map(), messages, replies };
}

/** Returns the edits for an entry, with all messages about it and how its answer reads. Writes nothing. */
export async function checkDraft(editing: Editing, { engine }: Pick<Tools, 'engine'>): Promise<CheckedDraft> {
  const { subject, draft, file } = editing;
  const id = idOf(editing);
  const edits = editsFor(editing, { ...draft.fields, id });
  if (edits === undefined) return { id, edits, messages: [UNWRITABLE], replies: [] };
  const files = withEdits(subject.files, edits);
  const at = itemsOf(files, file).findLastIndex((item) => item['id'] === id);
  const messages = messagesAbout(await engine.check(edits), subject, files, { id, file, at });
  const replies = await repliesOf(subject.facts, id, draft.fields.en.vraag !== '', (entry, language) =>
    engine.preview(entry, { language, edits }),
  );
  return { id, edits, messages, replies };
}

/** The question of an id. */
function questionIn(entries: Subject['entries']): (id: string) => string | undefined {
  const questions = new Map(entries.map((entry) => [entry.id, questionOf(entry)]));
  return (id) => questions.get(id);
}

async function repliesOf(
  { name, language }: GuidanceFacts,
  id: string,
  hasEnglish: boolean,
  preview: (entry: string, language: Language) => Promise<Reply | undefined>,
): Promise<readonly Reply[]> {
  const languages: readonly Language[] = hasEnglish ? [...new Set([language, 'en' as const])] : [language];
  const replies = await Promise.all(languages.map((one) => preview(fullId(name, id), one)));
  return replies.filter((reply) => reply !== undefined);
}

function editsFor(
  { subject: { files, folder }, file, isNew }: Editing,
  fields: EntryFields,
): TextEdits | undefined {
  try {
    return isNew ? addEntry(files, file, fields) : saveEntry(files, folder, fields.id, fields);
  } catch (error) {
    if (!(error instanceof UneditableFileError)) throw error;
    return undefined;
  }
}

/** The messages about an entry at its place in `files`, which may have edits that `subject` has not. */
function messagesAbout(
  problems: readonly Problem[],
  { folder, entries }: Subject,
  files: Files,
  place: { readonly id: string; readonly file: string; readonly at: number },
): Message[] {
  const text = textOfFile(files, place.file);
  return messagesFor(problems, { folder, ...place, text, questionOf: questionIn(entries) });
}
