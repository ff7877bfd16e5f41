import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Reply } from '../../src/core/index.ts';

/** A question with its reply. */
export interface Turn {
  /** What the person typed; absent when a button was pressed, because the reply holds the question then. */
  readonly question?: string;
  readonly reply: Reply;
  readonly conversation: string;
}

/** Puts turns in an address, and reads them from it. */
export interface TurnSeal {
  readonly seal: (turn: Turn) => Promise<string>;
  /** Returns `undefined` for a token that was changed, is too old, or was sealed with another secret. */
  readonly open: (token: string) => Promise<Turn | undefined>;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Milliseconds; as long as a conversation is remembered. */
const LIFETIME = 30 * 60_000;
/** Letters of the question that are shown again: an address must fit in the headers of a proxy, usually 8 KB. */
const MAX_QUESTION = 500;
/** Bytes. A reply takes some 3 KB. */
const MAX_OUTPUT = 256 * 1024;

/**
 * Returns the seal with secrets of 32 bytes in base64url, of which the first is used to seal. Without JavaScript, the answer to
 * a form must have an address: browsers repeat a form, or show an error, when somebody reloads its answer or goes back to it.
 * The turn is in that address, encrypted, so that neither the history of the browser nor the log of a proxy can be read,
 * nothing is kept here, and nobody can make an address that shows an answer of their own.
 */
export function createTurnSeal(
  secrets: () => Promise<readonly string[]>,
  now: () => number = Date.now,
): TurnSeal {
  const keys = async () => (await secrets()).map((secret) => Buffer.from(secret, 'base64url'));
  return {
    seal: async ({ question, ...turn }) => {
      const shown = question === undefined ? {} : { question: shorten(question) };
      const text = JSON.stringify({ ...turn, ...shown, until: now() + LIFETIME });
      const [key] = await keys();
      if (key === undefined) throw new TypeError('there is no secret');
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv);
      const sealed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: async (token) => {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
      for (const key of await keys()) {
        const opened = openWith(key, bytes);
        if (opened !== undefined) return opened.until > now() ? opened.turn : undefined;
      }
      return undefined;
    },
  };
}

/** Returns what was sealed with this key; `undefined` when it was not. */
function openWith(key: Buffer, bytes: Buffer): { readonly turn: Turn; readonly until: number } | undefined {
  try {
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), options);
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const packed = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const text = inflateRawSync(packed, { maxOutputLength: MAX_OUTPUT }).toString('utf8');
    // Authentic: made by `seal`.
    const { until, ...turn } = JSON.parse(text) as Turn & { readonly until: number };
    return { turn, until };
  } catch {
    return undefined;
  }
}

function shorten(question: string): string {
  const letters = Array.from(question.slice(0, 2 * MAX_QUESTION));
  return letters.length <= MAX_QUESTION ? letters.join('') : `${letters.slice(0, MAX_QUESTION).join('')}…`;
}
