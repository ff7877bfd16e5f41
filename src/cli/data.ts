import type { Connection } from '../store/connection.ts';
import type { StoreLocation } from '../store/index.ts';
import { ConfigError, readConfig } from '../settings/read.ts';
import { csvOf, DIMENSIONS, exportAll, purge, rowCounts, vacuum } from '../store/export.ts';
import type { Dimension } from '../store/export.ts';
import { connect, newerSchema } from '../store/open.ts';
import { sweep } from '../store/queries.ts';
import { migrate } from '../store/schema.ts';
import { reasonOf } from '../store/stay.ts';
import { readOptions, wrong } from './options.ts';

const USAGE = `What the bot keeps, in DATA_DIR or DATABASE_URL.

  npm run --silent data -- export                        everything, as JSON
  npm run --silent data -- export counts --format csv    one table: counts, votes or missed
  npm run --silent data -- export counts --by week,entry added up over the rest
  npm run --silent data -- retention                     what is kept how long; deletes what is too old
  npm run --silent data -- purge --yes                   deletes everything that was kept

Counts under 5 are shown as <5. The bot may run meanwhile.
`;

const OPTIONS = {
  format: { type: 'string' },
  by: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/** Shown by `retention`; the lifetimes stand in `assistant/store.ts`. */
const KEPT = {
  conversations: 'the last subject of a conversation, never its text: 30 minutes',
  claims: 'marks of events and votes that were seen, unreadable: 10 minutes, batches of counts a day',
  counts: 'how often was answered, by week: 2 years',
  votes: 'how often an answer was useful, by week: 2 years',
  missed: 'masked questions without a good answer, if MISSED_QUESTIONS=on: 28 days at most',
} as const;

type Command = (connection: Connection) => Promise<void>;

async function main(): Promise<number> {
  const command = commandOrUsage();
  if (typeof command === 'number') return command;
  const place = placeOrAdvice();
  if (place === undefined) return 1;
  let connection: Connection | undefined;
  try {
    connection = await connect(place);
    const prepared = await migrate(connection);
    if ('newer' in prepared) {
      process.stderr.write(`${newerSchema(prepared.newer)}\n`);
      return 1;
    }
    await command(connection);
    return 0;
  } catch (error) {
    process.stderr.write(`The database cannot be used (${reasonOf(error)}).\n`);
    return 1;
  } finally {
    await connection?.close();
  }
}

function placeOrAdvice(): StoreLocation | undefined {
  try {
    const { storeLocation: place } = readConfig(process.env);
    if (place === undefined) process.stderr.write('Nothing is kept: set DATA_DIR or DATABASE_URL.\n');
    return place;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

function commandOrUsage(): Command | number {
  const called = readOptions({ options: OPTIONS, takesWords: true, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const { format = 'json', by, yes = false } = called.values;
  const [verb, table, ...rest] = called.positionals;
  try {
    if (rest.length === 0 && verb === 'export') {
      if (format !== 'json' && format !== 'csv') throw new TypeError('--format is json or csv.');
      return exporter(table, format, dimensionsIn(by));
    }
  } catch (error) {
    return wrong(USAGE, [error instanceof Error ? error.message : String(error)]);
  }
  if (table === undefined && verb === 'retention') return retention;
  if (table === undefined && verb === 'purge') {
    if (yes) return purgeAll;
    process.stderr.write('purge deletes everything that was kept. Add --yes when you mean it.\n');
    return 1;
  }
  return wrong(USAGE);
}

function dimensionsIn(by: string | undefined): readonly Dimension[] | undefined {
  const names = by?.split(',').map((name) => name.trim());
  const wrong = names?.find((name) => !(DIMENSIONS as readonly string[]).includes(name));
  if (wrong !== undefined) throw new TypeError(`--by takes ${DIMENSIONS.join(', ')}.`);
  return names as Dimension[] | undefined;
}

function exporter(
  table: string | undefined,
  format: 'json' | 'csv',
  by: readonly Dimension[] | undefined,
): Command {
  const isTable = table === 'counts' || table === 'votes' || table === 'missed';
  if (table !== undefined && !isTable) throw new TypeError('The tables are counts, votes and missed.');
  if (!isTable && format === 'csv') throw new TypeError('CSV is of one table: counts, votes or missed.');
  return async (connection) => {
    const all = await exportAll(connection, by);
    const chosen = isTable ? all[table] : all;
    process.stdout.write(
      format === 'csv' && isTable ? csvOf(all[table]) : `${JSON.stringify(chosen, null, 2)}\n`,
    );
  };
}

async function retention(connection: Connection): Promise<void> {
  const before = await rowCounts(connection.db);
  await sweep(connection.db, Date.now());
  await vacuum(connection);
  const after = await rowCounts(connection.db);
  for (const [table, kept] of Object.entries(KEPT) as [keyof typeof KEPT, string][]) {
    const deleted = Math.max(0, before[table] - after[table]);
    process.stdout.write(`${table}: ${kept}. ${after[table]} rows; ${deleted} deleted now.\n`);
  }
}

async function purgeAll(connection: Connection): Promise<void> {
  await purge(connection);
  process.stdout.write('Everything that was kept is deleted.\n');
}

process.exitCode = await main();
