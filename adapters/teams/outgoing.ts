import { request as overHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

/** A call to Teams. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Times in milliseconds. */
export interface Pace {
  /** For one try. */
  readonly timeout: number;
  /** Wait before the second try; doubles each time, and a part of it is left to chance. */
  readonly backOff: number;
  /** For all tries together: Teams sends a message again when it is not answered within 15 s. */
  readonly total: number;
}

export const PACE: Pace = { timeout: 5_000, backOff: 500, total: 12_000 };

const MOST_TRIES = 4;
/** Teams answers with the id of the message. */
const MOST_ANSWER = 64 * 1024;
/**
 * What Teams asks to try again. Other failures are not: the message may have arrived, and nobody wants it twice.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const AGAIN: ReadonlySet<number> = new Set([412, 429, 502, 504]);
/** The request never left. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Why a call failed, in a word for the log: a status or the code of a network error; never an address or content. */
export interface Failure {
  readonly reason: string;
  readonly tries: number;
}

/** Calls Teams, within the pace. Never rejects, follows no redirects. */
export async function deliver(call: Call, pace: Pace): Promise<Answer | Failure> {
  const end = Date.now() + pace.total;
  for (let tries = 1; ; tries += 1) {
    const left = end - Date.now();
    const outcome = await attempt(call, Math.min(pace.timeout, left));
    if (outcome.status !== undefined && outcome.status < 300) {
      return { status: outcome.status, body: outcome.body };
    }
    const pause = Math.max(outcome.retryAfter, pace.backOff * 2 ** (tries - 1) * (0.5 + Math.random() / 2));
    if (!outcome.again || tries === MOST_TRIES || Date.now() + pause >= end) {
      return { reason: outcome.reason, tries };
    }
    await wait(pause);
  }
}

export const isFailure = (outcome: Answer | Failure): outcome is Failure => 'reason' in outcome;

interface Outcome {
  readonly status?: number;
  readonly body: string;
  readonly reason: string;
  readonly again: boolean;
  /** Milliseconds. */
  readonly retryAfter: number;
}

function attempt({ url, method, headers, body }: Call, timeout: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (reason: string, again: boolean) => {
      resolve({ body: '', reason, again, retryAfter: 0 });
    };
    const signal = AbortSignal.timeout(Math.max(1, timeout));
    const send = new URL(url).protocol === 'https:' ? overHttps : overHttp;
    const length = String(Buffer.byteLength(body));
    const request = send(url, { method, headers: { ...headers, 'content-length': length }, signal });
    request.on('response', (response) => {
      read(response).then(
        (text) => {
          const status = response.statusCode ?? 0;
          const seconds = Number(response.headers['retry-after'] ?? 0);
          const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
          resolve({ status, body: text, reason: String(status), again: AGAIN.has(status), retryAfter });
        },
        () => {
          failed(signal.aborted ? 'timeout' : 'ECONNRESET', false);
        },
      );
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) {
        failed('timeout', false);
        return;
      }
      const { code = 'unknown' } = error;
      // Not a connection that broke: the message may have arrived. Node keeps an idle one for 5 s only, so that the other
      // side seldom closes it first.
      failed(code, NOT_CONNECTED.has(code));
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_ANSWER) throw new RangeError('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
