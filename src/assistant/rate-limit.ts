import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { secretHash } from '../shared/pseudonymize.ts';

/** Whether this person may send one more message, or search once more, now. */
export type Allows = (person: string | undefined, what?: keyof typeof COSTS) => Promise<boolean>;

const SECONDS = 60;
/** A channel that searches while somebody types asks at every pause: some five times for one question. */
const COSTS = { message: 5, search: 1 } as const;

/**
 * At most so many messages of one person in a minute, in this process, or searches in their place; 0 is no limit. Who the person is, is not kept:
 * only a hash with a key that dies with the process, for a minute. A message without a person is always allowed.
 */
export function createRateLimit(perMinute: number): Allows {
  if (perMinute === 0) return () => Promise.resolve(true);
  const limiter = new RateLimiterMemory({ points: perMinute * COSTS.message, duration: SECONDS });
  return async (person, what = 'message') => {
    if (person === undefined) return true;
    try {
      await limiter.consume(secretHash(person), COSTS[what]);
      return true;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false;
      throw refused;
    }
  };
}
