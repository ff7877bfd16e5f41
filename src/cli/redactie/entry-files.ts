import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge, readFiles } from '../../knowledge/index.ts';
import type { Files } from '../../knowledge/index.ts';
import { SMALL_TALK_FILE } from '../../knowledge/small-talk.ts';
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
  const own = guidances.flatMap(({ language }, index) =>
    [...files.keys()]
      .filter((path) => isEntryFile(path, slugs[index] ?? ''))
      .map((path) => [path, language] as const),
  );
  // A directory without `basis/` uses the shipped one, which is not its editor's.
  const shared = existsSync(join(directory, SMALL_TALK_FILE)) ? [[SMALL_TALK_FILE, 'nl'] as const] : [];
  const languages = new Map([...own, ...shared]);
  return { files, slugs, languages };
}

function isEntryFile(path: string, folder: string): boolean {
  return (
    path === `${folder}/zelfcheck.yaml` || (path.startsWith(`${folder}/vragen/`) && /\.ya?ml$/.test(path))
  );
}
