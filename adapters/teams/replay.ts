import { CLAIM_LIFETIME } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import type { OnTurn } from './activity.ts';
import { oncePerMinute } from './refusals.ts';

/**
 * Refuses what happened longer ago than the bot remembers that it answered it, as it does a token that is no longer
 * valid. Teams sends a message again within a minute, with the same token: until then it is known by its id, and
 * answered once. So a request that is replayed, whenever that is, gets no second answer.
 */
export function withoutReplays(onTurn: OnTurn, log: Log): OnTurn {
  const tell = oncePerMinute((count) => {
    log.warn(
      { count },
      'requests from Teams older than ten minutes were refused: replays, or a wrong clock here',
    );
  });
  return (turn) => {
    const { sentAt } = turn.activity;
    if (sentAt === undefined || Date.now() - sentAt < CLAIM_LIFETIME) return onTurn(turn);
    tell();
    return Promise.resolve({ status: 401 });
  };
}
