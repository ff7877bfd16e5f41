import type { Asker, Reply } from '../core/index.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { pseudonymizeInProcess } from '../shared/pseudonymize.ts';

/** Returns whether this person may send a message, or get suggestions, now; without a person, `true`. */
export type RateLimit = (person: string | undefined, action?: keyof typeof PER_MESSAGE) => Promise<boolean>;

const SECONDS = 60;
/** A channel asks for suggestions at every pause in typing: some ten times for a question, and again for one typed anew. */
const PER_MESSAGE = { message: 1, suggestion: 20 } as const;

/**
 * Returns a rate limit of `perMinute` messages of one person, and apart from it of twenty times as many suggestions, in this
 * process; 0 is no limit. A person is kept as a pseudonym, for a minute.
 */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => Promise.resolve(true);
  const limiterOf = (action: keyof typeof PER_MESSAGE) =>
    new RateLimiterMemory({ points: perMinute * PER_MESSAGE[action], duration: SECONDS, keyPrefix: action });
  const limiters = { message: limiterOf('message'), suggestion: limiterOf('suggestion') };
  return async (person, action = 'message') => {
    if (person === undefined) return true;
    try {
      await limiters[action].consume(pseudonymizeInProcess(person));
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
