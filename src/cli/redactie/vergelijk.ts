import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createAsker, shortestIds } from '../../core/index.ts';
import { readRounds } from '../../evaluation/rounds.ts';
import { takeSnapshot } from '../../evaluation/snapshot.ts';
import type { Snapshot } from '../../evaluation/snapshot.ts';
import { changesBetween, knownQuestions } from '../../evaluation/verdicts.ts';
import type { KnownQuestion } from '../../evaluation/verdicts.ts';
import { createFileCache, loadKnowledge } from '../../knowledge/index.ts';
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
oud naast nieuw. Bovenaan staat wat slechter werd.

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
  const labelled = isOwn(directory) ? readRounds().flatMap(({ items }) => items) : [];
  const questions = knownQuestions(loaded.knowledge, loaded.testQuestions, labelled);
  const now = snapshotOf(loaded, questions);
  const changes = changesBetween(questions, snapshotBefore(before, directory, questions, now), now);
  process.stdout.write(
    json
      ? jsonReport(questions.length, changes, shortestIds(entries))
      : (markdown ? markdownReport : textReport)(questions.length, changes, Number(most)),
  );
  return 0;
}

/** Whether a directory is part of this checkout, so that its versions have a program of their own. */
const isOwn = (directory: string) => !relative(ROOT, resolve(directory)).startsWith('..');

function snapshotOf({ knowledge }: LoadedKnowledge, questions: readonly KnownQuestion[]): Snapshot {
  return takeSnapshot(
    createAsker(knowledge, createFileCache()),
    questions.map(({ turns }) => turns),
    () => ({}),
  );
}

function snapshotBefore(
  before: string | undefined,
  directory: string,
  questions: readonly KnownQuestion[],
  now: Snapshot,
): Snapshot {
  const inDirectory = (folder: string) => snapshotOf(loadKnowledge(folder, CHANNEL_TEXTS), questions);
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
  const version = before ?? 'HEAD';
  if (isOwn(directory)) return snapshotOfVersion({ root: ROOT, version, conversations: now });
  return withVersion(top, version, (tree) => inDirectory(join(tree, relative(top, resolve(directory)))));
}
