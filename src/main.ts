import { fstatSync } from 'node:fs';
import { converse } from '../adapters/terminal/index.ts';
import type { Preview } from '../adapters/web/index.ts';
import { createAssistant, createProcessStore } from './assistant/index.ts';
import type { Assistant, Channel, Log } from './assistant/index.ts';
import { knowledgeOrAdvice } from './cli/knowledge-option.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { createAsker } from './core/index.ts';
import { createLog } from './log.ts';
import { createFileCache } from './model-cache.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { status } from './status.ts';

/** What a channel is made with. */
interface Parts {
  readonly assistant: Assistant;
  readonly log: Log;
}

/** The composition root: settings -> knowledge -> core -> conversation -> channels -> one port. */
async function main(): Promise<number> {
  const config = configOrAdvice();
  const knowledge = config && knowledgeOrAdvice(config.knowledge);
  if (config === undefined || knowledge === undefined) return 1;
  const converses = isTyped();
  // In a terminal only what goes wrong is worth a line of JSON between question and answer.
  const log = createLog(
    process.stdin.isTTY && process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel,
  );
  const asker = createAsker(knowledge, createFileCache(config.modelCache));
  const store = createProcessStore();
  const partsOf = (channel: string): Parts => ({
    assistant: createAssistant({ asker, store, log, channel }),
    log: log.child({ channel }),
  });
  const channels = await createChannels(config, partsOf);
  const server = await serverOrAdvice(config, channels, log);
  if (server === undefined) return 1;
  const titles = knowledge.guidances.map(({ title }) => title);
  process.stdout.write(`${status({ titles, config, port: server.port, converses })}\n\n`);

  const stopped = signal(log);
  if (converses) {
    const lines = converse(partsOf('terminal').assistant, { input: process.stdin, output: process.stdout });
    // A script that brought its questions is done at their end; an empty input (a service) never was a conversation.
    await Promise.race([
      stopped,
      lines.then((count) => (count > 0 || process.stdin.isTTY ? undefined : stopped)),
    ]);
  } else await stopped;
  await server.stop();
  await Promise.all(channels.map((channel) => channel.stop()));
  return 0;
}

/** The channels that are on. One that is off is not even loaded. */
async function createChannels(config: Config, partsOf: (channel: string) => Parts): Promise<Channel[]> {
  const channels: Channel[] = [];
  if (config.web) {
    const { createWeb } = await import('../adapters/web/index.ts');
    const parts = partsOf('web');
    channels.push(createWeb({ ...parts, previews: await createPreviews(parts.assistant) }));
  }
  if (config.slack) {
    const { createSlack } = await import('../adapters/slack/index.ts');
    channels.push(await createSlack(config.slack, partsOf('slack')));
  }
  if (config.teams) {
    const { createTeams } = await import('../adapters/teams/index.ts');
    channels.push(await createTeams(config.teams, partsOf('teams')));
  }
  return channels;
}

/** What the web page shows of other channels, on or off; drawing needs nothing of their SDKs. */
async function createPreviews({ say }: Assistant): Promise<Preview[]> {
  const { renderMessage } = await import('../adapters/slack/render.ts');
  const { renderCard } = await import('../adapters/teams/card.ts');
  return [
    {
      name: 'Slack',
      look: 'json',
      render: (reply) => renderMessage(reply, { tooLong: say('slack_ingekort', {}, reply.language) }),
    },
    { name: 'Teams', look: 'card', render: (reply) => renderCard(reply, say) },
  ];
}

function configOrAdvice(): Config | undefined {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

async function serverOrAdvice(
  { host, port }: Config,
  channels: readonly Channel[],
  log: Log,
): Promise<RunningServer | undefined> {
  try {
    return await startServer({ host, port, channels, log });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const advice: Readonly<Record<string, string>> = {
      EADDRINUSE: `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3978 npm start`,
      EADDRNOTAVAIL: 'HOST is not an address of this machine.',
      ENOTFOUND: 'HOST is not a known host name.',
    };
    if (advice[code] === undefined) throw error;
    process.stderr.write(`${advice[code]}\n`);
    return undefined;
  }
}

/** Whether somebody, or a script, may type questions: not when a service manager gave no input at all. */
function isTyped(): boolean {
  if (process.stdin.isTTY) return true;
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}

/** Resolves at the first request to stop; a second one stops at once. */
function signal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        log.info({ signal: name }, 'stopping');
        resolve();
      });
    }
  });
}

process.exit(await main());
