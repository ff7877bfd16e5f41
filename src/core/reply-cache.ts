import { createLruCache } from '../shared/lru-cache.ts';
import type { Ask, Reply } from './types.ts';

/** Some 2 MB. */
const MAX_REPLIES = 500;

/** Returns `ask` with an LRU cache of replies, because many people ask the same. Questions are kept as pseudonyms only. */
export function withReplyCache(ask: Ask, max = MAX_REPLIES): Ask {
  const replies = createLruCache<Reply>({ max });
  return (question) => {
    const key = JSON.stringify([question.text, question.previous]);
    const cached = replies.get(key);
    if (cached !== undefined) return cached;
    const reply = ask(question);
    replies.set(key, reply);
    return reply;
  };
}
