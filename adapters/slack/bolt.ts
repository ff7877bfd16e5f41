import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { AckFn } from '@slack/bolt';
import type { Log } from '../../src/shared/log.ts';
import type { CallPolicy } from '../../src/shared/retry.ts';
import { TimeoutError, withTimeout } from '../../src/shared/with-timeout.ts';
import type { Handlers } from './handlers.ts';
import { withRetries } from './calls.ts';
import type { SlackApi } from './calls.ts';
import type { Connect } from './reconnect.ts';
import { loggerFor } from './logger.ts';
import { ENDPOINT } from './manifest.ts';
import type { Network } from './network.ts';
import { kindOf } from './payload-kind.ts';
import type { SlackSettings } from './settings.ts';
import type { Options } from './suggestions.ts';

/** What the Bolt app is made with. */
export interface BoltParts {
  readonly settings: SlackSettings;
  readonly handlers: Handlers;
  /** Returns the options for what was typed in a select: the acknowledgement of `block_suggestion`. */
  readonly options: (body: unknown) => Promise<Options>;
  /** Runs a handler after the acknowledgement. */
  readonly run: (job: () => Promise<void>) => void;
  /** Called for each event that did not reach a handler. */
  readonly lost: () => void;
  readonly network: Network;
  readonly callPolicy: CallPolicy;
  readonly log: Log;
}

/** The part of Slack's SDK that the channel uses; only this file imports it. */
export interface Bolt {
  /** Handles requests over HTTP; absent in Socket Mode. */
  readonly listener?: (request: IncomingMessage, response: ServerResponse) => void;
  readonly connect: Connect;
  readonly disconnect: () => Promise<void>;
}

/** Timeout for Slack's `hello` on a new socket. */
const GREETING_MS = 15_000;
/** Bolt's default of 5 s breaks slow connections: https://github.com/slackapi/bolt-js/issues/1906 */
const PONG_MS = 20_000;

/** Creates the Bolt app; connects to nothing yet. */
export function createBolt(parts: BoltParts): Bolt {
  const { settings, handlers, options, run, lost, network, callPolicy, log } = parts;
  const { botToken, signingSecret = '', appToken, apiUrl } = settings;
  const logger = { ...loggerFor(log), getLevel: () => LogLevel.INFO };
  const clientOptions = {
    slackApiUrl: apiUrl,
    fetch: network.fetch,
    // `withRetries` retries instead.
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
          // Handlers run after the acknowledgement, so an error here means that Bolt cannot read the content
          // (`"user": null`). Bolt itself answers 500, after which Slack would send the event again.
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
          // Its own reconnecting ends the process when Slack is down: a rejection of `start` is not handled.
          autoReconnectEnabled: false,
          installerOptions: { clientOptions },
        });
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    // Otherwise a failing `auth.test` ends the process, or every event gets 401 until a restart.
    deferInitialization: true,
  });

  // One middleware instead of a listener for each kind: Bolt tries all listeners for each event, and an event that none
  // acknowledges waits three seconds.
  app.use(async (event) => {
    const { body, client } = event;
    if ('options' in event) {
      // Bolt's type wants a response for selects in messages, blocks and dialogs at once.
      const ack = event.ack as (response: Options) => Promise<void>;
      await ack(await options(body));
      return;
    }
    const kind = kindOf(body);
    const acknowledge = 'ack' in event ? (event.ack as AckFn<unknown> | undefined) : undefined;
    if (kind === 'submission') {
      // What a modal shows next is in the acknowledgement.
      await acknowledge?.(handlers.submission(body));
      return;
    }
    await acknowledge?.();
    if (kind !== undefined) run(() => handlers[kind](body, withRetries(apiOf(client), callPolicy)));
  });
  app.error((error) => {
    log.error({ code: error.code, cause: error.stack?.slice(0, 2_000) }, 'an event could not be handled');
    lost();
    return Promise.resolve();
  });

  if (receiver instanceof SocketModeReceiver) {
    const { client } = receiver;
    catchSocketErrors(client, log);
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
      disconnect: () => withTimeout(client.disconnect(), 1_000).then(noop, noop),
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

  function apiOf(client: typeof app.client): SlackApi {
    return {
      post: (message) => client.chat.postMessage({ ...message }),
      open: (trigger_id, view) => client.views.open({ trigger_id, view }),
      push: (trigger_id, view) => client.views.push({ trigger_id, view }),
      update: (view_id, view) => client.views.update({ view_id, view }),
      publish: (user_id, view) => client.views.publish({ user_id, view }),
    };
  }
}

const noop = () => undefined;

/** Whether an error of Bolt means that Slack refuses the token. */
function isUnauthorized(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'slack_bolt_authorization_error';
}

/** Handles rejections of the SDK's own socket listener: an unexpected message would end the process. */
function catchSocketErrors(client: InstanceType<typeof SocketModeReceiver>['client'], log: Log): void {
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
