import type { Asker, Reply } from '../core/index.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { pseudonymizeInProcess } from '../shared/pseudonymize.ts';

/** Returns whether this person may send a message, or search, now; without a person, `true`. */
export type RateLimit = (person: string | undefined, action?: keyof typeof COSTS) => Promise<boolean>;

const SECONDS = 60;
/** A channel that searches while a person types does so at every pause: some five times for one question. */
const COSTS = { message: 5, search: 1 } as const;

/**
 * Returns a rate limit of `perMinute` messages of one person, or five times as many searches, in this process; 0 is no
 * limit. A person is kept as a pseudonym, for a minute.
 */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => Promise.resolve(true);
  const limiter = new RateLimiterMemory({ points: perMinute * COSTS.message, duration: SECONDS });
  return async (person, action = 'message') => {
    if (person === undefined) return true;
    try {
      await limiter.consume(pseudonymizeInProcess(person), COSTS[action]);
      return true;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false;
      throw refused;
    }
  };
}

/** Returns the reply to a message over the limit. */
export function rateLimitedReply(asker: Pick<Asker, 'language' | 'say'>, language = asker.language): Reply {
  return {
    kind: 'help',
    language,
    blocks: [{ kind: 'paragraph', text: asker.say('te_snel', {}, language) }],
  };
}
