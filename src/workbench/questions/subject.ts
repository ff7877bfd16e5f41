import { fieldsOfEntry, guidanceFacts, textOfFile } from '../../knowledge/edit/index.ts';
import type { EntryFields, FileEntry, GuidanceFacts } from '../../knowledge/edit/index.ts';
import { readSource } from '../../knowledge/index.ts';
import type { Files, Source } from '../../knowledge/index.ts';
import type { ReadEntries } from '../parts.ts';
import type { Versions, WorkingCopy, WorkingFiles } from '../working-copy/types.ts';

/** What a form about a guidance needs to know of it. */
export interface Subject {
  readonly folder: string;
  readonly facts: GuidanceFacts;
  readonly files: Files;
  /** Of the files as they are on disk now. */
  readonly versions: Versions;
  readonly entries: readonly FileEntry[];
  readonly source: Source;
}

/** Returns what is known of a guidance; `undefined` when there is no such folder. */
export function subjectOf(
  { files, versions, slugs }: WorkingFiles,
  folder: string,
  readEntries: ReadEntries,
): Subject | undefined {
  if (!slugs.includes(folder)) return undefined;
  const facts = guidanceFacts(files, folder);
  const source = readSource(textOfFile(files, `${folder}/bron.txt`), facts.language);
  return { folder, facts, files, versions, entries: readEntries(files, folder), source };
}

/**
 * Returns the files as an editor saw them: with the texts of the versions in `base`, as far as those are remembered. What is
 * made of these and saved is compared with what is on disk now.
 */
export function filesAsSeen(copy: WorkingCopy, now: WorkingFiles, base: Versions): WorkingFiles {
  const encoder = new TextEncoder();
  const seen = [...base].flatMap(([path, version]) => {
    if (version === now.versions.get(path)) return [];
    const text = version === undefined ? undefined : copy.textOf(version);
    return text === undefined ? [] : [[path, encoder.encode(text)] as const];
  });
  return { ...now, files: new Map([...now.files, ...seen]) };
}

/** Returns the question of an entry, or its id where it has none. */
export function questionOf({ id, data }: FileEntry): string {
  return typeof data['vraag'] === 'string' ? data['vraag'] : id;
}

/** Returns the fields of an entry. */
export function fieldsOf({ data }: FileEntry): EntryFields {
  return fieldsOfEntry(data);
}

/** Returns the topics of a guidance, each once, in the order of the files. */
export function topicsOf(entries: readonly FileEntry[]): string[] {
  return [...new Set(entries.map((entry) => fieldsOf(entry).onderwerp).filter((topic) => topic !== ''))];
}

/** Returns the folder of a guidance from its folder or its name, whichever an address has. */
export function folderOf({ files, slugs }: WorkingFiles, guidance: string): string {
  return slugs.find((slug) => slug === guidance || guidanceFacts(files, slug).name === guidance) ?? guidance;
}
