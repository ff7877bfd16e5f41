import { shortenReply } from '../../src/core/index.ts';
import type { Reply, ReplyLimits } from '../../src/core/index.ts';
import { cut } from './limits.ts';

const ROOMS: readonly ReplyLimits[] = [
  { text: 6_000, items: 40, blocks: 40 },
  { text: 3_000, items: 40, blocks: 40 },
  { text: 1_500, items: 30, blocks: 30 },
  { text: 700, items: 20, blocks: 20 },
  { text: 300, items: 10, blocks: 12 },
  { text: 150, items: 5, blocks: 6 },
  { text: 100, items: 3, blocks: 4 },
  { text: 60, items: 2, blocks: 2 },
];

/** The reply as it is when it fits, else the longest of ever shorter ones that does, with `notice` at its end. */
export function shorten(reply: Reply, notice: string, fits: (reply: Reply) => boolean): Reply {
  if (fits(reply)) return reply;
  const ever = ROOMS.map((room) => shortenReply(reply, room, notice, cut));
  return ever.find(fits) ?? { ...reply, blocks: [{ kind: 'paragraph', text: notice }] };
}
