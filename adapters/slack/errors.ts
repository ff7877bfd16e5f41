import { CallError } from '../../src/shared/retry.ts';
import { isTimeout } from '../../src/shared/with-timeout.ts';
import { at, textAt } from './payload.ts';

/** Errors of Slack itself, not of the call: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const RETRYABLE = ['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited', 'request_timeout'];

/**
 * Returns what Slack's SDK, `fetch` or the network threw as a `CallError`; one is returned as it is. Errors of
 * `@slack/web-api` are read by their fields, because only `bolt.ts` imports the SDK.
 */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const options = { cause: thrown };
  const platform = textAt(thrown, 'data', 'error');
  if (platform !== '') return platformError(platform, options);
  const retryAfter = at(thrown, 'retryAfter');
  if (typeof retryAfter === 'number') return rateLimited(retryAfter, options);
  const status = at(thrown, 'statusCode');
  if (typeof status === 'number') return httpError(status, options);
  const chain = [at(thrown, 'cause', 'cause'), at(thrown, 'original'), at(thrown, 'cause'), thrown];
  // A call that timed out may have been done: repeating it could post a message twice.
  if (chain.some(isTimeout)) return new CallError('timeout', options);
  const code = chain.map((error) => textAt(error, 'code')).find((text) => text !== '');
  return new CallError(code ?? 'unknown error', { ...options, retryable: code !== undefined });
}

/** The error for a response to a message sent to a `response_url`; `error` is the code in its body. */
export function responseError({ status, headers }: Response, error: string | undefined): CallError {
  if (status === 429) return rateLimited(Number(headers.get('retry-after') ?? 1) || 1);
  return error !== undefined && status < 500 ? platformError(error) : httpError(status);
}

function platformError(error: string, options: ErrorOptions = {}): CallError {
  return new CallError(error, { ...options, retryable: RETRYABLE.includes(error) });
}

function rateLimited(retryAfterSeconds: number, options: ErrorOptions = {}): CallError {
  return new CallError('rate limited', { ...options, retryable: true, retryAfterSeconds });
}

function httpError(status: number, options: ErrorOptions = {}): CallError {
  return new CallError(`HTTP ${status}`, { ...options, retryable: status >= 500 });
}
