import type { Files } from '../files.ts';
import { readSource } from '../source.ts';
import type { Source } from '../source.ts';
import { filesOfKind, textOfFile } from './entry-files.ts';
import { quotesIn } from './quotes.ts';
import type { QuoteFate } from './new-source.ts';

/** A quote with the id of its entry, as its editor wrote it. */
export type EntryQuote = Pick<QuoteFate, 'entry' | 'quote'>;

/** Returns the source of a guidance; `undefined` when there is none. */
export function sourceOf(files: Files, folder: string): Source | undefined {
  const bytes = files.get(`${folder}/bron.txt`);
  return bytes && readSource(new TextDecoder().decode(bytes), languageOf(files, folder));
}

/** Returns the language of a guidance, also when its file has errors. */
export function languageOf(files: Files, folder: string): string {
  return /^taal:[ \t]*["']?en\b/m.test(textOfFile(files, `${folder}/handreiking.yaml`)) ? 'en' : 'nl';
}

/** Returns the paths of the files of a guidance that hold quotes. */
export function quotingFiles(files: Files, folder: string): string[] {
  const checklist = `${folder}/zelfcheck.yaml`;
  return [...filesOfKind(files, folder, 'vragen'), ...(files.has(checklist) ? [checklist] : [])];
}

/** Returns the quotes of a guidance, in the order of its files. Leaves out files that are not YAML. */
export function quotesOf(files: Files, folder: string): EntryQuote[] {
  return quotingFiles(files, folder).flatMap((path) => {
    try {
      return quotesIn(textOfFile(files, path));
    } catch {
      return [];
    }
  });
}
