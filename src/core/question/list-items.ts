import { tokensOf } from './normalize.ts';
import type { Sentence } from './normalize.ts';

const LIST_ITEM = /^[^\S\n]*(?:[-*•]|\(?(?:\d|[a-c])[.)])[^\S\n]+(?=\S)/mu;

/** Returns the items of a message that is a list, each as one sentence; `undefined` for any other message. */
export function listItems(text: string): readonly Sentence[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const items = lines.filter((line) => LIST_ITEM.test(line));
  if (items.length < 2 || items.length < lines.length - 1) return undefined;
  return items.map((line) => ({ tokens: tokensOf(line.replace(LIST_ITEM, '')), isQuestion: true }));
}
