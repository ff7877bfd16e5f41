import type { Assistant } from '../../src/assistant/index.ts';
import { shortenReply } from '../../src/core/index.ts';
import type { Reply, ReplyLimits } from '../../src/core/index.ts';

/** From roomy to tight. No shipped reply needs the second. */
const ROOMS: readonly ReplyLimits[] = [
  { text: 6_000, items: 100, blocks: 100 },
  { text: 2_000, items: 60, blocks: 60 },
  { text: 600, items: 25, blocks: 25 },
  { text: 200, items: 10, blocks: 10 },
  { text: 80, items: 3, blocks: 3 },
];

/** Ever shorter versions of a reply that say that they are cut; of the last only that is left. */
export function* everShorter(reply: Reply, say: Assistant['say']): Generator<Reply> {
  const notice = say('teams_ingekort', {}, reply.language);
  for (const room of ROOMS) yield shortenReply(reply, room, notice, cut);
  yield { ...reply, blocks: [{ kind: 'paragraph', text: notice }] };
}

/** Cuts a text that is too long, never through a character of two units; a cut shows as an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
