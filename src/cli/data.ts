import { findEntry, shortestIds } from '../core/index.ts';
import { loadChecked } from '../knowledge/index.ts';
import type { Connection } from '../store/connection.ts';
import { readConfig } from '../settings/read.ts';
import { StartError } from '../shared/start-error.ts';
import { csvOf, DIMENSIONS, exportAll, purge, rowCounts, vacuum } from '../store/export.ts';
import { sweep } from '../store/queries.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';
import { readOptions, usageError } from './options.ts';
import { runCommand } from './run-command.ts';
import { withData } from './with-data.ts';

const TABLES = ['counts', 'votes', 'reasons', 'chosen', 'missed'] as const;
const TABLE_LIST = new Intl.ListFormat('en', { type: 'disjunction' }).format(TABLES);

const USAGE = `What the bot keeps, in DATA_DIR or DATABASE_URL.

  npm run --silent data -- export                        everything, as JSON
  npm run --silent data -- export counts --format csv    one table: ${TABLE_LIST}
  npm run --silent data -- export counts --by week,entry added up over the rest
  npm run --silent data -- delete-expired                deletes what is kept too long; tells what is kept how long
  npm run --silent data -- purge --yes                   deletes everything that was kept

Counts under 5 are shown as <5. The bot may run meanwhile.
`;

const OPTIONS = {
  format: { type: 'string' },
  by: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/** Shown by `delete-expired`; the lifetimes are set in `src/store/types.ts`. */
const RETENTION = {
  conversations: 'the last subject of a conversation, never its text: 30 minutes',
  claims: 'marks of events that were seen, unreadable: 10 minutes, batches of counts a day',
  ballots: 'the last vote on an answer and its reason, under an unreadable mark: 10 minutes',
  counts: 'how often was answered, by week: 2 years',
  votes: 'how often an answer was useful, by week: 2 years',
  reasons: 'how often each reason was given why an answer was not, by week: 2 years',
  chosen: 'how often a question was chosen from those that were offered, by week: 2 years',
  missed: 'masked questions without a good answer, if MISSED_QUESTIONS=on: 28 days at most',
} as const;

/** `directory`: of the knowledge. */
type Command = (connection: Connection, directory: string) => Promise<void>;

async function main(): Promise<number> {
  const command = readCommand();
  if (typeof command === 'number') return command;
  const { storeLocation, knowledge } = readConfig(process.env);
  if (storeLocation === undefined) throw new StartError('Nothing is kept: set DATA_DIR or DATABASE_URL.');
  await withData(storeLocation, (connection) => command(connection, knowledge));
  return 0;
}

/** What the arguments ask for; or the exit status, after printing the problems with them. */
function readCommand(): Command | number {
  const called = readOptions({ options: OPTIONS, takesWords: true, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const { format = 'json', by, yes = false } = called.values;
  const [verb, table, ...rest] = called.positionals;
  if (verb === 'export' && rest.length === 0) return readExport(table, format, by);
  if (verb === 'delete-expired' && table === undefined) return deleteExpired;
  if (verb === 'purge' && table === undefined) {
    if (yes) return purgeAll;
    process.stderr.write('purge deletes everything that was kept. Add --yes when you mean it.\n');
    return 1;
  }
  return usageError(USAGE);
}

function readExport(table: string | undefined, format: string, by: string | undefined): Command | number {
  const chosen = TABLES.find((name) => name === table);
  const dimensions = by?.split(',').map((name) => name.trim());
  const known = dimensions?.flatMap((name) => DIMENSIONS.find((dimension) => dimension === name) ?? []);
  const problems = [
    ...(['json', 'csv'].includes(format) ? [] : ['--format is json or csv.']),
    ...(known?.length === dimensions?.length ? [] : [`--by takes ${DIMENSIONS.join(', ')}.`]),
    ...(table === undefined || chosen !== undefined ? [] : [`The tables are ${TABLE_LIST}.`]),
    ...(format === 'csv' && table === undefined ? [`CSV is of one table: ${TABLE_LIST}.`] : []),
  ];
  if (problems.length > 0) return usageError(USAGE, problems);
  return async (connection, directory) => {
    const all = await exportAll(connection, {
      ...(known !== undefined && { by: known }),
      nameOf: namesIn(directory),
    });
    const rows = chosen === undefined ? undefined : all[chosen];
    const text =
      format === 'csv' && rows !== undefined ? csvOf(rows) : `${JSON.stringify(rows ?? all, null, 2)}\n`;
    process.stdout.write(text);
  };
}

/**
 * Returns the function that names a stored entry as `--jsonl` does. Counts from before 2026-12 do not tell the guidance. When
 * the knowledge cannot be used, entries are named as they were stored.
 */
function namesIn(directory: string): (entry: string) => string {
  try {
    const { guidances } = loadChecked(directory, CHANNEL_TEXTS);
    const entries = guidances.flatMap((guidance) => guidance.entries);
    const shorten = shortestIds(entries);
    return (entry) => shorten(findEntry(entries, entry)?.id ?? entry);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write('The knowledge cannot be used; entries have the ids that were stored.\n');
    return (entry) => entry;
  }
}

async function deleteExpired(connection: Connection): Promise<void> {
  const before = await rowCounts(connection.db);
  await sweep(connection.db, Date.now());
  await vacuum(connection);
  const after = await rowCounts(connection.db);
  for (const [table, period] of Object.entries(RETENTION) as [keyof typeof RETENTION, string][]) {
    const deleted = Math.max(0, before[table] - after[table]);
    process.stdout.write(`${table}: ${period}. ${after[table]} rows; ${deleted} deleted now.\n`);
  }
}

async function purgeAll(connection: Connection): Promise<void> {
  await purge(connection);
  process.stdout.write('Everything that was kept is deleted.\n');
}

process.exitCode = await runCommand(main);
