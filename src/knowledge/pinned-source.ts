import { sha256 } from './fingerprint.ts';
import type { RawGuidance } from './guidance-schema.ts';
import type { Problem } from './problems.ts';
import { decode, requireFile } from './read-yaml.ts';
import type { ParsedFile } from './read-yaml.ts';
import { readSource } from './source.ts';
import type { Source } from './source.ts';
import type { FileSource } from './unread.ts';

/** What to do when a file of a guidance is not there. */
export const MISSING_ADVICE = 'Kijk in knowledge/README.md wat er in de map van een handreiking hoort.';

/** Reads bron.txt, and compares it with `sha256` in handreiking.yaml: quotes may only come from the pinned edition. */
export function readPinnedSource(
  files: FileSource,
  path: string,
  metadata: ParsedFile<RawGuidance> | undefined,
  problems: Problem[],
): { readonly parsed: Source; readonly text: string } | undefined {
  const bytes = requireFile(files, path, MISSING_ADVICE, problems);
  if (bytes === undefined) return undefined;
  const text = decode(path, bytes, problems);
  if (text === undefined) return undefined;
  const hash = sha256(bytes);
  const pinned = metadata?.data.sha256;
  if (pinned !== undefined && pinned !== hash) {
    problems.push({
      kind: 'bron-veranderd',
      file: path,
      message: 'De tekst is veranderd: de vingerafdruk klopt niet met die in handreiking.yaml.',
      advice: `Is dit een nieuwe editie? Loop dan de citaten na, pas editie en url aan en zet daar “sha256: ${hash}”. Anders: zet de oude tekst terug.`,
    });
  }
  return { parsed: readSource(text.text, metadata?.data.taal ?? 'nl'), text: text.text };
}
