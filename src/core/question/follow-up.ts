import type { Analysis } from '../match/analysis.ts';
import type { Lexicon } from './lexicon.ts';

/** In words; a longer question is complete by itself. */
const MAX_WORDS = 10;
/** In words; the longest question without a content word that is a follow-up. */
const MAX_WORDS_WITHOUT_CONTENT = 4;

/**
 * Returns whether a question depends on the one before it ("en op LinkedIn?", "geldt dat ook privé?"): it is
 * short, and opens with a connecting word or has no content word.
 */
export function needsContext(
  tokens: readonly string[],
  { words }: Pick<Analysis, 'words'>,
  lexicon: Lexicon,
): boolean {
  if (tokens.length === 0 || tokens.length > MAX_WORDS) return false;
  if (lexicon.opensFollowUp(tokens)) return words.length <= MAX_WORDS / 2;
  return tokens.length <= MAX_WORDS_WITHOUT_CONTENT && words.length === 0;
}
