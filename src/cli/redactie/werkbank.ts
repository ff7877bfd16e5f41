import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/index.ts';
import type { RunningServer } from '../../server/index.ts';
import { stopSignal } from '../../server/signals.ts';
import { StartError } from '../../shared/start-error.ts';
import { createWorkbench, HOSTS } from '../../workbench/index.ts';
import type { Workbench } from '../../workbench/index.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { REPLY_PREVIEWS } from '../reply-previews.ts';

const OPTIONS = { knowledge: { type: 'string' }, poort: { type: 'string' } } as const;
const PORT = 3300;
/** How many ports are tried from the usual one on. */
const TRIES = 20;
/** Bytes: a whole source, or an export of missed questions. */
const MAX_BODY = 16 * 1024 * 1024;
const USAGE = `Gebruik: npm run redactie -- [opties]

Opent de werkbank: de kennis lezen, veranderen en proberen in je browser. Alleen op deze computer.

  --knowledge MAP  de kennis in deze map
  --poort NUMMER   het adres wordt http://localhost:NUMMER; anders ${PORT}, of de eerste vrije daarna
  --help           deze uitleg
`;

/** Serves the workbench until Ctrl+C. Returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, poort } = called.values;
  const directory = knowledgeDirectory(knowledge);
  const log = createLog('warn');
  const workbench = createWorkbench({
    directory,
    channelTexts: CHANNEL_TEXTS,
    previews: REPLY_PREVIEWS,
    log,
  });
  const server = await serve(workbench, poort === undefined ? undefined : portIn(poort));
  const stopped = stopSignal(log);
  process.stdout.write(
    `De werkbank is open op http://localhost:${server.port}/\nDe kennis staat in ${directory}\nStoppen: Ctrl+C\n`,
  );
  await stopped;
  await server.stop();
  await workbench.stop();
  return 0;
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartError(`De poort is een getal van 1 tot 65535, en niet “${text}”.`);
}

/** Listens on the port, or else on the first free one from the usual one on. */
async function serve({ listener }: Workbench, chosen?: number): Promise<RunningServer> {
  for (let port = chosen ?? PORT; ; port += 1) {
    try {
      return await startServer({
        host: '127.0.0.1',
        port,
        channels: [{ name: 'werkbank', notReady: () => undefined, routes: { '/': listener } }],
        log: createLog('warn'),
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
