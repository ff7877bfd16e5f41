import type { Lexicon } from './lexicon.ts';
import type { Analysis } from '../match/matcher.ts';

/** Longest question that can lean on the one before it, in words. Longer ones tell enough of their own. */
const MOST_WORDS = 10;
/** Without a content word a question of so many words leans on the one before it. */
const FEW_WORDS = 4;

/**
 * Whether a question leans on the one before it ("en op LinkedIn?", "waarom?", "geldt dat ook privé?"): it is short,
 * and it opens with a joining word or holds no word of its own.
 */
export function leans(tokens: readonly string[], analysis: Analysis, lexicon: Lexicon): boolean {
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return false;
  if (lexicon.isJoining(tokens)) return analysis.contentWords <= MOST_WORDS / 2;
  return tokens.length <= FEW_WORDS && analysis.contentWords === 0;
}
