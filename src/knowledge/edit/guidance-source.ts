import { entriesBySentence } from '../../core/index.ts';
import type { Files } from '../files.ts';
import { findQuote, readSource } from '../source.ts';
import type { Source } from '../source.ts';
import { createEntryReader, filesOfKind, textOfFile } from './entry-files.ts';
import type { FileEntry } from './entry-files.ts';
import { guidanceFacts } from './guidance-facts.ts';
import { quotesIn, quotesInData } from './quotes.ts';
import type { QuoteFate } from './new-source.ts';

/** A quote with the id of its entry, as its editor wrote it. */
export type EntryQuote = Pick<QuoteFate, 'entry' | 'quote'>;

/** Returns the source of a guidance; `undefined` when there is none. */
export function sourceOf(files: Files, folder: string): Source | undefined {
  const bytes = files.get(`${folder}/bron.txt`);
  return bytes && readSource(new TextDecoder().decode(bytes), guidanceFacts(files, folder).language);
}

/** Returns the paths of the files of a guidance that hold quotes. */
export function quotingFiles(files: Files, folder: string): string[] {
  const checklist = checklistOf(folder);
  return [...filesOfKind(files, folder, 'vragen'), ...(files.has(checklist) ? [checklist] : [])];
}

const checklistOf = (folder: string) => `${folder}/zelfcheck.yaml`;

/**
 * Returns the quotes of a guidance, in the order of its files. Leaves out files that are not YAML. `readEntries`: one that
 * was used before parses less.
 */
export function quotesOf(
  files: Files,
  folder: string,
  readEntries: (files: Files, folder: string) => readonly FileEntry[] = createEntryReader(),
): EntryQuote[] {
  return [
    ...readEntries(files, folder).flatMap(({ at, data }) => quotesInData([at], data)),
    ...quotesOfChecklist(textOfFile(files, checklistOf(folder))),
  ];
}

function quotesOfChecklist(text: string): EntryQuote[] {
  try {
    return quotesIn(text);
  } catch {
    return [];
  }
}

/** How the quotes of a guidance and the sentences of its source belong together. */
export interface SourceUse {
  /** Ids of the entries that quote a sentence, by its number. */
  readonly bySentence: ReadonlyMap<number, readonly string[]>;
  /** Every quote, with the numbers of its sentences; none for a quote that is not in the source. */
  readonly quotes: readonly (EntryQuote & {
    readonly sentences: readonly number[];
    readonly isFound: boolean;
  })[];
}

/** Returns which quotes are of which sentences. */
export function useOf(source: Source, quotes: readonly EntryQuote[]): SourceUse {
  const placed = quotes.map((quote) => {
    const found = findQuote(source, quote.quote);
    return { ...quote, sentences: found?.sentences ?? [], isFound: found !== undefined };
  });
  const entries = [...Map.groupBy(placed, ({ entry }) => entry)].map(([id, own]) => ({ id, quotes: own }));
  const quoting = entriesBySentence(source.paragraphs, entries);
  return {
    quotes: placed,
    bySentence: new Map([...quoting].map(([number, all]) => [number, all.map(({ id }) => id)])),
  };
}
