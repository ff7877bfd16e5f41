import { at, textAt } from './payload.ts';

/** What went wrong in a call to Slack, without what was in the call. */
export interface Fault {
  /** In some words, for the log and `/readyz`. */
  readonly reason: string;
  /** Whether the same call may succeed a moment later, and cannot have succeeded already. */
  readonly isPassing: boolean;
  /** Seconds that Slack asks to wait. */
  readonly after?: number;
}

/** Platform errors of Slack that are not about the call: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const PASSING = ['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited', 'request_timeout'];
const CUT_OFF = 'TimeoutError';

/** Reads the errors of `@slack/web-api` (by their fields), of fetch, and of a refused `response_url`. */
export function faultOf(thrown: unknown): Fault {
  const error = isCallFault(thrown) ? at(thrown, 'cause') : thrown;
  const platform = textAt(error, 'data', 'error');
  if (platform !== '') return { reason: platform, isPassing: PASSING.includes(platform) };
  const after = at(error, 'retryAfter');
  if (typeof after === 'number') return { reason: 'rate limited', isPassing: true, after };
  const status = at(error, 'statusCode');
  if (typeof status === 'number') return { reason: `HTTP ${status}`, isPassing: status >= 500 };
  const chain = [error, at(error, 'cause'), at(error, 'original'), at(error, 'cause', 'cause')];
  // A call that took too long may have been done: doing it again could say everything twice.
  const isSlow = chain.some((link) => textAt(link, 'name') === CUT_OFF);
  if (isSlow) return { reason: 'no answer in time', isPassing: false };
  const code = [...chain]
    .reverse()
    .map((link) => textAt(link, 'code'))
    .find((text) => text !== '');
  return { reason: code ?? 'unknown error', isPassing: code !== undefined };
}

/** For what took too long. */
export function slow(): Error {
  return Object.assign(new Error('no answer in time'), { name: CUT_OFF });
}

/** A refusal of a `response_url`, with the fields that `faultOf` reads; `error` is Slack's word for it. */
export function refusal(status: number, retryAfter: string | null, error?: string): Error {
  const isSaid = error !== undefined && status < 500;
  const why = isSaid ? { data: { error } } : { statusCode: status };
  const fields = status === 429 ? { retryAfter: Number(retryAfter ?? 1) || 1 } : why;
  return Object.assign(new Error(`response_url: HTTP ${status}`), fields);
}

/** How patient calls are, in milliseconds. */
export interface Patience {
  /** For one call. */
  readonly timeout: number;
  /** Before the second try; twice as long before the third. */
  readonly pause: number;
  /** Longest wait that Slack may ask for before a next try. */
  readonly longest: number;
}

export const PATIENCE: Patience = { timeout: 5_000, pause: 300, longest: 10_000 };
const TRIES = 3;
const CALL_FAULT = 'SlackCallFault';

/** Makes a call, at most `most` times. What it rejects with in the end is a call fault. */
export async function persist<T>(
  call: () => Promise<T>,
  { pause, longest }: Patience,
  most = TRIES,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const { isPassing, after = 0 } = faultOf(error);
      const wait = after > 0 ? after * 1_000 : jitter(pause * 2 ** (tries - 1));
      if (!isPassing || tries >= most || wait > longest) {
        throw Object.assign(new Error('a call to Slack failed', { cause: error }), { name: CALL_FAULT });
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Whether it was Slack that failed, and not the bot. */
export function isCallFault(error: unknown): boolean {
  return textAt(error, 'name') === CALL_FAULT;
}

/** Between half and one and a half times: so that replicas do not all come back at once. */
export function jitter(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}
