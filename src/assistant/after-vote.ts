import { REASON_TEXTS, REASONS } from '../core/index.ts';
import type { Asker, Block, Language, Reply } from '../core/index.ts';
import { VOTE_TEXTS } from './channel.ts';
import type { Vote, VoteOutcome } from './channel.ts';

/**
 * Composes the reply to a vote: its outcome and, when the answer was not useful, the question why (unless the vote says so)
 * and where to go on.
 */
export function composeAfterVote(
  { say, waysOn, language: own }: Pick<Asker, 'say' | 'waysOn' | 'language'>,
  { entry, useful, reason, ballot }: Vote,
  outcome: VoteOutcome,
  language: Language = own,
): Reply {
  const isCounted = outcome !== 'limited' && outcome !== 'unknown';
  const why: Block = {
    kind: 'reasons',
    entry,
    ballot,
    question: say('reden_vraag', {}, language),
    reasons: REASONS.map((each) => ({ reason: each, label: say(REASON_TEXTS[each], {}, language) })),
  };
  return {
    kind: 'help',
    language,
    blocks: [
      { kind: 'paragraph', text: say(VOTE_TEXTS[outcome], {}, language) },
      ...(useful || !isCounted ? [] : [...(reason === undefined ? [why] : []), ...waysOn(entry, language)]),
    ],
  };
}
