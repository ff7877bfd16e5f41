import { hash, randomBytes } from 'node:crypto';
import type { Ask, Question, Reply } from './types.ts';

/** Some 2 MB. */
const MAX_REPLIES = 500;

/**
 * Returns `ask` with an LRU cache of its replies, because many people ask the same. Questions are not kept: a reply is
 * found by a keyed hash of the question, and the key is lost with the process.
 */
export function withReplyCache(ask: Ask, maxReplies = MAX_REPLIES): Ask {
  const secret = randomBytes(32).toString('base64');
  const replies = new Map<string, Reply>();
  return (question) => {
    const key = keyOf(question, secret);
    const cached = replies.get(key);
    // A `Map` keeps the order of insertion: the first key is the least recently used.
    if (cached !== undefined) replies.delete(key);
    const reply = cached ?? ask(question);
    replies.set(key, reply);
    const [oldest] = replies.keys();
    if (replies.size > maxReplies && oldest !== undefined) replies.delete(oldest);
    return reply;
  };
}

/** Not an HMAC, which takes twenty times as long: length extension is no threat to a hash that never leaves the process. */
function keyOf({ text, previous }: Question, secret: string): string {
  return hash('sha256', JSON.stringify([secret, text, previous]), 'base64');
}
