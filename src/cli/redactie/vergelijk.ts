import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createAsker, shortestIds } from '../../core/index.ts';
import { knownInEither, knownQuestions } from '../../evaluation/known-questions.ts';
import type { KnownQuestion } from '../../evaluation/known-questions.ts';
import type { Labelled } from '../../evaluation/question-set.ts';
import { roundQuestionsOn } from '../../evaluation/rounds.ts';
import { takeSnapshot } from '../../evaluation/snapshot.ts';
import type { Snapshot } from '../../evaluation/snapshot.ts';
import { changesBetween } from '../../evaluation/verdicts.ts';
import { createFileCache, KnowledgeError, loadKnowledge } from '../../knowledge/index.ts';
import type { LoadedKnowledge } from '../../knowledge/index.ts';
import { StartError } from '../../shared/start-error.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions, usageError } from '../options.ts';
import { snapshotOfVersion, topOfRepository, withVersion } from '../version-snapshot.ts';
import { jsonReport, markdownReport, textReport } from './changes-report.ts';

const ROOT = join(import.meta.dirname, '../../..');
const OPTIONS = {
  knowledge: { type: 'string' },
  markdown: { type: 'boolean' },
  json: { type: 'boolean' },
  most: { type: 'string', default: '50' },
} as const;
const USAGE = `Gebruik: npm run --silent redactie -- vergelijk [VERSIE|MAP] [opties]

Laat zien welke bekende vragen (varianten, praktijkvragen, rondes, proefvragen) een ander antwoord krijgen dan eerst,
oud naast nieuw. Bovenaan staat wat slechter werd. Vragen die erbij kwamen, staan onderaan als de bot ze nog niet vindt.

  VERSIE           vergelijkt met een versie in git (main, HEAD~3); zonder: met de laatste commit
  MAP              vergelijkt met de kennis in een andere map; zonder git: met de kennis van de draaiende bot
  --knowledge MAP  de nieuwe kennis
  --markdown       als tabel voor een pull request
  --json           voor programma's
  --most N         hoeveel vragen getoond worden (standaard 50)
`;

/** Compares the replies to all known questions with those of before. Returns the exit status. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl', takesWords: true }, args);
  if (typeof called === 'number') return called;
  const { knowledge, markdown = false, json = false, most } = called.values;
  const [before, ...more] = called.positionals;
  if (more.length > 0) return usageError(USAGE, ['Geef één versie of map.']);
  if (!/^\d+$/.test(most)) return usageError(USAGE, ['Achter --most hoort een getal.']);
  const directory = knowledgeDirectory(knowledge);
  const loaded = loadKnowledge(directory, CHANNEL_TEXTS);
  const entries = loaded.knowledge.guidances.flatMap((guidance) => guidance.entries);
  const labelled = roundQuestionsOn(directory);
  const known = knownIn(loaded, labelled);
  const earlier = earlierVersion(before, directory);
  const old = earlier.loaded && knownIn(earlier.loaded, labelled);
  const questions = knownInEither(old ?? known, known);
  const now = snapshotOf(loaded, questions);
  const changes = changesBetween(questions, earlier.snapshot(questions, now), now);
  process.stdout.write(
    json
      ? jsonReport(questions.length, changes, shortestIds(entries))
      : (markdown ? markdownReport : textReport)(questions.length, changes, Number(most)),
  );
  return 0;
}

/** Whether a directory is part of this checkout, so that its versions have a program of their own. */
const isOwn = (directory: string) => !relative(ROOT, resolve(directory)).startsWith('..');

const knownIn = ({ knowledge, testQuestions }: LoadedKnowledge, labelled: readonly Labelled[]) =>
  knownQuestions(knowledge, testQuestions, labelled);

function snapshotOf({ knowledge }: LoadedKnowledge, questions: readonly KnownQuestion[]): Snapshot {
  return takeSnapshot(
    createAsker(knowledge, createFileCache()),
    questions.map(({ turns }) => turns),
    () => ({}),
  );
}

/** What is compared with. */
interface EarlierVersion {
  /** Its knowledge; absent when the program of today cannot read it. Then no question counts as new. */
  readonly loaded: LoadedKnowledge | undefined;
  readonly snapshot: (questions: readonly KnownQuestion[], now: Snapshot) => Snapshot;
}

function earlierVersion(before: string | undefined, directory: string): EarlierVersion {
  const version = (loaded: LoadedKnowledge): EarlierVersion => ({
    loaded,
    snapshot: (questions) => snapshotOf(loaded, questions),
  });
  const inDirectory = (folder: string) => version(loadKnowledge(folder, CHANNEL_TEXTS));
  if (before !== undefined && statSync(before, { throwIfNoEntry: false })?.isDirectory() === true)
    return inDirectory(before);
  const top = topOfRepository(directory);
  if (top === undefined) {
    const running = knowledgeDirectory(undefined);
    if (before === undefined && resolve(running) !== resolve(directory)) return inDirectory(running);
    throw new StartError(
      'Er is geen git in deze map. Geef met --knowledge de nieuwe kennis, of noem een map om mee te vergelijken.',
    );
  }
  const name = before ?? 'HEAD';
  const folderIn = (tree: string) => join(tree, relative(top, resolve(directory)));
  if (!isOwn(directory)) return withVersion(top, name, (tree) => inDirectory(folderIn(tree)));
  return {
    loaded: withVersion(top, name, (tree) => loadOrNothing(folderIn(tree))),
    snapshot: (_, now) => snapshotOfVersion({ root: ROOT, version: name, conversations: now }),
  };
}

function loadOrNothing(directory: string): LoadedKnowledge | undefined {
  try {
    return loadKnowledge(directory, CHANNEL_TEXTS);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return undefined;
  }
}
