import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './normalize.ts';

/**
 * Removes greetings, thanks and closings, and the sentences that hold nothing else. Returns the same array when there
 * are none, or when nothing would be left.
 */
export function stripGreetings(sentences: readonly Sentence[], lexicon: Lexicon): readonly Sentence[] {
  const stripped = sentences
    .map((sentence) => ({ ...sentence, tokens: stripTokens(sentence.tokens, lexicon) }))
    .filter(({ tokens }) => tokens.length > 0);
  return stripped.length === 0 || countTokens(stripped) === countTokens(sentences) ? sentences : stripped;
}

function stripTokens(tokens: readonly string[], lexicon: Lexicon): string[] {
  const kept: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = lexicon.greetingLengthAt(tokens, at);
    if (length === 0) kept.push(tokens[at] ?? '');
    at += Math.max(1, length);
  }
  return kept;
}

function countTokens(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
}
