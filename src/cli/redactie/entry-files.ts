import { loadKnowledge, readFiles } from '../../knowledge/index.ts';
import type { Files } from '../../knowledge/index.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';

/** The files of a knowledge directory, and which of them hold entries. */
export interface EntryFiles {
  readonly files: Files;
  readonly slugs: readonly string[];
  /** The language of the guidance of each file with entries, by path. */
  readonly languages: ReadonlyMap<string, string>;
}

/** Reads a knowledge directory. @throws {KnowledgeError} when the knowledge has problems */
export function loadEntryFiles(directory: string): EntryFiles {
  const { guidances } = loadKnowledge(directory, CHANNEL_TEXTS).knowledge;
  const { files, slugs } = readFiles(directory);
  const languages = new Map(
    guidances.flatMap(({ language }, index) =>
      [...files.keys()]
        .filter((path) => isEntryFile(path, slugs[index] ?? ''))
        .map((path) => [path, language] as const),
    ),
  );
  return { files, slugs, languages };
}

function isEntryFile(path: string, folder: string): boolean {
  return (
    path === `${folder}/zelfcheck.yaml` || (path.startsWith(`${folder}/vragen/`) && /\.ya?ml$/.test(path))
  );
}
