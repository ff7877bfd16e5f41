import type * as z from 'zod';
import { buildChecklist, buildEntries, buildPractice, type LocatedEntry } from './build.ts';
import { checkEntries, checkReferences } from './check-entries.ts';
import { checkPointers } from './check-links.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { checkGaps, combineTexts } from './check-texts.ts';
import { combineWords } from './combine-words.ts';
import type { Entry, Guidance, TextDeclarations } from '../core/index.ts';
import { guidanceSchema } from './guidance-schema.ts';
import type { RawGuidance } from './guidance-schema.ts';
import type { ProblemKind } from './kinds.ts';
import { MISSING_ADVICE, readPinnedSource } from './pinned-source.ts';
import type { Problem } from './problems.ts';
import { readFile } from './read-file.ts';
import { requireFile } from './read-yaml.ts';
import type { ParsedFile } from './read-yaml.ts';
import { applyExceptions } from './quality/exceptions.ts';
import { CHECKS } from './quality/index.ts';
import type { Subject } from './quality/subject.ts';
import { checkWords } from './quality/words.ts';
import { checklistSchema, entriesSchema, practiceSchema, textsSchema } from './schema.ts';
import type { RawTexts } from './schema.ts';
import { questionsOf } from './small-talk.ts';
import type { SmallTalk } from './small-talk.ts';
import type { FileSource } from './unread.ts';
import { testQuestionsSchema } from './test-questions-schema.ts';
import { wordsSchema } from './words-schema.ts';
import type { RawWords } from './words-schema.ts';
import { buildTestQuestions, learnedTestQuestions, type LocatedTestQuestion } from './test-questions.ts';

/** Words and texts of `basis/`, for every guidance. */
interface Shared {
  readonly words: RawWords;
  readonly texts: ParsedFile<RawTexts> | undefined;
  readonly hardWords: Subject['hardWords'];
  readonly smallTalk: SmallTalk;
  /** The sentences that a guidance may replace. */
  readonly declared: TextDeclarations;
}

/** A guidance with the locations of its parts, for checks over several guidances. */
export interface LoadedGuidance {
  readonly guidance: Guidance;
  readonly folder: string;
  readonly located: readonly LocatedEntry[];
  readonly testQuestions: readonly LocatedTestQuestion[];
  /** Line of the name in handreiking.yaml. */
  readonly nameLine: () => number | undefined;
  /**
   * Computes what its editor could improve, and leaves out exceptions, also from problems that were found before.
   * `isChecked`: whether anybody looked for problems of a kind.
   */
  readonly improvable: (found: readonly Problem[], isChecked: (kind: ProblemKind) => boolean) => Problem[];
}

/**
 * Builds one guidance from the files in folder `slug`. Adds every problem found in any of them to `problems`; returns
 * `undefined` when handreiking.yaml or bron.txt cannot be read.
 */
