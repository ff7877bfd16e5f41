import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { ENDPOINT } from './manifest.ts';
import { at, textAt } from './payload.ts';

/** The response to a request that is not passed to Bolt. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Seconds that a timestamp may be in the future; Bolt refuses those as far in the past. */
const MAX_CLOCK_SKEW_S = 300;
const FORM = 'application/x-www-form-urlencoded';
const INTERACTIONS = [
  'block_actions',
  'block_suggestion',
  'shortcut',
  'message_action',
  'view_submission',
  'view_closed',
];

/**
 * Refuses requests that Bolt 5.1 handles wrongly: a body of `null` ends the process, a body that is no known event is
 * answered after three seconds, and a timestamp in the future is accepted. Returns `undefined` for a request that Bolt may
 * handle; Bolt checks its signature. Reduces the `content-type` header to the bare media type, the only form that Bolt
 * recognises.
 * @param isReady whether events can be handled; `url_verification` and `ssl_check` always can
 */
export function refusalOf(
  request: Pick<IncomingMessage, 'url' | 'method' | 'headers'>,
  body: Buffer,
  { isReady, now }: { readonly isReady: boolean; readonly now: number },
): Refusal | undefined {
  if ((request.url ?? '').split('?', 1)[0] !== ENDPOINT) return { status: 404 };
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type !== FORM && type !== 'application/json') return { status: 415 };
  request.headers['content-type'] = type;
  const event = parseBody(body.toString(), type);
  // Slack announces that it limits the rate of events. A refusal would count as a failed delivery.
  if (textAt(event, 'type') === 'app_rate_limited') return { status: 200 };
  const isCheck = textAt(event, 'ssl_check') === '1' || textAt(event, 'type') === 'url_verification';
  if (!isCheck && !isEvent(event)) return { status: 400 };
  if (Number(request.headers['x-slack-request-timestamp'] ?? 0) > now / 1_000 + MAX_CLOCK_SKEW_S) {
    return { status: 401 };
  }
  if (!isReady && !isCheck) return { status: 503, headers: { 'retry-after': '5' } };
  return undefined;
}

function parseBody(text: string, type: string): unknown {
  try {
    if (type !== FORM) return JSON.parse(text);
    const form = parse(text);
    return typeof form['payload'] === 'string' ? JSON.parse(form['payload']) : form;
  } catch {
    return undefined;
  }
}

function isEvent(body: unknown): boolean {
  const type = textAt(body, 'type');
  if (type === 'event_callback') return textAt(body, 'event', 'type') !== '';
  if (type === 'block_actions' && typeof at(body, 'actions', 0) !== 'object') return false;
  // Bolt takes anything with a `name` for a request for the options of a menu in a legacy attachment, which this app has not.
  if (INTERACTIONS.includes(type)) return textAt(body, 'user', 'id') !== '' && at(body, 'name') === undefined;
  return type === '' && textAt(body, 'command') !== '';
}
