import type { BodiedRequest, Channel, Listener } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { createPseudonymize } from '../../src/shared/pseudonymize.ts';
import { CallError } from '../../src/shared/retry.ts';
import { withTimeout } from '../../src/shared/with-timeout.ts';
import { createHandlers } from './handlers.ts';
import { createBolt } from './bolt.ts';
import { CALL_POLICY, createRespond } from './calls.ts';
import { toCallError } from './errors.ts';
import { refusalOf } from './guard.ts';
import { createJobQueue } from './job-queue.ts';
import { createNetwork } from './network.ts';
import { reconnect } from './reconnect.ts';
import type { SlackSettings } from './settings.ts';
import { createOptions } from './suggestions.ts';
import type { SlackAssistant } from './texts.ts';

export type { SlackSettings } from './settings.ts';

/** Timeout for connecting at a start; a bot that cannot connect yet starts all the same. */
const FIRST_ATTEMPT_MS = 3_000;
/** Timeout for the jobs that still run at a stop. */
const STOP_MS = 8_000;

/** Opens the channel. Resolves also when Slack cannot be reached: `notReady` then says why, and it keeps reconnecting. */
export async function createSlack(
  settings: SlackSettings,
  { assistant, log }: { readonly assistant: SlackAssistant; readonly log: Log },
): Promise<Channel> {
  const callPolicy = { ...CALL_POLICY, ...settings.callPolicy };
  const network = createNetwork(callPolicy.timeout, settings.fetch);
  const respond = createRespond(network.fetch, settings.apiUrl, callPolicy);
  const pseudonym = createPseudonymize(settings.botToken);
  // Shorter than a whole hash, as they are in the databases of earlier versions.
  const pseudonymize: typeof pseudonym = (...parts) => pseudonym(...parts).slice(0, 32);
  const handlers = createHandlers({ assistant, respond, pseudonymize });
  const options = createOptions(assistant, pseudonymize);
  // Counts the undelivered answers of every destination; events that Bolt drops are counted in `bolt.ts`.
  const jobs = createJobQueue((error) => {
    const what = error instanceof CallError ? 'Slack did not take an answer' : 'an answer could not be sent';
    log.error({ reason: toCallError(error).reason }, what);
    assistant.lost();
  });
  const { lost } = assistant;
  const bolt = createBolt({ settings, handlers, options, run: jobs.add, lost, network, callPolicy, log });
  const connection = reconnect(bolt.connect, log);
  let isStopping = false;

  const listener = (request: BodiedRequest, response: Parameters<Listener>[1]) => {
    const isReady = connection.problem() === undefined && !isStopping && !jobs.isFull();
    const refusal = refusalOf(request, request.rawBody, { isReady, now: Date.now() });
    if (refusal === undefined) {
      bolt.listener?.(request, response);
      return;
    }
    response.writeHead(refusal.status, { 'content-length': 0, ...refusal.headers });
    response.end();
  };

  await withTimeout(connection.attempted, FIRST_ATTEMPT_MS).catch(() => undefined);
  return {
    name: 'slack',
    notReady: connection.problem,
    routes: bolt.listener === undefined ? {} : { '/slack/': listener },
    stop: async () => {
      isStopping = true;
      connection.stop();
      await bolt.disconnect();
      await jobs.drain(STOP_MS);
      await network.close();
    },
  };
}
