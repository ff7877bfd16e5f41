import { request as overHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { CallError, retry } from '../../src/shared/retry.ts';
import type { CallErrorOptions, CallPolicy } from '../../src/shared/retry.ts';

/** A call to Teams. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The total stays below the 15 s after which Teams sends an unanswered message again. It includes delays that Teams asks
 * for, so those need no limit of their own (`maxDelay`).
 */
export const CALL_POLICY: TeamsCallPolicy = {
  timeout: 5_000,
  maxAttempts: 4,
  firstDelay: 500,
  maxDelay: Infinity,
  maxTotal: 12_000,
};

/** A `CallPolicy` that limits the total. */
export type TeamsCallPolicy = CallPolicy & { readonly maxTotal: number };

/** Bytes; the response of Teams is the id of the message. */
const MAX_RESPONSE = 64 * 1024;
/**
 * The statuses that Teams asks to retry. After any other failure the message may have arrived, and would arrive twice.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([412, 429, 502, 504]);
/** Error codes of a request that was not sent. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Calls Teams and returns the body of the response. Follows no redirects.
 * @throws {CallError} with a status, a code of the network or `timeout` as its reason
 */
export async function callTeams(call: Call, policy: TeamsCallPolicy): Promise<string> {
  const end = performance.now() + policy.maxTotal;
  return retry((attempts) => {
    const timeout = Math.max(1, Math.min(policy.timeout, end - performance.now()));
    // It takes whole milliseconds only.
    return post(call, AbortSignal.timeout(Math.ceil(timeout)), attempts);
  }, policy);
}

function post({ url, method, headers, body }: Call, signal: AbortSignal, attempts: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string, options: CallErrorOptions = {}) => {
      reject(new CallError(signal.aborted ? 'timeout' : reason, { ...options, attempts }));
    };
    const send = new URL(url).protocol === 'https:' ? overHttps : overHttp;
    const length = String(Buffer.byteLength(body));
    const request = send(url, { method, headers: { ...headers, 'content-length': length }, signal });
    request.on('response', (response) => {
      read(response).then(
        (text) => {
          const status = response.statusCode ?? 0;
          if (status < 300) {
            resolve(text);
            return;
          }
          const retryAfter = Number(response.headers['retry-after'] ?? 0);
          fail(String(status), {
            retryable: RETRYABLE_STATUSES.has(status),
            retryAfterSeconds: retryAfter > 0 && Number.isFinite(retryAfter) ? retryAfter : 0,
          });
        },
        () => {
          fail('ECONNRESET');
        },
      );
    });
    request.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      // A connection that broke is not retried: the message may have arrived. Node keeps an idle connection for 5 s only,
      // so the other side seldom closes it first.
      fail(code, { retryable: !signal.aborted && NOT_CONNECTED.has(code) });
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_RESPONSE) throw new RangeError('the response is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