export function loadGuidance(
  files: FileSource,
  slug: string,
  shared: Shared,
  problems: Problem[],
): LoadedGuidance | undefined {
  const read = <S extends z.ZodType>(path: string, schema: S) => {
    const bytes = files.get(path);
    return bytes && readFile(path, bytes, schema, problems);
  };
  requireFile(files, `${slug}/handreiking.yaml`, MISSING_ADVICE, problems);
  const metadata = read(`${slug}/handreiking.yaml`, guidanceSchema);
  const source = readPinnedSource(files, `${slug}/bron.txt`, metadata, problems);
  const questionFiles = yamlIn(files, `${slug}/vragen/`);
  if (questionFiles.length === 0) {
    problems.push({
      kind: 'bestand-ontbreekt',
      file: `${slug}/vragen`,
      message: 'Er zijn geen vragen.',
      advice: 'Maak een map vragen/ met daarin minstens één .yaml-bestand.',
    });
  }
  const language = metadata?.data.taal ?? 'nl';
  const entryFiles = questionFiles.map((path) => read(path, entriesSchema));
  const checklist = read(`${slug}/zelfcheck.yaml`, checklistSchema);
  const ownWords = read(`${slug}/woorden.yaml`, wordsSchema);
  const ownTexts = read(`${slug}/teksten.yaml`, textsSchema);
  const texts = combineTexts(shared.texts?.data ?? {}, ownTexts, shared.declared, problems);
  const practiceFiles = yamlIn(files, `${slug}/praktijkvragen/`).map((path) => read(path, practiceSchema));
  const testQuestions = yamlIn(files, `${slug}/proefvragen/`).flatMap((path) => {
    const file = read(path, testQuestionsSchema);
    return file === undefined ? [] : buildTestQuestions(file, problems);
  });
  if (source === undefined) return undefined;

  const isComplete = [...entryFiles, ...(files.has(`${slug}/zelfcheck.yaml`) ? [checklist] : [])].every(
    (file) => file !== undefined,
  );
  const located: LocatedEntry[] = entryFiles.flatMap((file) =>
    file === undefined ? [] : buildEntries(file, language, source.parsed, problems),
  );
  if (checklist !== undefined) located.push(buildChecklist(checklist, language, source.parsed, problems));
  const practice = practiceFiles.flatMap((file) => (file === undefined ? [] : buildPractice(file)));
  checkEntries(located, problems);
  // An id may be in a file that could not be read.
  if (isComplete)
    checkReferences({ located, practice, tests: testQuestions }, problems, shared.smallTalk.located);
  checkPlaceholders(metadata, located, problems);
  checkPointers(located, problems);
  if (metadata === undefined) return undefined;
  const words = combineWords(shared.words, ownWords?.data);
  const guidance: Guidance = {
    ...describeGuidance(metadata.data),
    source: source.parsed.paragraphs.map(({ kind, parts }) => ({ kind, parts })),
    ...withTopics(questionsOf({ located, practice }), texts[language].onderwerp_overig),
    words,
    texts,
  };
  return {
    guidance,
    folder: slug,
    located,
    testQuestions,
    nameLine: () => metadata.lineOf(['naam']),
    improvable: (found, isChecked) => {
      const subject: Subject = {
        located,
        isComplete,
        shared: shared.smallTalk.located,
        practice,
        source: source.parsed,
        sourceText: source.text,
        sourceFile: `${slug}/bron.txt`,
        metadataFile: `${slug}/handreiking.yaml`,
        language,
        languages: metadata.data.talen,
        stopWords: new Set([...words.nl.negeren, ...words.en.negeren]),
        hardWords: shared.hardWords,
      };
      const lineOf = (at: number) => metadata.lineOf(['negeer', at]);
      const exceptions = { folder: slug, general: metadata.data.negeer, lineOf, located };
      const problems = [
        ...found,
        ...(ownWords === undefined ? [] : checkWords(ownWords)),
        ...checkGaps(shared.texts, ownTexts, located, guidance),
        ...CHECKS.flatMap((check) => check(subject)),
        ...learnedTestQuestions(testQuestions, [guidance, questionsOf(shared.smallTalk)]),
      ];
      // What an exception is for may be in a file that cannot be read.
      return applyExceptions(exceptions, problems, (kind) => isComplete && isChecked(kind));
    },
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
    ...(raw.lidwoord === 'het' && { titleInSentence: { nl: `het ${raw.titel}` } }),
    ...(raw.korte_titel !== undefined && { shortTitle: raw.korte_titel }),
    ...(raw.eigenaar !== undefined && { owner: raw.eigenaar }),
    ...(raw.url !== undefined && { url: raw.url }),
    edition: raw.editie ?? '',
    language: raw.taal,
    contact: pick(raw.contact, raw.contact_en),
    example: pick(raw.voorbeeld, raw.voorbeeld_en),
    silentExample: pick(raw.voorbeeld_stil, raw.voorbeeld_stil_en),
  };
}

/** Entries without a topic get the one for the rest: what is in no topic cannot be found in the lists. */
function withTopics(
  { entries, practice }: Pick<Guidance, 'entries' | 'practice'>,
  topic: string,
): Pick<Guidance, 'entries' | 'practice'> {
  const isListed = ({ kind }: Entry) => kind === 'answer' || kind === 'silent';
  return { practice, entries: entries.map((entry) => (isListed(entry) ? { topic, ...entry } : entry)) };
}

function yamlIn(files: FileSource, folder: string): string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder) && /\.ya?ml$/.test(path)).sort();
}
