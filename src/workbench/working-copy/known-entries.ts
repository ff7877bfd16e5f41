import { setImmediate } from 'node:timers/promises';
import { CHECKLIST_ID, fullId } from '../../core/index.ts';
import type { Language } from '../../core/index.ts';
import { fieldsOfEntry, guidanceFacts } from '../../knowledge/edit/index.ts';
import type { ReadEntries, Tools } from '../parts.ts';
import type { WorkingFiles } from './types.ts';

/** An entry of the working copy, which may have errors elsewhere. */
export interface KnownEntry {
  /** `<guidance>/<entry>`. */
  readonly id: string;
  /** Folder of its guidance. */
  readonly folder: string;
  /** Its id in the files of its guidance. */
  readonly ownId: string;
  readonly question: string;
  readonly topic: string;
  /** Question and variants in all languages. */
  readonly phrases: readonly string[];
  /** That of its guidance, in which it has a question. */
  readonly language: Language;
  /** Whether it has a question in English beside that. */
  readonly isEnglish: boolean;
}

const NO_TOPIC = 'Zonder onderwerp';

/** Returns the entries of all guidances, in order. */
export function knownEntries(
  { files, slugs }: Pick<WorkingFiles, 'files' | 'slugs'>,
  readEntries: ReadEntries,
): readonly KnownEntry[] {
  return slugs.flatMap((folder) => {
    const { name, language } = guidanceFacts(files, folder);
    const known = readEntries(files, folder)
      .map(({ data }) => fieldsOfEntry(data))
      .filter(({ id }) => id !== '')
      .map((fields) => ({
        id: fullId(name, fields.id),
        folder,
        ownId: fields.id,
        question: fields.vraag === '' ? fields.id : fields.vraag,
        topic: fields.onderwerp === '' ? NO_TOPIC : fields.onderwerp,
        phrases: [fields.vraag, ...fields.varianten, fields.en.vraag, ...fields.en.varianten],
        language,
        isEnglish: fields.en.vraag !== '',
      }));
    const hasChecklist = files.has(`${folder}/${CHECKLIST_ID}.yaml`);
    return hasChecklist ? [...known, checklistOf(name, folder, language)] : known;
  });
}

/**
 * Reads the entries of all guidances before a page asks for them, a file at a time so that requests are answered meanwhile:
 * parsing 1,000 entries of 20 variants takes 0.4 s.
 */
export async function readAhead({ copy, readEntries }: Pick<Tools, 'copy' | 'readEntries'>): Promise<void> {
  const { files, slugs } = copy.read();
  for (const file of files) {
    for (const folder of slugs) readEntries(new Map([file]), folder);
    await setImmediate();
  }
}

function checklistOf(name: string, folder: string, language: Language): KnownEntry {
  return {
    id: fullId(name, CHECKLIST_ID),
    folder,
    ownId: CHECKLIST_ID,
    question: 'Zelfcheck',
    topic: 'Zelfcheck',
    phrases: [],
    language,
    isEnglish: false,
  };
}
