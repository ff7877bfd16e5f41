import type { ServerResponse } from 'node:http';
import type { Assistant, BodiedRequest, Channel } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import type { JsonObject } from './activity.ts';
import { createBot } from './bot.ts';
import { createHide } from './read.ts';
import type { Credentials, TransportParts } from './transport.ts';
import { isLoopback, readActivity, trustsLoopback, trustsTeams } from './guard.ts';
import type { Trusts } from './guard.ts';
import { isLost, tellingLost } from './lost.ts';
import { CALL_POLICY } from './outgoing.ts';
import type { TeamsCallPolicy } from './outgoing.ts';
import { withoutReplays } from './replay.ts';
import { withoutOtherTenants } from './tenant.ts';

/** What tests put in the place of Microsoft: its keys, its sign-in, its addresses, and time. */
export interface TeamsParts extends Pick<TransportParts, 'openIdUrl' | 'fetchToken'> {
  readonly trusts?: Trusts;
  readonly callPolicy?: Partial<TeamsCallPolicy>;
}

const PATH = '/api/messages';
/** Turns that run at once, each waiting for Teams: more than any organisation asks, fewer than memory holds. */
const MOST_TURNS = 500;

/**
 * Teams. Loads the SDK, so some 0.6 s; nothing of Microsoft is waited for.
 * @throws when a setting is empty: without an id the SDK would let everybody in.
 */
export async function createTeams(
  settings: Credentials,
  { assistant, log }: { readonly assistant: Assistant; readonly log: Log },
  parts: TeamsParts = {},
): Promise<Channel> {
  const isLocal = settings.type === 'local';
  const channels = isLocal ? ['msteams', 'emulator'] : ['msteams'];
  const trusts = parts.trusts ?? (isLocal ? trustsLoopback : trustsTeams);
  const { createTransport } = await import('./botbuilder.ts');
  // The same in every replica, and another one when the secret is.
  const bot = tellingLost(createBot(assistant, createHide(JSON.stringify(settings))), assistant.lost);
  const transport = createTransport({
    credentials: settings,
    // The playground may send what it likes, whenever, and has a tenant of its own.
    onTurn: isLocal ? bot : withoutOtherTenants(withoutReplays(bot, log), settings.tenantId, log),
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
    // Teams may have gone away meanwhile; then only an answer in its body is lost, for messages travel by themselves.
    if (isLost(outcome) || (response.destroyed && outcome.body !== undefined)) assistant.lost();
    end(response, outcome.status, outcome.body);
  }

  /** What can be refused without reading what was sent. */
  function refusal({ method, url, headers, socket }: BodiedRequest): number | undefined {
    if (url?.split('?', 1)[0] !== PATH) return 404;
    if (method !== 'POST') return 405;
    // A page in a browser on this machine is no playground.
    if (isLocal && (!isLoopback(socket.remoteAddress ?? '') || headers.origin !== undefined)) return 403;
    if (!isLocal && !/^Bearer [\w-]+\.[\w-]+\.[\w-]*$/.test(headers.authorization ?? '')) return 401;
    return running >= MOST_TURNS ? 503 : undefined;
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
