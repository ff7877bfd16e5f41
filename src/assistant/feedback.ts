import type { BallotResult, Store } from '../store/index.ts';
import type { Assistant, VoteOutcome } from './channel.ts';
import type { Meter } from './meter.ts';
import type { MissedQuestions } from './missed/index.ts';
import type { RateLimit } from './rate-limit.ts';

const CAST_OUTCOMES = { first: 'counted', changed: 'changed', same: 'duplicate' } as const;

/** Returns what a person is told of a ballot, and the outcome of the vote for the metrics; absent when only the reason is new. */
function voteOutcome({ outcome, isNewReason }: BallotResult): {
  readonly outcome: VoteOutcome;
  readonly vote?: 'counted' | 'changed' | 'duplicate';
} {
  const vote = CAST_OUTCOMES[outcome];
  if (!isNewReason) return { outcome: vote, vote };
  return { outcome: 'explained', ...(vote !== 'duplicate' && { vote }) };
}

/** What votes are counted with. `keyOf` names things of this channel; `idOf` returns the id of an entry that exists. */
export interface FeedbackParts {
  readonly channel: string;
  readonly keyOf: (name: string) => string;
  readonly idOf: (entry: string) => string | undefined;
  readonly store: Pick<Store, 'castBallot' | 'count'>;
  readonly meter: Meter;
  readonly isAllowed: RateLimit;
  readonly missed: MissedQuestions | undefined;
}

/** Returns the function that counts votes and their reasons; see `Assistant.feedback`. */
export function createFeedback({
  channel,
  keyOf,
  idOf,
  store,
  meter,
  isAllowed,
  missed,
}: FeedbackParts): Assistant['feedback'] {
  return async ({ entry: voted, useful, reason: given, ballot, conversation, person }) => {
    if (!(await isAllowed(person))) {
      meter.event(channel, 'vote', 'limited');
      return 'limited';
    }
    const entry = idOf(voted);
    if (entry === undefined) return 'unknown';
    const key = keyOf(`vote:${entry}:${ballot}`);
    const reason = useful ? undefined : given;
    const result = await store.castBallot(key, useful, reason);
    const { outcome: cast, isNewReason, withdrawn, since } = result;
    if (cast !== 'same') {
      if (useful && cast === 'changed') missed?.onNowUseful(key);
      if (!useful && conversation !== undefined) missed?.onNotUseful(keyOf(conversation), entry, key);
      const replaced = cast === 'changed' ? { replaces: since } : {};
      store.count({ kind: 'vote', channel, entry, useful, ...replaced });
    }
    const counted = isNewReason && reason !== undefined ? { reason } : {};
    if ('reason' in counted || withdrawn !== undefined) {
      const replaced = withdrawn === undefined ? {} : { replaces: withdrawn };
      store.count({ kind: 'reason', channel, entry, since, ...counted, ...replaced });
    }
    const { vote, outcome } = voteOutcome(result);
    if (vote !== undefined) meter.event(channel, 'vote', vote);
    if ('reason' in counted) meter.event(channel, 'reason', counted.reason);
    return outcome;
  };
}
