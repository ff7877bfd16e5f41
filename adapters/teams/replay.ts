import { CLAIM_LIFETIME } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { oncePerMinute } from '../../src/shared/once-per-minute.ts';
import type { OnTurn } from './activity.ts';

/**
 * Refuses activities older than `CLAIM_LIFETIME` (401), so that a replayed request never gets a second answer: a younger
 * one is recognised by its id. The token cannot tell them apart: Teams repeats a message with the same token.
 */
export function refuseReplays(onTurn: OnTurn, log: Log): OnTurn {
  const logRefused = oncePerMinute((count) => {
    log.warn(
      { count },
      'requests from Teams older than ten minutes were refused: replays, or a wrong clock here',
    );
  });
  return (turn) => {
    const { sentAt } = turn.activity;
    if (sentAt === undefined || Date.now() - sentAt < CLAIM_LIFETIME) return onTurn(turn);
    logRefused();
    return Promise.resolve({ status: 401 });
  };
}
