/** Changes in the files of the knowledge, for the workbench and the command line. Pure: files in, new texts out. */
export { addEntry, fileForEntry, proposeId, RESERVED_IDS, saveEntry } from './entries.ts';
export {
  createEntryReader,
  entriesOf,
  findFileEntry,
  itemsOf,
  textOfFile,
  UneditableFileError,
} from './entry-files.ts';
export type { FileEntry, TextEdits } from './entry-files.ts';
export { fieldsOfEntry, NO_FIELDS } from './entry-fields.ts';
export type { EntryFields, Wording } from './entry-fields.ts';
export { guidanceFacts } from './guidance-facts.ts';
export type { GuidanceFacts } from './guidance-facts.ts';
export { keysByLine } from './key-at.ts';
export { addPracticeQuestion, addTestQuestion, addVariant } from './questions.ts';
export { referencesTo, removeEntry, renameEntry } from './references.ts';
export type { Reference, ReferenceKind } from './references.ts';
export { withEdits } from './with-edits.ts';
export { quotesOf, sourceOf, useOf } from './guidance-source.ts';
export type { SourceUse } from './guidance-source.ts';
export { editYaml } from './yaml.ts';
export type { Source } from '../source.ts';
export { newEdition } from './new-edition.ts';
export type { NewEdition } from './new-edition.ts';
export type { QuoteFate, SentenceChange } from './new-source.ts';
