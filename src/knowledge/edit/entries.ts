import { CHECKLIST_ID } from '../../core/index.ts';
import { NO_ENTRY } from '../practice-ids.ts';
import type { Files } from '../files.ts';
import { commonestFile, editFile, findFileEntry, itemsOf } from './entry-files.ts';
import type { FileEntry, TextEdits } from './entry-files.ts';
import { withFields } from './entry-fields.ts';
import type { EntryFields } from './entry-fields.ts';
import { renameEntry } from './references.ts';
import { withEdits } from './with-edits.ts';

/** Longest proposed id, in characters. */
const MAX_ID = 40;
/** Words that tell little of what a question is about. */
const LITTLE = new Set(
  'aan als bij dat de die dit een en er het hoe ik in is je kan kun maar mag met mij mijn moet naar of om onze op over te uit van voor waar waarom wanneer wat we welke wie wij worden zijn'.split(
    ' ',
  ),
);

/**
 * Returns the edits that give an entry other fields. Another id is followed by everything that refers to it.
 * @throws {TypeError} when there is no such entry
 * @throws {UneditableFileError} when a file cannot hold them
 */
export function saveEntry(files: Files, folder: string, id: string, fields: EntryFields): TextEdits {
  const found = findFileEntry(files, folder, id);
  if (found === undefined) throw new TypeError(`no entry ${id}`);
  const changed = withFields(found.data, { ...fields, id });
  const edits = editFile(files, found.file, itemsOf(files, found.file).with(found.at, changed));
  if (fields.id === id) return edits;
  return new Map([...edits, ...renameEntry(withEdits(files, edits), folder, id, fields.id)]);
}

/**
 * Returns the edits that add an entry to a file of a guidance, which is made when it is not there: at its end, or after the
 * entry with the id `after`. @throws {UneditableFileError} when the file cannot hold it
 */
export function addEntry(files: Files, file: string, fields: EntryFields, after?: string): TextEdits {
  const items = itemsOf(files, file);
  const behind = items.findIndex(({ id }) => id === after);
  const at = behind < 0 ? items.length : behind + 1;
  return editFile(files, file, items.toSpliced(at, 0, withFields({}, fields)));
}

/**
 * Returns the file where a new entry belongs: that with most entries of its topic, or else of its kind; a new file where
 * there are none of that.
 */
export function fileForEntry(
  entries: readonly FileEntry[],
  folder: string,
  { onderwerp, soort }: Pick<EntryFields, 'onderwerp' | 'soort'>,
): string {
  const having = (key: string, value: string) => entries.filter(({ data }) => (data[key] ?? '') === value);
  const alike = onderwerp === '' ? [] : having('onderwerp', onderwerp);
  const file = commonestFile(alike.length > 0 ? alike : having('soort', soort));
  return file ?? `${folder}/vragen/${soort === '' ? 'vragen' : soort}.yaml`;
}

/** Ids with a meaning of their own. */
export const RESERVED_IDS: readonly string[] = [...NO_ENTRY, CHECKLIST_ID];

/** Returns an id for a question that no entry of `taken` has. */
export function proposeId(question: string, taken: readonly string[]): string {
  const words = question
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const telling = (words ?? []).filter((word) => !LITTLE.has(word));
  const chosen = telling.length > 0 ? telling : (words ?? ['vraag']);
  const id = chosen.reduce((all, word) => {
    const longer = all === '' ? word.slice(0, MAX_ID) : `${all}-${word}`;
    return longer.length > MAX_ID ? all : longer;
  }, '');
  const used = new Set([...taken, ...RESERVED_IDS]);
  for (let number = 1; ; number += 1) {
    const proposal = number === 1 ? id : `${id}-${number}`;
    if (!used.has(proposal)) return proposal;
  }
}
