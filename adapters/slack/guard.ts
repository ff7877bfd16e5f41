import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { ENDPOINT } from './manifest.ts';
import { at, textAt } from './payload.ts';

/** A request that Bolt shall not see: its status, and headers that say more. */
export interface Refused {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Seconds that Slack's clock may be ahead of ours; Bolt itself refuses what is older than this. */
const MOST_AHEAD = 300;
const FORM = 'application/x-www-form-urlencoded';
const INTERACTIONS = ['block_actions', 'shortcut', 'message_action', 'view_submission', 'view_closed'];

/**
 * What Bolt 5.1 does wrong with: `null` as a body ends the process, bodies that are no known event wait three seconds
 * for an answer, and a timestamp in the future is taken as good. `isReady` says whether events can be served; the
 * checks of address and certificate always can. Signatures are Bolt's to check.
 */
export function refused(
  request: Pick<IncomingMessage, 'url' | 'method' | 'headers'>,
  body: Buffer,
  { isReady, now }: { readonly isReady: boolean; readonly now: number },
): Refused | undefined {
  if ((request.url ?? '').split('?', 1)[0] !== ENDPOINT) return { status: 404 };
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type !== FORM && type !== 'application/json') return { status: 415 };
  // Bolt knows a form by this header, to the letter.
  request.headers['content-type'] = type;
  const event = parsed(body.toString(), type);
  // Slack's word that it holds events back asks for no answer; a refusal would count as a failed delivery.
  if (textAt(event, 'type') === 'app_rate_limited') return { status: 200 };
  const isCheck = textAt(event, 'ssl_check') === '1' || textAt(event, 'type') === 'url_verification';
  if (!isCheck && !isEvent(event)) return { status: 400 };
  if (Number(request.headers['x-slack-request-timestamp'] ?? 0) > now / 1_000 + MOST_AHEAD) {
    return { status: 401 };
  }
  if (!isReady && !isCheck) return { status: 503, headers: { 'retry-after': '5' } };
  return undefined;
}

function parsed(text: string, type: string): unknown {
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
  // Bolt takes anything with a name for a question after options of a menu, which this app has none of.
  if (INTERACTIONS.includes(type)) return textAt(body, 'user', 'id') !== '' && at(body, 'name') === undefined;
  return type === '' && textAt(body, 'command') !== '';
}
