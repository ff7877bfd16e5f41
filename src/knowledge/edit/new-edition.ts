import type { Files } from '../files.ts';
import { sha256 } from '../fingerprint.ts';
import { readSource } from '../source.ts';
import { textOfFile } from './entry-files.ts';
import { guidanceFacts } from './guidance-facts.ts';
import { quotesOf, quotingFiles, sourceOf } from './guidance-source.ts';
import { changedSentences, fatesOfQuotes } from './new-source.ts';
import type { QuoteFate, SentenceChange } from './new-source.ts';
import { replaceQuotes } from './quotes.ts';
import { editYaml } from './yaml.ts';

/** What a new edition of a source changes. */
export interface NewEdition {
  readonly sentences: readonly SentenceChange[];
  readonly fates: readonly QuoteFate[];
  /**
   * New texts of files, by path: the fingerprint of the source where it stands, and the quotes of which only the signs
   * are others. Without `bron.txt` itself.
   */
  readonly edits: ReadonlyMap<string, string>;
}

/** Compares a new edition of the source of a guidance, as the bytes of its `bron.txt`, with the one in use. */
export function newEdition(files: Files, folder: string, bytes: Uint8Array): NewEdition {
  const { language } = guidanceFacts(files, folder);
  const before = sourceOf(files, folder) ?? readSource('', language);
  const after = readSource(new TextDecoder().decode(bytes), language);
  const fates = fatesOfQuotes(quotesOf(files, folder), after);
  const now = new Map(
    fates.flatMap(({ fate, quote, now: text }) =>
      fate === 'signs' && text !== undefined ? [[quote, text]] : [],
    ),
  );
  const metadata = `${folder}/handreiking.yaml`;
  const edited = quotingFiles(files, folder).map(
    (path) => [path, replaced(textOfFile(files, path), now)] as const,
  );
  const pinned = textOfFile(files, metadata);
  const edits = [
    ...edited,
    ...(/^sha256:/m.test(pinned)
      ? [[metadata, editYaml(pinned, [{ path: ['sha256'], value: sha256(bytes) }])] as const]
      : []),
  ];
  return {
    sentences: changedSentences(before, after),
    fates,
    edits: new Map(edits.filter(([path, text]) => text !== textOfFile(files, path))),
  };
}

/** A file that is not YAML stays as it is. */
function replaced(text: string, now: ReadonlyMap<string, string>): string {
  try {
    return now.size === 0 ? text : replaceQuotes(text, now);
  } catch {
    return text;
  }
}
