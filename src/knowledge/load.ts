import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import type * as z from 'zod';
import { CHECKLIST_ID } from './build.ts';
import { checkSharedTexts } from './checks.ts';
import { loadGuidance } from './guidance.ts';
import type { LoadedGuidance } from './guidance.ts';
import type { Guidance, Knowledge } from '../core/index.ts';
import { KnowledgeError } from './problems.ts';
import type { Problem } from './problems.ts';
import { readYaml, decode } from './read-yaml.ts';
import type { ReadFile } from './read-yaml.ts';
import { outsideSchema, textsSchema, wordsSchema } from './schema.ts';

/** The knowledge that comes with the bot. */
export const SHIPPED_KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

/** Folders of a knowledge directory that are no guidance: shared words and texts, and the JSON Schemas. */
const NOT_A_GUIDANCE = new Set(['basis', 'schema']);
/** Not every `basis/` has it. */
const OUTSIDE_FILE = 'basis/buiten-onderwerp.yaml';

/** The files of a directory tree as a checker sees them: path relative to the knowledge directory, and bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  /** What is unwise but works; looked for when it is read, which takes longer than loading. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads and checks every guidance in a directory: each folder in it is one. The shared words and texts come from
 * `basis/` in that directory, or else from the knowledge that comes with the bot.
 * @throws {KnowledgeError} with every problem found in any file.
 */
export function loadKnowledge(directory: string = SHIPPED_KNOWLEDGE): LoadedKnowledge {
  const { files, slugs } = readFiles(directory);
  return buildKnowledge(files, slugs);
}

/**
 * Reads the files of every guidance in a directory, and the shared ones, without looking into them.
 * @throws {KnowledgeError} when there is no such directory, or no guidance in it.
 */
export function readFiles(directory: string): { readonly files: Files; readonly slugs: readonly string[] } {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new KnowledgeError([
      {
        file: directory,
        message: 'Deze map bestaat niet.',
        advice: 'Geef met --knowledge of KNOWLEDGE_DIR de map op waarin een map per handreiking staat.',
      },
    ]);
  }
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter(
      (item) => (item.isDirectory() || isLinkToFolder(directory, item.name)) && !item.name.startsWith('.'),
    )
    .map((item) => item.name)
    .sort();
  const slugs = folders.filter((name) => !NOT_A_GUIDANCE.has(name));
  if (slugs.length === 0) {
    throw new KnowledgeError([
      {
        file: directory,
        message: 'In deze map staat geen handreiking.',
        advice: 'Zet elke handreiking in een eigen map, met handreiking.yaml, bron.txt en vragen/.',
      },
    ]);
  }
  const baseRoot = folders.includes('basis') ? directory : SHIPPED_KNOWLEDGE;
  return {
    slugs,
    files: new Map([...readTree(baseRoot, 'basis'), ...slugs.flatMap((slug) => readTree(directory, slug))]),
  };
}

/**
 * Builds the knowledge from files in memory; no input or output.
 * @throws {KnowledgeError} with every problem found in any file.
 */
export function buildKnowledge(files: Files, slugs: readonly string[]): LoadedKnowledge {
  const problems: Problem[] = [];
  const words = readShared(files, 'basis/woorden.yaml', wordsSchema, problems);
  const texts = readShared(files, 'basis/teksten.yaml', textsSchema, problems);
  if (texts !== undefined) checkSharedTexts(texts, problems);
  const shared = { words: words?.data ?? {}, texts: texts?.data ?? {} };
  const outside = files.has(OUTSIDE_FILE)
    ? (readShared(files, OUTSIDE_FILE, outsideSchema, problems)?.data ?? [])
    : [];
  const loaded = slugs.flatMap((slug) => loadGuidance(files, slug, shared, problems) ?? []);
  checkAcross(loaded, problems);
  const guidances = loaded.map(({ guidance }, place) =>
    place === 0 ? withPractice(guidance, outside) : withOwnChecklist(guidance),
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  return {
    knowledge: { guidances, hash: hashOf(files) },
    get warnings() {
      return loaded.flatMap(({ advice }) => advice());
    },
  };
}

function readShared<S extends z.ZodType>(
  files: Files,
  path: string,
  schema: S,
  problems: Problem[],
): ReadFile<z.infer<S>> | undefined {
  const bytes = files.get(path);
  if (bytes === undefined) {
    problems.push({
      file: path,
      message: 'Dit bestand ontbreekt.',
      advice: 'Kopieer de map basis/ van de meegeleverde kennis, of laat hem helemaal weg.',
    });
    return undefined;
  }
  const text = decode(path, bytes, problems);
  return text === undefined ? undefined : readYaml(text, schema, problems);
}

/** The same guidance with messages that no guidance is about; once, because all guidances learn together. */
function withPractice(guidance: Guidance, outside: readonly string[]): Guidance {
  return { ...guidance, practice: [...guidance.practice, ...outside.map((text) => ({ text, entry: null }))] };
}

/** The same guidance with an id of its own for its self-check: editors call each of them `zelfcheck`. */
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

/** Buttons carry ids without a guidance's name, so an id may stand in one guidance only; so may a name. */
function checkAcross(loaded: readonly LoadedGuidance[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { guidance, folder, placed, nameLine } of loaded) {
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
    for (const { entry, file, lineOf } of placed) {
      const owner = owners.get(entry.id);
      // Each guidance may have a self-check: those get ids of their own, see `withOwnChecklist`.
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

function isLinkToFolder(directory: string, name: string): boolean {
  return statSync(join(directory, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The files in a folder and the folders in it; nothing hidden, and no link to nowhere. */
function readTree(root: string, folder: string): [string, Uint8Array][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => !path.split(sep).some((name) => name.startsWith('.')))
    .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false)
    .sort()
    .map((path) => [path.replaceAll(sep, '/'), readFileSync(join(root, path))]);
}

function hashOf(files: Files): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(files.get(path) ?? '')
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
