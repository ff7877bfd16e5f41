import type { HomeView, ModalView } from '@slack/types';
import { faultOf, persist, refusal } from './faults.ts';
import type { Patience } from './faults.ts';
import type { Fetch } from './network.ts';
import type { Drawing } from './render.ts';

/** The methods of Slack's Web API that this channel calls, for the workspace that an event came from. */
export interface Api {
  readonly post: (message: Posted) => Promise<unknown>;
  readonly open: (trigger: string, view: ModalView) => Promise<unknown>;
  readonly push: (trigger: string, view: ModalView) => Promise<unknown>;
  readonly update: (id: string, view: ModalView) => Promise<unknown>;
  readonly publish: (user: string, view: HomeView) => Promise<unknown>;
}

/** Links are never unfolded: a preview would be text that is not the bot's. */
export interface Posted extends Drawing {
  readonly channel: string;
  readonly thread_ts: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** What a `response_url` takes: https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
export interface Responded extends Drawing {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original: boolean;
  readonly thread_ts?: string;
}

export type Respond = (url: string, message: Responded) => Promise<void>;

/** Slack's answers to a message that is too much for it after all; its words alone then still arrive. */
const TOO_MUCH = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/** Each call at most three times; what Slack refuses to draw is sent as text. */
export function patient(api: Api, patience: Patience): Api {
  const keep = <T>(call: () => Promise<T>) => persist(call, patience);
  return {
    post: (message) => orItsWords(message, (shown) => keep(() => api.post(shown))),
    // The triggers of these two live for three seconds and work once.
    open: (trigger, view) => persist(() => api.open(trigger, view), patience, 1),
    push: (trigger, view) => persist(() => api.push(trigger, view), patience, 1),
    update: (id, view) => keep(() => api.update(id, view)),
    publish: (user, view) => keep(() => api.publish(user, view)),
  };
}

/** A message; only its words when Slack does not take its blocks. */
async function orItsWords<T extends Drawing>(message: T, send: (shown: T) => Promise<unknown>) {
  try {
    return await send(message);
  } catch (error) {
    if (!TOO_MUCH.includes(faultOf(error).reason)) throw error;
    return send({ ...message, blocks: [] });
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** @param apiUrl says whose response addresses are called: those of Slack's hosts, never of another. */
export function createRespond(fetch: Fetch, apiUrl: string, patience: Patience): Respond {
  const api = new URL(apiUrl);
  // A machine calls itself by more than one name.
  const hosts = LOOPBACK.includes(api.hostname) ? LOOPBACK : [api.hostname, `hooks.${api.hostname}`];
  return async (url, message) => {
    const address = URL.parse(url);
    const isSlack = address?.protocol === api.protocol && hosts.includes(address.hostname);
    const send = async (shown: Responded) => {
      if (!isSlack) throw refusal(400, null, 'no address of Slack');
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const body = JSON.stringify({ ...shown, unfurl_links: false, unfurl_media: false });
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error' });
      const error = /"error":\s*"(\w{1,60})"/.exec(await response.text())?.[1];
      if (!response.ok || error !== undefined)
        throw refusal(response.status, response.headers.get('retry-after'), error);
    };
    await orItsWords(message, (shown) => persist(() => send(shown), patience));
  };
}
