import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { Log } from '../../src/shared/log.ts';
import type { CallPolicy } from '../../src/shared/retry.ts';
import { TimeoutError, withTimeout } from '../../src/shared/with-timeout.ts';
import type { Handlers } from './answer.ts';
import { withRetries } from './calls.ts';
import type { Api } from './calls.ts';
import type { Connect } from './reconnect.ts';
import { ENDPOINT } from './manifest.ts';
import type { Network } from './network.ts';
import { kindOf } from './kind.ts';
import type { SlackSettings } from './settings.ts';

export interface BoltParts {
  readonly settings: SlackSettings;
  readonly handlers: Handlers;
  /** Runs a handler after the acknowledgement. */
  readonly run: (job: () => Promise<void>) => void;
  /** Hears of each event that did not come to a handler. */
  readonly lost: () => void;
  readonly network: Network;
  readonly callPolicy: CallPolicy;
  readonly log: Log;
}

/** Slack's SDK, in this file only. */
export interface Bolt {
  /** Takes requests over HTTP; absent in Socket Mode. */
  readonly listener?: (request: IncomingMessage, response: ServerResponse) => void;
  readonly connect: Connect;
  readonly disconnect: () => Promise<void>;
}

/** Longest wait for Slack's greeting on a new socket. */
const GREETING_MS = 15_000;
/** Bolt's 5 s breaks connections that are slow: https://github.com/slackapi/bolt-js/issues/1906 */
const PONG_MS = 20_000;

export function createBolt({ settings, handlers, run, lost, network, callPolicy, log }: BoltParts): Bolt {
  const { botToken, signingSecret = '', appToken, apiUrl } = settings;
  const logger = loggerFor(log);
  const clientOptions = {
    slackApiUrl: apiUrl,
    fetch: network.fetch,
    // `withRetries` repeats calls.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger,
  };
  const receiver =
    appToken === undefined
      ? new HTTPReceiver({
          signingSecret,
          endpoints: ENDPOINT,
          logger,
          // Handlers run behind the acknowledgement, so what fails here is Bolt reading content that is not as it expects
          // (`"user": null`). Its own answer is 500, which Slack would send again.
          processEventErrorHandler: ({ error, response }) => {
            if (response.headersSent) return Promise.resolve(false);
            response.writeHead(isUnauthorized(error) ? 401 : 400, { 'content-length': 0 }).end();
            return Promise.resolve(false);
          },
        })
      : new SocketModeReceiver({
          appToken,
          logger,
          dispatcher: network.dispatcher,
          clientPingTimeout: PONG_MS,
          // Its own way to connect again ends the process when Slack is down: `start` rejects and nobody listens.
          autoReconnectEnabled: false,
          installerOptions: { clientOptions },
        });
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    // Without it a failing check of the token ends the process, or answers 401 until a restart.
    deferInitialization: true,
  });

  // One step for whatever comes, instead of a listener for each kind: Bolt walks through all listeners for each event,
  // and what none of them acknowledges waits three seconds.
  app.use(async (event) => {
    if ('ack' in event) await event.ack?.();
    const kind = kindOf(event.body);
    const { body, client } = event;
    if (kind !== undefined) run(() => handlers[kind](body, withRetries(apiOf(client), callPolicy)));
  });
  app.error((error) => {
    log.error({ code: error.code, cause: error.stack?.slice(0, 2_000) }, 'an event could not be handled');
    lost();
    return Promise.resolve();
  });

  if (receiver instanceof SocketModeReceiver) {
    const { client } = receiver;
    calm(client, log);
    return {
      connect: async () => {
        await app.init();
        try {
          await withTimeout(client.start(), GREETING_MS);
        } catch (error) {
          if (error instanceof TimeoutError) void client.disconnect();
          throw error;
        }
        return { closed: new Promise((resolve) => client.once('disconnected', resolve)) };
      },
      disconnect: () => withTimeout(client.disconnect(), 1_000).then(ignore, ignore),
    };
  }
  return {
    listener: receiver.requestListener,
    connect: async () => {
      await app.init();
      return { closed: new Promise(() => undefined) };
    },
    disconnect: () => Promise.resolve(),
  };

  function apiOf(client: typeof app.client): Api {
    return {
      post: (message) => client.chat.postMessage({ ...message }),
      open: (trigger_id, view) => client.views.open({ trigger_id, view }),
      push: (trigger_id, view) => client.views.push({ trigger_id, view }),
      update: (view_id, view) => client.views.update({ view_id, view }),
      publish: (user_id, view) => client.views.publish({ user_id, view }),
    };
  }
}

const ignore = () => undefined;

/** Bolt's own word for a token that Slack does not take. */
function isUnauthorized(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'slack_bolt_authorization_error';
}

/** Slack's own listener for the socket rejects on a message that is not as it expects; that would end the process. */
function calm(client: InstanceType<typeof SocketModeReceiver>['client'], log: Log): void {
  const listeners = client.listeners('ws_message') as ((...message: unknown[]) => unknown)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const listener of listeners) {
      Promise.resolve(listener(...message)).catch(() => {
        log.warn({}, 'a message on the socket could not be read');
      });
    }
  });
}

const MOST_LOGGED = 200;

/** Only what goes wrong, and of that the first words: details of the SDK can hold what a person typed. */
function loggerFor(log: Log): Logger {
  const line = (message: unknown) =>
    String(message instanceof Error ? message.name : message)
      .split('\n', 1)[0]
      ?.slice(0, MOST_LOGGED) ?? '';
  return {
    debug: ignore,
    info: ignore,
    warn: (message: unknown) => {
      log.warn({ from: 'slack' }, line(message));
    },
    error: (message: unknown) => {
      log.error({ from: 'slack' }, line(message));
    },
    setLevel: ignore,
    getLevel: () => LogLevel.INFO,
    setName: ignore,
  };
}
