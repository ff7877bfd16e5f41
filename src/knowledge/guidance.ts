import type * as z from 'zod';
import { buildChecklist, buildEntries, buildPractice } from './build.ts';
import type { PlacedEntry } from './build.ts';
import { adviseOn, checkEntries, combineTexts } from './checks.ts';
import { mergeWords } from '../core/index.ts';
import type { Guidance, WordsByLanguage } from '../core/index.ts';
import type { Problem } from './problems.ts';
import { decode, readYaml } from './read-yaml.ts';
import type { ReadFile } from './read-yaml.ts';
import {
  checklistSchema,
  entriesSchema,
  guidanceSchema,
  practiceSchema,
  textsSchema,
  wordsSchema,
} from './schema.ts';
import type { RawGuidance, RawTexts, RawWords } from './schema.ts';
import { readSource, sha256 } from './source.ts';
import type { Source } from './source.ts';

/** Words and sentences for every guidance. */
interface Shared {
  readonly words: RawWords;
  readonly texts: RawTexts;
}

/** A guidance with the places of its parts, for what is told about several guidances together. */
export interface LoadedGuidance {
  readonly guidance: Guidance;
  readonly folder: string;
  readonly placed: readonly PlacedEntry[];
  /** Line of the name in handreiking.yaml. */
  readonly nameLine: () => number | undefined;
  /** See `adviseOn`. */
  readonly advice: () => Problem[];
}

/**
 * Builds one guidance from its files; `undefined` when its basis (handreiking.yaml, bron.txt) cannot be read. Its other
 * files are checked all the same.
 */
export function loadGuidance(
  files: ReadonlyMap<string, Uint8Array>,
  slug: string,
  shared: Shared,
  problems: Problem[],
): LoadedGuidance | undefined {
  const read = <S extends z.ZodType>(path: string, schema: S): ReadFile<z.infer<S>> | undefined => {
    const text = decode(path, files.get(path) ?? new Uint8Array(), problems);
    return text === undefined ? undefined : readYaml(text, schema, problems);
  };
  const readIfThere = <S extends z.ZodType>(path: string, schema: S) =>
    files.has(path) ? read(path, schema) : undefined;

  const about = needed(files, `${slug}/handreiking.yaml`, problems)
    ? read(`${slug}/handreiking.yaml`, guidanceSchema)
    : undefined;
  const source = readPinnedSource(files, `${slug}/bron.txt`, about, problems);
  const questionFiles = yamlIn(files, `${slug}/vragen/`);
  if (questionFiles.length === 0) {
    problems.push({
      file: `${slug}/vragen`,
      message: 'Er zijn geen vragen.',
      advice: 'Maak een map vragen/ met daarin minstens één .yaml-bestand.',
    });
  }
  const language = about?.data.taal ?? 'nl';
  const entryFiles = questionFiles.map((path) => read(path, entriesSchema));
  const checklist = readIfThere(`${slug}/zelfcheck.yaml`, checklistSchema);
  const ownWords = readIfThere(`${slug}/woorden.yaml`, wordsSchema);
  const texts = combineTexts(shared.texts, readIfThere(`${slug}/teksten.yaml`, textsSchema), problems);
  const practiceFiles = yamlIn(files, `${slug}/praktijkvragen/`).map((path) => read(path, practiceSchema));
  if (source === undefined) return undefined;

  const complete = [...entryFiles, ...(files.has(`${slug}/zelfcheck.yaml`) ? [checklist] : [])].every(
    (file) => file !== undefined,
  );
  const placed: PlacedEntry[] = entryFiles.flatMap((file) =>
    file === undefined ? [] : buildEntries(file, language, source, problems),
  );
  if (checklist !== undefined) placed.push(buildChecklist(checklist, language, source, problems));
  checkEntries(placed, complete, problems);
  const ids = complete ? new Set(placed.map(({ entry }) => entry.id)) : undefined;
  const practice = practiceFiles.flatMap((file) =>
    file === undefined ? [] : buildPractice(file, ids, problems),
  );
  if (about === undefined) return undefined;
  const guidance: Guidance = {
    ...describeGuidance(about.data),
    entries: placed.map(({ entry }) => entry),
    practice,
    words: combineWords(shared.words, ownWords?.data),
    texts,
  };
  return {
    guidance,
    folder: slug,
    placed,
    nameLine: () => about.lineOf(['naam']),
    advice: () => adviseOn(placed, source, `${slug}/bron.txt`),
  };
}

function describeGuidance(raw: RawGuidance) {
  const pick = (nl: string | undefined, en: string | undefined) => ({
    ...(nl !== undefined && { [raw.taal]: nl }),
    ...(en !== undefined && { en }),
  });
  return {
    slug: raw.naam,
    title: raw.titel,
    ...(raw.eigenaar !== undefined && { owner: raw.eigenaar }),
    ...(raw.url !== undefined && { url: raw.url }),
    edition: raw.editie ?? '',
    language: raw.taal,
    contact: pick(raw.contact, raw.contact_en),
    example: pick(raw.voorbeeld, raw.voorbeeld_en),
  };
}

function combineWords(base: RawWords, own: RawWords | undefined): WordsByLanguage {
  const empty = wordsSchema.parse({ nl: {} }).nl;
  if (empty === undefined) throw new TypeError('the words schema has no defaults');
  return {
    nl: mergeWords(base.nl ?? empty, own?.nl ?? empty),
    en: mergeWords(base.en ?? empty, own?.en ?? empty),
  };
}

/** Reads bron.txt and holds it against the fingerprint: quotes may only come from the text that was checked. */
function readPinnedSource(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  about: ReadFile<RawGuidance> | undefined,
  problems: Problem[],
): Source | undefined {
  if (!needed(files, path, problems)) return undefined;
  const bytes = files.get(path) ?? new Uint8Array();
  const text = decode(path, bytes, problems);
  if (text === undefined) return undefined;
  const hash = sha256(bytes);
  if (about?.data.sha256 !== undefined && about.data.sha256 !== hash) {
    problems.push({
      file: path,
      message: 'De tekst is veranderd: de vingerafdruk klopt niet met die in handreiking.yaml.',
      advice: `Is dit een nieuwe editie? Loop dan de citaten na, pas editie en url aan en zet daar “sha256: ${hash}”. Anders: zet de oude tekst terug.`,
    });
  }
  return readSource(text.text, about?.data.taal ?? 'nl');
}

function needed(files: ReadonlyMap<string, Uint8Array>, path: string, problems: Problem[]): boolean {
  if (files.has(path)) return true;
  problems.push({
    file: path,
    message: 'Dit bestand ontbreekt.',
    advice: 'Kijk in knowledge/README.md wat er in de map van een handreiking hoort.',
  });
  return false;
}

function yamlIn(files: ReadonlyMap<string, Uint8Array>, folder: string): string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder) && /\.ya?ml$/.test(path)).sort();
}
