import { join } from 'node:path';
import { fieldsOfEntry, findFileEntry, withEdits } from '../../../src/knowledge/edit/index.ts';
import type { EntryFields, TextEdits } from '../../../src/knowledge/edit/index.ts';
import { readFiles, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';

/** The files of the shipped knowledge, and the folder of its guidance. */
export const shipped = readFiles(SHIPPED_KNOWLEDGE).files;
export const SHIPPED = 'online-communicatie';

/** The files of a small guidance, its folder, and the path of its entries. */
export const small = readFiles(join(import.meta.dirname, '../../fixtures/small-guidance')).files;
export const SMALL = 'fietsen-op-het-werk';
export const ENTRIES = `${SMALL}/vragen/stalling.yaml`;

/** Returns the fields of an entry. */
export function fieldsOf(files: typeof small, folder: string, id: string): EntryFields {
  return fieldsOfEntry(findFileEntry(files, folder, id)?.data ?? {});
}

/** Returns files after edits; those of the small guidance by default. */
export function after(edits: TextEdits, files = small): typeof small {
  return withEdits(files, edits);
}
