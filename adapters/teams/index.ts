import type { ServerResponse } from 'node:http';
import type { BodiedRequest, Channel } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { createPseudonymize } from '../../src/shared/pseudonymize.ts';
import type { JsonObject } from './activity.ts';
import { createBot } from './bot.ts';
import type { Credentials, TransportParts } from './transport.ts';
import { isLoopback, readActivity, trustsLoopback, trustsTeams } from './guard.ts';
import type { Trusts } from './guard.ts';
import { isLost, reportLost } from './report-lost.ts';
import { CALL_POLICY } from './calls.ts';
import type { TeamsCallPolicy } from './calls.ts';
import { refuseReplays } from './replay.ts';
import { refuseOtherTenants } from './tenant.ts';
import type { TeamsAssistant } from './texts.ts';

/** Replaces Microsoft's keys, sign-in, addresses and timeouts, in tests. */
export interface TeamsParts extends Pick<TransportParts, 'openIdUrl' | 'fetchToken'> {
  readonly trusts?: Trusts;
  readonly callPolicy?: Partial<TeamsCallPolicy>;
}

const PATH = '/api/messages';
/** Simultaneous turns, each waiting for Teams: more than any organisation needs, and few enough for memory. */
const MAX_TURNS = 500;

/**
 * Opens the channel. Loads the SDK (0.6 s) and waits for no answer of Microsoft.
 * @throws when a setting is empty: without an app id the SDK would check no tokens
 */
export async function createTeams(
  settings: Credentials,
  { assistant, log }: { readonly assistant: TeamsAssistant; readonly log: Log },
  parts: TeamsParts = {},
): Promise<Channel> {
  const isLocal = settings.type === 'local';
  const channels = isLocal ? ['msteams', 'emulator'] : ['msteams'];
  const trusts = parts.trusts ?? (isLocal ? trustsLoopback : trustsTeams);
  const { createTransport } = await import('./botbuilder.ts');
  // Pseudonyms are equal in every replica, and change with the secret.
  const bot = reportLost(createBot(assistant, createPseudonymize(JSON.stringify(settings))), assistant.lost);
  const transport = createTransport({
    credentials: settings,
    // The playground has a tenant of its own and may repeat messages.
    onTurn: isLocal ? bot : refuseOtherTenants(refuseReplays(bot, log), settings.tenantId, log),
    log,
    callPolicy: { ...CALL_POLICY, ...parts.callPolicy },
    openIdUrl: parts.openIdUrl,
    fetchToken: parts.fetchToken,
  });
  let running = 0;

  return {
    name: 'teams',
    notReady: transport.notReady,
    stop: () => {
      transport.stop();
      return Promise.resolve();
    },
    routes: {
      [PATH]: (request, response) => {
        void answer(request, response);
      },
    },
  };

  async function answer(request: BodiedRequest, response: ServerResponse): Promise<void> {
    const status = refusal(request);
    if (status !== undefined) {
      end(response, status);
      return;
    }
    const activity = readActivity(request.rawBody, channels, trusts);
    if (typeof activity === 'number') {
      end(response, activity);
      return;
    }
    running += 1;
    const outcome = await transport.receive(activity, request.headers.authorization ?? '');
    running -= 1;
    // If Teams closed the request, only a response body is lost: messages are sent in calls of their own.
    if (isLost(outcome) || (response.destroyed && outcome.body !== undefined)) assistant.lost();
    end(response, outcome.status, outcome.body);
  }

  /** The status of a request that is refused without reading its body. */
  function refusal({ method, url, headers, socket }: BodiedRequest): number | undefined {
    if (url?.split('?', 1)[0] !== PATH) return 404;
    if (method !== 'POST') return 405;
    // An `origin` means a page in a browser, which is not the playground.
    if (isLocal && (!isLoopback(socket.remoteAddress ?? '') || headers.origin !== undefined)) return 403;
    if (!isLocal && !/^Bearer [\w-]+\.[\w-]+\.[\w-]*$/.test(headers.authorization ?? '')) return 401;
    return running >= MAX_TURNS ? 503 : undefined;
  }
}

function end(response: ServerResponse, status: number, body?: JsonObject): void {
  if (response.destroyed) return;
  if (status === 405) response.setHeader('allow', 'POST');
  if (body === undefined) {
    response.writeHead(status, { 'content-length': 0 });
    response.end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
