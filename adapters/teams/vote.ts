import { plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { OutgoingMessage } from './activity.ts';
import { cardMessage } from './card.ts';
import type { TeamsAssistant } from './texts.ts';

/** Returns the message after a vote of an old client, which cannot replace a card: a line, or a card to choose a reason on. */
export function voteMessage(after: Reply, say: TeamsAssistant['say']): OutgoingMessage {
  return after.blocks.length > 1
    ? cardMessage(after, say)
    : { type: 'message', textFormat: 'plain', text: plainText(after) };
}

/** Returns an answer with the reply to a vote below it; `undefined` where a line of text says it all, or the answer is gone. */
export function withVote(answer: Reply, after: Reply): Reply | undefined {
  if (after.blocks.length <= 1 || answer.entry === undefined) return undefined;
  // The related questions are in what follows a vote.
  const own = answer.blocks.filter(({ kind }) => kind !== 'choices');
  return { ...answer, blocks: [...own, ...after.blocks] };
}
