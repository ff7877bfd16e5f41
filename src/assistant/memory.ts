import type { Previous, Reply } from '../core/index.ts';

/** What a conversation was about, for follow-ups. In this process only, for a short time, and never the text. */
export interface Memory {
  readonly recall: (conversation: string) => Previous | undefined;
  readonly remember: (conversation: string, reply: Reply) => void;
}

const THIRTY_MINUTES = 30 * 60_000;
const MOST_CONVERSATIONS = 10_000;

/** A memory of the latest conversations; the one unused longest is forgotten first. */
export function createMemory(
  now: () => number = Date.now,
  most = MOST_CONVERSATIONS,
  lifetime = THIRTY_MINUTES,
): Memory {
  const conversations = new Map<string, { readonly previous: Previous; readonly until: number }>();
  const recall = (conversation: string): Previous | undefined => {
    const known = conversations.get(conversation);
    if (known === undefined) return undefined;
    if (known.until > now()) return known.previous;
    conversations.delete(conversation);
    return undefined;
  };
  return {
    recall,
    remember: (conversation, reply) => {
      const previous = follow(recall(conversation), reply);
      conversations.delete(conversation);
      conversations.set(conversation, { previous, until: now() + lifetime });
      const [oldest] = conversations.keys();
      if (conversations.size > most && oldest !== undefined) conversations.delete(oldest);
    },
  };
}

/** What to remember after a reply: the last entry, with its words, stays when the reply answered none. */
export function follow(previous: Previous | undefined, reply: Reply): Previous {
  const answered = reply.kind === 'social' ? undefined : reply.entry;
  const entry = answered ?? previous?.entry;
  const kept = answered === undefined || answered === previous?.entry ? previous?.words : undefined;
  const words = answered === undefined ? kept : (reply.words ?? kept);
  return {
    ...(entry !== undefined && { entry }),
    ...(words !== undefined && { words }),
    missed: reply.kind === 'unknown',
    language: reply.language,
  };
}
