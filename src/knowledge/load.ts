import type * as z from 'zod';
import { CORE_TEXTS } from '../core/index.ts';
import type { Guidance, Knowledge, TextDeclarations } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';
import { checkAcrossGuidances } from './check-across.ts';
import { checkSharedTexts, combineTexts } from './check-texts.ts';
import { readFiles } from './files.ts';
import type { Files } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { loadGuidance } from './guidance.ts';
import { severityOf, TRAINED_KINDS } from './kinds.ts';
import type { ProblemKind } from './kinds.ts';
import { KnowledgeError } from './problems.ts';
import type { Problem } from './problems.ts';
import { readFile } from './read-file.ts';
import { requireFile } from './read-yaml.ts';
import { buildPhrasings } from './phrasings.ts';
import { namesSchema } from './names-schema.ts';
import { phrasingsSchema } from './phrasings-schema.ts';
import { checkWords } from './quality/words.ts';
import { hardWordsSchema, outOfScopeSchema, practiceSchema, smallTalkSchema, textsSchema } from './schema.ts';
import { wordsSchema } from './words-schema.ts';
import {
  buildSmallTalk,
  improveSmallTalk,
  SMALL_TALK_FILE,
  SMALL_TALK_PRACTICE_FILE,
  withSmallTalk,
} from './small-talk.ts';
import type { LocatedTestQuestion, TestQuestion } from './test-questions.ts';
import { entriesWithIds, testQuestionsWithIds, withFullIds } from './full-ids.ts';
import { findUnread, recordReads } from './unread.ts';

const MISSING_ADVICE = 'Kopieer de map basis/ van de meegeleverde kennis, of laat hem helemaal weg.';
/** Messages that are out of scope of every guidance; optional. */
const OUT_OF_SCOPE_FILE = 'basis/buiten-onderwerp.yaml';
/** Sentence templates; optional. */
const PHRASINGS_FILE = 'basis/zinsvormen.yaml';
/** Word lists for masking missed questions; optional. */
const NAMES_FILE = 'basis/namen.yaml';
/** Hard words, for advice to editors; optional. */
const HARD_WORDS_FILE = 'basis/moeilijke-woorden.yaml';

/** Knowledge that was read from files. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  /** The editors' test questions of all guidances; the bot does not learn from them. */
  readonly testQuestions: readonly TestQuestion[];
  /** Computes what its editor could improve: warnings and advice, not errors. */
  readonly warnings: () => readonly Problem[];
}

/** Knowledge without errors as checks with trained models see it. */
export interface TrainedSubject {
  readonly knowledge: Knowledge;
  /** The entries that the guidances have themselves, each with its id in `knowledge`. */
  readonly located: readonly (LocatedEntry & { readonly id: string })[];
  /** With the ids of `knowledge`. */
  readonly testQuestions: readonly LocatedTestQuestion[];
}

