import { follow } from '../assistant/index.ts';
import type { Asker, Explained, Previous } from '../core/index.ts';
import type { Conversation } from './conversations.ts';

/** Asks the messages of a conversation in order, each in the context of those before it. Returns what each one got. */
export function converse({ explain }: Pick<Asker, 'explain'>, turns: Conversation): Explained[] {
  let previous: Previous | undefined;
  return turns.map((text) => {
    const explained = explain({ text, ...(previous !== undefined && { previous }) });
    previous = follow(previous, explained.reply);
    return explained;
  });
}
