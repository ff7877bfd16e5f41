import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAsker } from '../core/index.ts';
import { knownConversations } from '../evaluation/conversations.ts';
import { compareSnapshots, describeDifferences } from '../evaluation/difference.ts';
import { readQuestionSet } from '../evaluation/question-set.ts';
import { parseSnapshot, takeSnapshot } from '../evaluation/snapshot.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { createFileCache } from '../knowledge/model-cache.ts';
import { drawEverywhere } from './drawings.ts';
import { knowledgeDirectory, knowledgeOrAdvice } from './knowledge-option.ts';
import { readOptions, wrong } from './options.ts';

const ROOT = join(import.meta.dirname, '../..');
const QUESTIONS = join(ROOT, 'test/questions');
const OPTIONS = {
  before: { type: 'string' },
  save: { type: 'string' },
  conversations: { type: 'string' },
  knowledge: { type: 'string' },
  most: { type: 'string', default: '20' },
} as const;
const USAGE = `Gebruik: npm run compare -- --before VERSIE [opties]

Voert alle bekende gesprekken met een andere versie en met deze, en toont wat anders is:
in het antwoord, en in hoe Slack, Teams, de webpagina en de terminal het tekenen.

  --before VERSIE        een versie in git (main, HEAD~3, een hash), of een bestand van --save
  --save BESTAND         bewaart wat deze versie zegt, om later mee te vergelijken
  --conversations BEST.  voert ook de gesprekken uit dit bestand van --save
  --knowledge MAP        de kennis waaraan gevraagd wordt
  --most N               hoeveel verschillen van elke soort getoond worden (standaard 20)

De uitkomst is 0 als alles gelijk is, 1 als er iets anders is, 2 als er niet vergeleken kon worden.
`;

function main(): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' });
  if (typeof called === 'number') return called;
  const { before, save, conversations, most } = called.values;
  if (before === undefined && save === undefined) return wrong(USAGE, ['Geef --before of --save.']);
  if (!/^\d+$/.test(most)) return wrong(USAGE, ['Achter --most hoort een getal.']);
  const knowledge = knowledgeOrAdvice(knowledgeDirectory(called.values.knowledge));
  if (knowledge === undefined) return 1;
  const asker = createAsker(knowledge, createFileCache());
  const sets = [join(QUESTIONS, 'ontwikkelset.yaml'), ...filesIn(join(QUESTIONS, 'rondes'))];
  const labelled = sets.filter((file) => existsSync(file)).flatMap(readQuestionSet);
  const own = knownConversations(knowledge, asker, labelled);
  const given = conversations === undefined ? EMPTY : readSnapshot(conversations);
  if (given === undefined) return FAILED;
  const record = (extra: Conversations): Snapshot =>
    takeSnapshot(asker, [...own, ...extra], (reply) => drawEverywhere(reply, asker.say));
  const now = record(turnsIn(given));
  if (save !== undefined) writeFileSync(save, JSON.stringify(now));
  if (before === undefined) return 0;
  const old = existsSync(before) ? readSnapshot(before) : snapshotOf(before, now, called.values.knowledge);
  if (old === undefined) return FAILED;
  const differences = compareSnapshots(old, record(turnsIn(old)));
  process.stdout.write(`${describeDifferences(differences, Number(most))}\n`);
  return differences.replies.length + differences.drawings.length === 0 ? 0 : 1;
}

type Conversations = readonly (readonly string[])[];

/** The status of a comparison that could not be made, as of `diff`. */
const FAILED = 2;
const EMPTY: Snapshot = { replies: [], conversations: [] };

/** Nothing, after telling why, when the file is no snapshot. */
function readSnapshot(file: string): Snapshot | undefined {
  try {
    return parseSnapshot(readFileSync(file, 'utf8'));
  } catch {
    process.stderr.write(`${file} is geen bestand dat met --save is gemaakt.\n`);
    return undefined;
  }
}
const turnsIn = ({ conversations }: Snapshot): Conversations => conversations.map(({ turns }) => turns);
const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : [];

/**
 * What another version in git says in the same conversations, from its own knowledge unless one is given; nothing, after
 * telling why, when it cannot be had.
 */
function snapshotOf(version: string, now: Snapshot, knowledge: string | undefined): Snapshot | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'handreiking-compare-'));
  const tree = join(folder, 'tree');
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    git('worktree', 'add', '--detach', tree, version);
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    const [asked, said] = [join(folder, 'asked.json'), join(folder, 'said.json')];
    writeFileSync(asked, JSON.stringify(now));
    const args = [join(tree, 'src/cli/compare.ts'), '--save', said, '--conversations', asked];
    if (knowledge !== undefined) args.push('--knowledge', resolve(knowledge));
    execFileSync(process.execPath, args, { cwd: tree, stdio: ['ignore', 'ignore', 'pipe'] });
    return readSnapshot(said);
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    process.stderr.write(`De versie ${version} kan niet worden vergeleken:\n${told.slice(0, 2_000)}\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

process.exitCode = main();
