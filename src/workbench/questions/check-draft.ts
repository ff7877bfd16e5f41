import { fullId } from '../../core/index.ts';
import type { Reply } from '../../core/index.ts';
import {
  addEntry,
  itemsOf,
  proposeId,
  saveEntry,
  textOfFile,
  withEdits,
} from '../../knowledge/edit/index.ts';
import type { EntryFields, TextEdits } from '../../knowledge/edit/index.ts';
import type { Tools } from '../parts.ts';
import type { Draft } from './draft.ts';
import { messagesFor } from './messages.ts';
import type { Message } from './messages.ts';
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
  readonly edits: TextEdits;
  readonly messages: readonly Message[];
  /** In each of its languages; none while it has errors. */
  readonly replies: readonly Reply[];
}

const UNWRITABLE: Message = {
  severity: 'fout',
  field: '',
  text: 'Dit past niet in het bestand: dat is geen goede YAML, of er staat iets bijzonders in. Verander het in een tekstprogramma.',
};

/** Returns the id of an entry: of a new one without, the one that its question gives. */
export function idOf({ subject: { entries }, draft: { fields }, isNew }: Editing): string {
  if (!isNew || fields.id !== '') return fields.id;
  return proposeId(
    fields.vraag,
    entries.map(({ id }) => id),
  );
}

/** Returns the edits for an entry, with all messages about it and how its answer reads. Writes nothing. */
export async function checkDraft(editing: Editing, { engine }: Pick<Tools, 'engine'>): Promise<CheckedDraft> {
  const { subject, draft, file } = editing;
  const id = idOf(editing);
  const edits = editsFor(editing, { ...draft.fields, id });
  if (edits === undefined) return { id, edits: new Map(), messages: [UNWRITABLE], replies: [] };
  const { folder, facts } = subject;
  const files = withEdits(subject.files, edits);
  const at = itemsOf(files, file).findLastIndex((item) => item['id'] === id);
  const problems = await engine.check(edits);
  const messages = messagesFor(problems, { folder, id, file, at, text: textOfFile(files, file) });
  const languages = draft.fields.en.vraag === '' ? [facts.language] : ([facts.language, 'en'] as const);
  const replies = await Promise.all(
    languages.map((language) => engine.preview(fullId(facts.name, id), { language, edits })),
  );
  return { id, edits, messages, replies: replies.filter((reply) => reply !== undefined) };
}

function editsFor(
  { subject: { files, folder }, file, isNew }: Editing,
  fields: EntryFields,
): TextEdits | undefined {
  try {
    return isNew ? addEntry(files, file, fields) : saveEntry(files, folder, fields.id, fields);
  } catch {
    return undefined;
  }
}
