import type { HomeView, ModalView } from '@slack/types';
import { CallError, retry } from '../../src/shared/retry.ts';
import type { CallPolicy } from '../../src/shared/retry.ts';
import { responseError, toCallError } from './errors.ts';
import type { Fetch } from './network.ts';
import type { RenderedMessage } from './render.ts';

/** At most 20 s for a message: three attempts, with the delays between them. */
export const CALL_POLICY: CallPolicy = {
  timeout: 5_000,
  maxAttempts: 3,
  firstDelay: 300,
  maxDelay: 10_000,
};

/** The methods of Slack's Web API that this channel calls, for the workspace that an event came from. */
export interface SlackApi {
  readonly post: (message: PostedMessage) => Promise<unknown>;
  readonly open: (trigger: string, view: ModalView) => Promise<unknown>;
  readonly push: (trigger: string, view: ModalView) => Promise<unknown>;
  readonly update: (id: string, view: ModalView) => Promise<unknown>;
  readonly publish: (user: string, view: HomeView) => Promise<unknown>;
}

/** A message to post. Links are not unfurled: a preview would show text that is not from the knowledge. */
export interface PostedMessage extends RenderedMessage {
  readonly channel: string;
  readonly thread_ts: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** A message to a `response_url`: https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
export interface ResponseMessage extends RenderedMessage {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original: boolean;
  readonly thread_ts?: string;
}

/** Sends a message to a `response_url`. Throws a `CallError`. */
export type Respond = (url: string, message: ResponseMessage) => Promise<void>;

/** Slack's errors for blocks that it refuses, even within its limits; it accepts the same message as text. */
const BLOCK_ERRORS = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/** The same API with retries; a message whose blocks Slack refuses is sent as text. Its methods throw a `CallError`. */
export function withRetries(api: SlackApi, policy: CallPolicy): SlackApi {
  const once: CallPolicy = { ...policy, maxAttempts: 1 };
  return {
    post: (message) => textIfRefused(message, (shown) => callSlack(() => api.post(shown), policy)),
    // A trigger id is valid for three seconds and can be used once.
    open: (trigger, view) => callSlack(() => api.open(trigger, view), once),
    push: (trigger, view) => callSlack(() => api.push(trigger, view), once),
    update: (id, view) => callSlack(() => api.update(id, view), policy),
    publish: (user, view) => callSlack(() => api.publish(user, view), policy),
  };
}

function callSlack<T>(call: () => Promise<T>, policy: CallPolicy): Promise<T> {
  return retry(async () => {
    try {
      return await call();
    } catch (error) {
      throw toCallError(error);
    }
  }, policy);
}

async function textIfRefused<T extends RenderedMessage>(message: T, send: (shown: T) => Promise<unknown>) {
  try {
    return await send(message);
  } catch (error) {
    if (!(error instanceof CallError && BLOCK_ERRORS.includes(error.reason))) throw error;
    return send({ ...message, blocks: [] });
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Creates the function that sends messages to a `response_url`.
 * @param apiUrl only a `response_url` on its host, or on `hooks.` of that host, is called
 */
export function createRespond(fetch: Fetch, apiUrl: string, policy: CallPolicy): Respond {
  const api = new URL(apiUrl);
  // In tests the API runs on this machine, which has more than one name.
  const hosts = LOOPBACK.includes(api.hostname) ? LOOPBACK : [api.hostname, `hooks.${api.hostname}`];
  return async (url, message) => {
    const address = URL.parse(url);
    if (address?.protocol !== api.protocol || !hosts.includes(address.hostname))
      throw new CallError('no address of Slack');
    const send = async (shown: ResponseMessage) => {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const body = JSON.stringify({ ...shown, unfurl_links: false, unfurl_media: false });
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error' });
      const error = /"error":\s*"(\w{1,60})"/.exec(await response.text())?.[1];
      if (!response.ok || error !== undefined) throw responseError(response, error);
    };
    await textIfRefused(message, (shown) => callSlack(() => send(shown), policy));
  };
}
