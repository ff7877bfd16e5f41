import type * as z from 'zod';
import { CORE_TEXTS } from '../core/index.ts';
import type { Guidance, Knowledge, TextDeclarations } from '../core/index.ts';
import { CHECKLIST_ID } from './build.ts';
import { checkSharedTexts } from './checks.ts';
import { readFiles } from './files.ts';
import type { Files } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { loadGuidance } from './guidance.ts';
import type { LoadedGuidance } from './guidance.ts';
import { KnowledgeError } from './problems.ts';
import type { Problem } from './problems.ts';
import { readFile, requireFile } from './read-yaml.ts';
import { buildPhrasings } from './phrasings.ts';
import { namesSchema } from './names-schema.ts';
import { phrasingsSchema } from './phrasings-schema.ts';
import { outOfScopeSchema, textsSchema, wordsSchema } from './schema.ts';

const MISSING_ADVICE = 'Kopieer de map basis/ van de meegeleverde kennis, of laat hem helemaal weg.';
/** Messages that are out of scope of every guidance; optional. */
const OUT_OF_SCOPE_FILE = 'basis/buiten-onderwerp.yaml';
/** Sentence templates; optional. */
const PHRASINGS_FILE = 'basis/zinsvormen.yaml';
/** Word lists for masking missed questions; optional. */
const NAMES_FILE = 'basis/namen.yaml';

/** Knowledge that was read from files. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  /** Computes the warnings, as in `warningsOf`: 0.4 s for 110,000 texts. */
  readonly warnings: () => readonly Problem[];
}

/**
 * Reads and checks the guidances in a directory; each folder is one. `channelTexts`: the sentences that the channels
 * declare.
 * @throws {KnowledgeError} with every problem found in any file
 */
export function loadKnowledge(directory: string, channelTexts: TextDeclarations): LoadedKnowledge {
  const { files, slugs } = readFiles(directory);
  return buildKnowledge(files, slugs, channelTexts);
}

/**
 * Builds the knowledge from files in memory, without input or output.
 * @throws {KnowledgeError} with every problem found in any file
 */
export function buildKnowledge(
  files: Files,
  slugs: readonly string[],
  channelTexts: TextDeclarations,
): LoadedKnowledge {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(path: string, schema: S) => {
    const bytes = requireFile(files, path, MISSING_ADVICE, problems);
    return bytes && readFile(path, bytes, schema, problems);
  };
  const words = read('basis/woorden.yaml', wordsSchema);
  const texts = read('basis/teksten.yaml', textsSchema);
  const declared = { ...CORE_TEXTS, ...channelTexts };
  if (texts !== undefined) checkSharedTexts(texts, declared, problems);
  const shared = { words: words?.data ?? {}, texts: texts?.data ?? {}, declared };
  const outOfScope = files.has(OUT_OF_SCOPE_FILE)
    ? (read(OUT_OF_SCOPE_FILE, outOfScopeSchema)?.data ?? [])
    : [];
  const templates = files.has(PHRASINGS_FILE) ? read(PHRASINGS_FILE, phrasingsSchema) : undefined;
  const phrasings = templates && buildPhrasings(templates, problems);
  const names = files.has(NAMES_FILE) ? read(NAMES_FILE, namesSchema)?.data : undefined;
  const loaded = slugs.flatMap((slug) => loadGuidance(files, slug, shared, problems) ?? []);
  checkAcrossGuidances(loaded, problems);
  const guidances = loaded.map(({ guidance }, index) =>
    index === 0 ? withOutOfScope(guidance, outOfScope) : withOwnChecklist(guidance),
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  return {
    knowledge: {
      guidances,
      ...(phrasings !== undefined && { phrasings }),
      ...(names !== undefined && { names }),
      hash: fingerprint(files),
    },
    warnings: () => loaded.flatMap(({ warnings }) => warnings()),
  };
}

/** Adds the out-of-scope messages. To one guidance only: one model is trained for all of them. */
function withOutOfScope(guidance: Guidance, texts: readonly string[]): Guidance {
  return { ...guidance, practice: [...guidance.practice, ...texts.map((text) => ({ text, entry: null }))] };
}

/** Makes the id of the self-check unique: editors call it `zelfcheck` in each guidance. */
function withOwnChecklist(guidance: Guidance): Guidance {
  const { slug, entries, practice } = guidance;
  if (!entries.some(({ kind }) => kind === 'checklist')) return guidance;
  const rename = (id: string) => (id === CHECKLIST_ID ? `${CHECKLIST_ID}-${slug}` : id);
  return {
    ...guidance,
    entries: entries.map((entry) => ({
      ...entry,
      id: rename(entry.id),
      related: entry.related.map(rename),
    })),
    practice: practice.map(({ text, entry }) => ({ text, entry: entry === null ? null : rename(entry) })),
  };
}

/** Ids must be unique over guidances, because buttons carry them without a guidance; names must be too. */
function checkAcrossGuidances(loaded: readonly LoadedGuidance[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { guidance, folder, located, nameLine } of loaded) {
    const other = names.get(guidance.slug);
    if (other === undefined) names.set(guidance.slug, folder);
    else {
      problems.push({
        file: `${folder}/handreiking.yaml`,
        line: nameLine(),
        message: `De naam “${guidance.slug}” heeft de handreiking in de map ${other} ook.`,
        advice: 'Geef een van de twee een andere naam.',
      });
    }
    for (const { entry, file, lineOf } of located) {
      const owner = owners.get(entry.id);
      // Self-checks get unique ids: `withOwnChecklist`.
      if (owner === undefined) owners.set(entry.id, folder);
      else if (owner !== folder && entry.kind !== 'checklist') {
        problems.push({
          file,
          line: lineOf('id') ?? lineOf(),
          entry: entry.id,
          message: `Het id “${entry.id}” bestaat ook in de map ${owner}.`,
          advice: 'Geef een van de twee een ander id.',
        });
      }
    }
  }
}
