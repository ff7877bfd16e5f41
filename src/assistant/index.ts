import type { Ask, Reply } from '../core/index.ts';
import { createMemory } from './memory.ts';
import type { Memory } from './memory.ts';

export { createMemory, follow } from './memory.ts';
export type { Memory } from './memory.ts';

/** All that a channel is given of the bot. */
export interface Assistant {
  /** Answers a message; `conversation` is any string that stays the same through one conversation. */
  readonly reply: (message: { readonly conversation: string; readonly text: string }) => Promise<Reply>;
}

/** Puts a conversation's memory around the pure core. */
export function createAssistant(ask: Ask, memory: Memory = createMemory()): Assistant {
  return {
    // Async, so that a fault in the core is a rejected promise like any other.
    // eslint-disable-next-line @typescript-eslint/require-await
    reply: async ({ conversation, text }) => {
      const previous = memory.recall(conversation);
      const reply = ask({ text, ...(previous !== undefined && { previous }) });
      memory.remember(conversation, reply);
      return reply;
    },
  };
}
