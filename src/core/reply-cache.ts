import { hash, randomBytes } from 'node:crypto';
import type { Ask, Question, Reply } from './types.ts';

/** Replies to so many of the latest different questions are kept: some 2 MB. */
const MOST_REPLIES = 500;

/**
 * Remembers replies, because many people ask the same. What was asked is not kept: a reply is found by a hash whose key
 * dies with the process.
 */
export function withMemo(ask: Ask, most = MOST_REPLIES): Ask {
  const secret = randomBytes(32).toString('base64');
  const replies = new Map<string, Reply>();
  return (question) => {
    const key = keyOf(question, secret);
    const known = replies.get(key);
    // Put last again, so that what is asked least goes first.
    if (known !== undefined) replies.delete(key);
    const reply = known ?? ask(question);
    replies.set(key, reply);
    const [oldest] = replies.keys();
    if (replies.size > most && oldest !== undefined) replies.delete(oldest);
    return reply;
  };
}

/** Not an HMAC, which takes twenty times as long: what it guards against cannot happen to a hash that nobody is shown. */
function keyOf({ text, previous }: Question, secret: string): string {
  return hash('sha256', JSON.stringify([secret, text, previous]), 'base64');
}