/** Everything that checking a directory finds. */
export interface CheckedKnowledge {
  /**
   * Returns errors, warnings and advice, together with those of checks with trained models, where they ran: exceptions are
   * for both.
   */
  readonly problems: (trained?: readonly Problem[]) => readonly Problem[];
  /** Absent when there are errors. */
  readonly subject: TrainedSubject | undefined;
  /** Of each guidance its title, and how many entries and practice questions are its own. */
  readonly guidances: readonly {
    readonly title: string;
    readonly entries: number;
    readonly practice: number;
  }[];
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

/** Reads a directory as `loadKnowledge` does, and returns all that is wrong with it and all that could be better. */
export function checkKnowledge(directory: string, channelTexts: TextDeclarations): CheckedKnowledge {
  try {
    return checkFiles(readFiles(directory), channelTexts);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return { problems: () => error.problems, subject: undefined, guidances: [] };
  }
}

/** Like `checkKnowledge`, for files in memory, as `readFiles` returns them. */
export function checkFiles(
  { files, slugs, loose, hasOwnBase }: ReturnType<typeof readFiles>,
  channelTexts: TextDeclarations,
): CheckedKnowledge {
  const { errors, loaded, warnings, ...subject } = assemble(files, slugs, channelTexts);
  // An editor cannot improve files that come with the bot.
  const canImprove = ({ file }: Problem) => hasOwnBase || !file.startsWith('basis/');
  return {
    problems: (trained) => [
      ...errors,
      ...findUnread(loose, new Set()),
      ...warnings(trained).filter(canImprove),
    ],
    subject: errors.length > 0 ? undefined : { ...subject, located: entriesWithIds(loaded) },
    guidances: loaded.map(({ guidance: { title, entries, practice } }) => ({
      title,
      entries: entries.length,
      practice: practice.length,
    })),
  };
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
  const { errors, knowledge, testQuestions, warnings } = assemble(files, slugs, channelTexts);
  if (errors.length > 0) throw new KnowledgeError(errors);
  return {
    knowledge,
    testQuestions: testQuestions.map(({ text, entries }) => ({ text, entries })),
    warnings: () => warnings(),
  };
}

function assemble(allFiles: Files, slugs: readonly string[], channelTexts: TextDeclarations) {
  const problems: Problem[] = [];
  const { files, read: pathsRead } = recordReads(allFiles);
  const read = <S extends z.ZodType>(path: string, schema: S) => {
    const bytes = requireFile(files, path, MISSING_ADVICE, problems);
    return bytes && readFile(path, bytes, schema, problems);
  };
  const readOptional = <S extends z.ZodType>(path: string, schema: S) =>
    files.has(path) ? read(path, schema) : undefined;
  const words = read('basis/woorden.yaml', wordsSchema);
  const texts = read('basis/teksten.yaml', textsSchema);
  const declared = { ...CORE_TEXTS, ...channelTexts };
  if (texts !== undefined) checkSharedTexts(texts, declared, problems);
  const hardWords = new Map(Object.entries(readOptional(HARD_WORDS_FILE, hardWordsSchema)?.data ?? {}));
  const smallTalk = buildSmallTalk(
    readOptional(SMALL_TALK_FILE, smallTalkSchema),
    readOptional(SMALL_TALK_PRACTICE_FILE, practiceSchema),
    problems,
  );
  const shared = { words: words?.data ?? {}, texts, declared, hardWords, smallTalk };
  const outOfScope = readOptional(OUT_OF_SCOPE_FILE, outOfScopeSchema)?.data ?? [];
  const templates = readOptional(PHRASINGS_FILE, phrasingsSchema);
  const names = readOptional(NAMES_FILE, namesSchema)?.data;
  const loaded = slugs.flatMap((slug) => loadGuidance(files, slug, shared, problems) ?? []);
  checkAcrossGuidances(loaded, problems);
  const own = loaded.map(({ guidance }) => guidance);
  const phrasings = templates && buildPhrasings(templates, own, problems);
  const guidances = withSmallTalk(own, smallTalk).map((guidance, index) =>
    withFullIds(index === 0 ? withOutOfScope(guidance, outOfScope) : guidance),
  );
  const isError = ({ kind }: Problem) => severityOf(kind) === 'fout';
  return {
    loaded,
    errors: problems.filter(isError),
    knowledge: {
      guidances,
      ...(guidances.length > 1 && { texts: combineTexts(texts?.data ?? {}, undefined, declared, []) }),
      ...(phrasings !== undefined && { phrasings }),
      ...(names !== undefined && { names }),
      hash: fingerprint(allFiles),
    },
    testQuestions: testQuestionsWithIds(loaded, guidances),
    warnings: (trained?: readonly Problem[]) => {
      const found = [
        ...problems.filter((problem) => !isError(problem)),
        ...findUnread([...allFiles.keys()], pathsRead),
        ...(words === undefined ? [] : checkWords(words)),
        ...(trained ?? []),
      ];
      const isChecked = (kind: ProblemKind) => trained !== undefined || !TRAINED_KINDS.has(kind);
      const stopWords = new Set([...(words?.data.nl?.negeren ?? []), ...(words?.data.en?.negeren ?? [])]);
      const first = improveSmallTalk(smallTalk, { stopWords, hardWords }, found);
      return loaded.reduce<readonly Problem[]>((all, { improvable }) => improvable(all, isChecked), first);
    },
  };
}

/** Adds the out-of-scope messages. To one guidance only: one model is trained for all of them. */
function withOutOfScope(guidance: Guidance, texts: readonly string[]): Guidance {
  return { ...guidance, practice: [...guidance.practice, ...texts.map((text) => ({ text, entry: null }))] };
}
