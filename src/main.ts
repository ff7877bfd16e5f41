import { fstatSync } from 'node:fs';
import { converse } from '../adapters/terminal/index.ts';
import type { Preview } from '../adapters/web/index.ts';
import { createAssistant, createMasker, createMissedQuestions, createRateLimit } from './assistant/index.ts';
import type { Channel } from './assistant/index.ts';
import type { Log } from './shared/log.ts';
import { CHANNEL_TEXTS } from './cli/channel-texts.ts';
import type { AnyAssistant } from './cli/channel-texts.ts';
import { readOptions } from './cli/options.ts';
import { runCommand } from './cli/run-command.ts';
import { readConfig } from './settings/read.ts';
import type { Config } from './settings/read.ts';
import { createFileCache, createHotReload, loadChecked, withRetentionNotice } from './knowledge/index.ts';
import { createLog } from './server/log.ts';
import { createMetrics } from './server/metrics.ts';
import { startMetricsServer } from './server/metrics-server.ts';
import { useProxy } from './server/proxy.ts';
import { startServer } from './server/index.ts';
import { stopSignal } from './server/signals.ts';
import { createStore } from './store/index.ts';
import { status } from './settings/status.ts';

/** What a channel is made with. */
interface Parts {
  readonly assistant: AnyAssistant;
  readonly log: Log;
}

const OPTIONS = { knowledge: { type: 'string' } } as const;
const USAGE = `Gebruik: npm start -- [opties]

  --knowledge MAP  neemt de kennis uit deze map, in plaats van KNOWLEDGE_DIR
  --help           deze uitleg

De andere instellingen: npm run config
`;

/** The composition root: settings -> knowledge -> core -> conversation -> channels -> one port. */
async function main(): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' });
  if (typeof called === 'number') return called;
  const { knowledge: folder } = called.values;
  const config = readConfig({ ...process.env, ...(folder !== undefined && { KNOWLEDGE_DIR: folder }) });
  const knowledge = loadChecked(config.knowledge, CHANNEL_TEXTS);
  const converses = isTyped();
  // In a terminal, lines of JSON between question and answer are for warnings and errors only.
  const isQuiet = process.stdin.isTTY && process.env['LOG_LEVEL'] === undefined;
  const log = createLog(isQuiet ? 'warn' : config.logLevel);
  const store = await createStore(config.storeLocation, log);
  useProxy(process.env, log);
  const metrics = createMetrics();
  const { modelCache } = config;
  let showRefused: (problem: string) => void = () => undefined;
  const hotReload = createHotReload({
    directory: config.knowledge,
    channelTexts: CHANNEL_TEXTS,
    knowledge,
    modelCache,
    log,
    cache: createFileCache(modelCache),
    ...(config.missedQuestions && { transform: withRetentionNotice }),
    // Who edits the knowledge beside a conversation in this terminal reads it there.
    ...(isQuiet && {
      onRefused: ([problem = '']: readonly string[]) => {
        showRefused(problem);
      },
    }),
  });
  const missed = config.missedQuestions
    ? createMissedQuestions(store, createMasker(hotReload.knowledge))
    : undefined;
  const shared = {
    asker: hotReload.asker,
    // Without the web page there is no page of a source to lead to.
    ...(config.web && config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    fingerprint: () => hotReload.state().hash,
    store,
    log,
    meter: metrics.meter,
    isAllowed: createRateLimit(config.rateLimit),
    ...(missed !== undefined && { missed }),
  };
  const partsOf = (channel: string): Parts => {
    metrics.addChannel(channel);
    return { assistant: createAssistant({ ...shared, channel }), log: log.child({ channel }) };
  };
  const channels = await createChannels(config, partsOf);
  metrics.watch({ channels, knowledge: hotReload.state, store: store.health });
  const { host, port, metricsPort, drain, allowedHosts, securityContact } = config;
  const server = await startServer({
    host,
    port,
    channels,
    log,
    drain,
    details: () => ({ knowledge: hotReload.state(), store: store.health() }),
    ...(allowedHosts !== undefined && { allowedHosts }),
    ...(securityContact !== undefined && { securityContact }),
  });
  const metricsServer =
    metricsPort === undefined
      ? { stop: () => Promise.resolve() }
      : await startMetricsServer({ host, port: metricsPort, metrics: metrics.expose });
  const titles = knowledge.guidances.map(({ title }) => title);
  // Registered before the status is printed: after that line, a service manager or a test may stop the bot.
  const stopped = stopSignal(log);
  process.stdout.write(`${status({ titles, config, port: server.port, converses })}\n\n`);

  if (converses) {
    const lines = converse(partsOf('terminal').assistant, {
      input: process.stdin,
      output: process.stdout,
      takesVotes: true,
      onStart: (show) => (showRefused = show),
    });
    // The end of the input stops the bot, unless it was empty and no terminal: a service may start with such an input.
    await Promise.race([
      stopped,
      lines.then((count) => (count > 0 || process.stdin.isTTY ? undefined : stopped)),
    ]);
  } else await stopped;
  hotReload.stop();
  await server.stop();
  await Promise.all(channels.map((channel) => channel.stop()));
  await metricsServer.stop();
  missed?.stop();
  await store.close();
  return 0;
}

/** Creates the channels that are on. One that is off is not loaded. */
async function createChannels(config: Config, partsOf: (channel: string) => Parts): Promise<Channel[]> {
  const channels: Channel[] = [];
  if (config.web) {
    const { createWeb } = await import('../adapters/web/index.ts');
    const parts = partsOf('web');
    channels.push(
      createWeb({
        ...parts,
        previews: await createPreviews(parts.assistant),
        proxies: config.trustedProxies,
        ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
        ...(config.webName !== undefined && { name: config.webName }),
        ...(config.webLogo !== undefined && { logo: config.webLogo }),
      }),
    );
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

/** The previews of other channels on the web page, also of those that are off: rendering does not load their SDKs. */
async function createPreviews({ say }: AnyAssistant): Promise<Preview[]> {
  const { renderMessage } = await import('../adapters/slack/render.ts');
  const { renderCard } = await import('../adapters/teams/card.ts');
  return [
    {
      name: 'Slack',
      format: 'json',
      render: (reply) => renderMessage(reply, { shortenedNotice: say('slack_ingekort', {}, reply.language) }),
    },
    { name: 'Teams', format: 'card', render: (reply) => renderCard(reply, say) },
  ];
}

/** Whether a person or a script may type questions: not when a service manager gives no standard input. */
function isTyped(): boolean {
  if (process.stdin.isTTY) return true;
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}

process.exit(await runCommand(main));
