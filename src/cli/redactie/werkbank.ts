import { readFileSync } from 'node:fs';
import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/index.ts';
import type { RunningServer } from '../../server/index.ts';
import { stopSignal } from '../../server/signals.ts';
import type { Log } from '../../shared/log.ts';
import { StartError } from '../../shared/start-error.ts';
import { createWorkbench, HOSTS, MissedFileError, readMissedFile } from '../../workbench/index.ts';
import type { Workbench, WorkbenchParts } from '../../workbench/index.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { REPLY_PREVIEWS } from '../reply-previews.ts';
import { storeReader } from './store-reader.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  poort: { type: 'string' },
  gemist: { type: 'string' },
  live: { type: 'string' },
  bot: { type: 'string' },
} as const;
const PORT = 3300;
/** How many ports are tried from the usual one on. */
const TRIES = 20;
/** Bytes: a whole source, or an export of missed questions. */
const MAX_BODY = 16 * 1024 * 1024;
const USAGE = `Gebruik: npm run redactie -- [opties]

Start de werkbank: de kennis lezen, veranderen en proberen. Die open je in je browser, alleen op deze computer.

  --knowledge MAP  de kennis in deze map
  --poort NUMMER   het adres wordt http://localhost:NUMMER; anders ${PORT}, of de eerste vrije daarna
  --gemist BESTAND gemiste vragen, van npm run --silent data -- export missed
  --live MAP       de map die de bot leest: daarheen gaat “Zet live”. Anders die van KNOWLEDGE_DIR
  --bot ADRES      het webadres van de bot, om te zien welke versie hij gebruikt
  --help           deze uitleg

Met DATA_DIR of DATABASE_URL, net als de bot, laat de werkbank cijfers en gemiste vragen zien.
`;

/** Serves the workbench until Ctrl+C. Returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, poort, gemist, bot } = called.values;
  // Set where a bot runs, which then reads that folder.
  const live = called.values.live ?? process.env['KNOWLEDGE_DIR']?.trim();
  const directory = knowledgeDirectory(knowledge);
  const log = createLog('warn');
  const store = storeReader(process.env);
  const workbench = createWorkbench({
    directory,
    channelTexts: CHANNEL_TEXTS,
    previews: REPLY_PREVIEWS,
    ...(store !== undefined && { store }),
    ...(gemist !== undefined && { missed: missedIn(gemist) }),
    ...(live !== undefined && live !== '' && { live }),
    ...(bot !== undefined && { bot }),
    log,
  });
  const server = await serve(workbench, log, poort === undefined ? undefined : portIn(poort));
  const stopped = stopSignal(log);
  process.stdout.write(
    `De werkbank is open op http://localhost:${server.port}/\nDe kennis staat in ${directory}\nStoppen: Ctrl+C\n`,
  );
  await stopped;
  await server.stop();
  await workbench.stop();
  return 0;
}

/** The missed questions in a file. @throws {StartError} when they cannot be read */
function missedIn(path: string): NonNullable<WorkbenchParts['missed']> {
  try {
    return { name: path, rows: readMissedFile(readFileSync(path)) };
  } catch (error) {
    const reason =
      error instanceof MissedFileError ? error.message : ((error as NodeJS.ErrnoException).code ?? '');
    throw new StartError(`${path} kan niet worden gelezen. ${reason}`, { cause: error });
  }
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`De poort is een getal van 1 tot 65535, en niet “${text}”.`);
}

/** Listens on the port, or else on the first free one from the usual one on. */
async function serve({ listener }: Workbench, log: Log, chosen?: number): Promise<RunningServer> {
  for (let port = chosen ?? PORT; ; port += 1) {
    try {
      return await startServer({
        host: '127.0.0.1',
        port,
        channels: [{ name: 'werkbank', notReady: () => undefined, routes: { '/': listener } }],
        log,
        allowedHosts: HOSTS,
        limits: { body: MAX_BODY },
      });
    } catch (error) {
      const isBusy = (error as { readonly cause?: NodeJS.ErrnoException }).cause?.code === 'EADDRINUSE';
      if (chosen !== undefined && isBusy)
        throw new StartError(
          `Poort ${chosen} is al in gebruik. Kies een andere, of laat --poort weg: dan zoekt de werkbank zelf.`,
        );
      if (!isBusy || port >= PORT + TRIES) throw error;
    }
  }
}
