import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAsker } from '../core/index.ts';
import { knownConversations } from '../evaluation/conversations.ts';
import type { Conversation } from '../evaluation/conversations.ts';
import { compareSnapshots, describeDifferences } from '../evaluation/difference.ts';
import { readQuestionSet } from '../evaluation/question-set.ts';
import { parseSnapshot, takeSnapshot } from '../evaluation/snapshot.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { createFileCache, loadChecked } from '../knowledge/index.ts';
import { StartError } from '../shared/start-error.ts';
import { drawEverywhere } from './drawings.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions, usageError } from './options.ts';
import { runCommand } from './run-command.ts';
import { snapshotOfVersion } from './version-snapshot.ts';
import { writeOutput } from './write-output.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

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
  if (before === undefined && save === undefined) return usageError(USAGE, ['Geef --before of --save.']);
  if (!/^\d+$/.test(most)) return usageError(USAGE, ['Achter --most hoort een getal.']);
  const knowledge = loadChecked(knowledgeDirectory(called.values.knowledge), CHANNEL_TEXTS);
  const asker = createAsker(knowledge, createFileCache());
  const sets = [join(QUESTIONS, 'ontwikkelset.yaml'), ...filesIn(join(QUESTIONS, 'rondes'))];
  const labelled = sets.filter((file) => existsSync(file)).flatMap(readQuestionSet);
  const known = knownConversations(knowledge, asker, labelled);
  const given = conversations === undefined ? [] : conversationsIn(readSnapshot(conversations));
  const record = (more: readonly Conversation[]): Snapshot =>
    takeSnapshot(asker, [...known, ...more], (reply) => drawEverywhere(reply, asker.say));
  const now = record(given);
  if (save !== undefined) writeOutput(save, JSON.stringify(now), 'nl');
  if (before === undefined) return 0;
  const old = existsSync(before)
    ? readSnapshot(before)
    : snapshotOfVersion({
        root: ROOT,
        version: before,
        conversations: now,
        knowledge: called.values.knowledge,
      });
  const differences = compareSnapshots(old, record(conversationsIn(old)));
  process.stdout.write(`${describeDifferences(differences, Number(most))}\n`);
  return differences.replies.length + differences.drawings.length === 0 ? 0 : 1;
}

/** The exit status of a comparison that could not be made, as of `diff`. */
const FAILED = 2;

/** @throws {StartError} when the file is no snapshot */
function readSnapshot(file: string): Snapshot {
  try {
    return parseSnapshot(readFileSync(file, 'utf8'));
  } catch {
    throw new StartError(`${file} is geen bestand dat met --save is gemaakt.`);
  }
}

function conversationsIn({ conversations }: Snapshot): Conversation[] {
  return conversations.map(({ turns }) => turns);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

process.exitCode = await runCommand(main, FAILED);
