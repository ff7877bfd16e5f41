import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './normalize.ts';

/** In tokens: a first and a last name. */
const MAX_NAME = 2;

/**
 * Removes greetings, thanks and closings, a name right after them, and the sentences that hold nothing else. Returns the
 * same array when there are none, or when nothing would be left. `isName` tells that a token can be nothing but a name.
 */
export function stripGreetings(
  sentences: readonly Sentence[],
  lexicon: Pick<Lexicon, 'greetingLengthAt'>,
  isName: (token: string) => boolean = () => false,
): readonly Sentence[] {
  const stripped = sentences
    .map((sentence) => ({ ...sentence, tokens: stripTokens(sentence.tokens) }))
    .filter(({ tokens }) => tokens.length > 0);
  return stripped.length === 0 || countTokens(stripped) === countTokens(sentences) ? sentences : stripped;

  function stripTokens(tokens: readonly string[]): string[] {
    const kept: string[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = lexicon.greetingLengthAt(tokens, at);
      if (length === 0) kept.push(tokens[at] ?? '');
      at += Math.max(1, length);
      if (length === 0) continue;
      const name = tokens.slice(at, at + MAX_NAME);
      const rest = name.findIndex((token) => !isName(token));
      at += rest < 0 ? name.length : rest;
    }
    return kept;
  }
}

function countTokens(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
}
