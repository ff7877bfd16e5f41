import type { Sentence } from './normalize.ts';
import type { Lexicon } from './lexicon.ts';

/** Without greetings and signatures; the same list when there are none, or when they are all there is. */
export function withoutGreetings(all: readonly Sentence[], lexicon: Lexicon): readonly Sentence[] {
  const left = all
    .map((sentence) => ({ ...sentence, tokens: lexicon.withoutGreetings(sentence.tokens) }))
    .filter(({ tokens }) => tokens.length > 0);
  return left.length === 0 || countTokens(left) === countTokens(all) ? all : left;
}

function countTokens(list: readonly Sentence[]): number {
  return list.reduce((sum, { tokens }) => sum + tokens.length, 0);
}
