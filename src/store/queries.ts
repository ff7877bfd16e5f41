import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Previous, Reason } from '../core/index.ts';
import { addRow } from './add-row.ts';
import { transact } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Batch } from './queue.ts';
import { currentRoots, deleteOldRoots } from './roots.ts';
import { deriveSecret } from './secrets.ts';
import { CLAIM_LIFETIME, CLAIM_LIFETIMES, CONVERSATION_LIFETIME, COUNT_DAYS, MISSED_DAYS } from './types.ts';
import type { Tables } from './tables.ts';
import type { BallotResult, ClaimKind } from './types.ts';
import { oldestWeek } from './week.ts';

/** A migrated database, shared by all replicas. Each method rejects when the database fails, and has no timeout. */
export interface DatabaseQueries {
  readonly recall: (conversation: string) => Promise<Previous | undefined>;
  readonly remember: (conversation: string, previous: Previous) => Promise<void>;
  readonly claim: (key: string, kind?: ClaimKind) => Promise<boolean>;
  readonly castBallot: (ballot: string, useful: boolean, reason?: Reason) => Promise<BallotResult>;
  readonly secrets: (purpose: string) => Promise<readonly string[]>;
  readonly write: (batch: Batch) => Promise<void>;
  /** Deletes what has expired. */
  readonly sweep: () => Promise<void>;
  readonly abandon: () => void;
  readonly close: () => Promise<void>;
}

/** Milliseconds in which a batch is deduplicated. */
const BATCH_LIFETIME = 86_400_000;

/** Returns the queries, the same for both dialects. Keys are pseudonymized with a salt that all replicas share. */
export function createQueries(connection: Connection, salt: string, now: () => number): DatabaseQueries {
  const { db, abandon, close } = connection;
  const pseudonymize = (key: string) => createHmac('sha256', salt).update(key).digest('base64url');
  return {
    abandon,
    close,
    recall: async (conversation) => {
      const row = await db
        .selectFrom('conversations')
        .select('previous')
        .where('key', '=', pseudonymize(conversation))
        .where('until', '>', now())
        .executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.previous) as Previous);
    },
    remember: async (conversation, previous) => {
      const value = { previous: JSON.stringify(previous), until: now() + CONVERSATION_LIFETIME };
      await db
        .insertInto('conversations')
        .values({ key: pseudonymize(conversation), ...value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(value))
        .execute();
    },
    claim: (key, kind = 'event') => claim(db, pseudonymize(key), CLAIM_LIFETIMES[kind], now()),
    castBallot: (ballot, useful, reason) =>
      castBallot(db, { key: pseudonymize(ballot), useful: Number(useful), reason: reason ?? '' }, now()),
    secrets: async (purpose) =>
      (await currentRoots(db, now())).map(({ value }) => deriveSecret(value, purpose)),
    write: ({ id, rows }) =>
      transact(connection, async (one) => {
        // A batch that timed out may have been stored all the same; then its claim was stored with it.
        if (!(await claim(one, pseudonymize(`batch:${id}`), BATCH_LIFETIME, now()))) return;
        for (const row of rows) await addRow(one, row);
      }),
    sweep: () => sweep(db, now()),
  };
}

/** Returns whether this key was free, and takes it. */
async function claim(db: Kysely<Tables>, key: string, lifetime: number, now: number): Promise<boolean> {
  const until = now + lifetime;
  const taken = await db
    .insertInto('claims')
    .values({ key, until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ until }).where('claims.until', '<=', now))
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * One statement decides, so that of two votes at once, at two replicas, one is the first. It also keeps what it replaces,
 * because `returning` has new values only.
 */
async function castBallot(
  db: Kysely<Tables>,
  { key, useful, reason }: Pick<Tables['ballots'], 'key' | 'useful' | 'reason'>,
  now: number,
): Promise<BallotResult> {
  await db.deleteFrom('ballots').where('key', '=', key).where('until', '<=', now).execute();
  const vote = { useful, reason };
  const cast = await db
    .insertInto('ballots')
    .values({ key, ...vote, was_useful: 0, was_reason: '', changes: 0, until: now + CLAIM_LIFETIME })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({
          ...vote,
          was_useful: eb.ref('ballots.useful'),
          was_reason: eb.ref('ballots.reason'),
          changes: eb('ballots.changes', '+', 1),
        }))
        .where((eb) =>
          eb.or([
            eb('ballots.useful', '!=', useful),
            // The same vote without a reason takes no reason back.
            ...(reason === '' ? [] : [eb('ballots.reason', '!=', reason)]),
          ]),
        ),
    )
    .returning(['changes', 'until', 'was_useful', 'was_reason'])
    .executeTakeFirst();
  if (cast === undefined) return { outcome: 'same', isNewReason: false, since: now };
  return {
    outcome: cast.changes === 0 ? 'first' : cast.was_useful === useful ? 'same' : 'changed',
    isNewReason: reason !== '',
    ...(cast.was_reason !== '' && { withdrawn: cast.was_reason as Reason }),
    since: cast.until - CLAIM_LIFETIME,
  };
}

/** Deletes what has expired: see the lifetimes in `types.ts`. `now` in milliseconds since 1970. */
export async function sweep(db: Kysely<Tables>, now: number): Promise<void> {
  for (const table of ['claims', 'ballots', 'conversations'] as const) {
    await db.deleteFrom(table).where('until', '<=', now).execute();
  }
  for (const table of ['counts', 'votes', 'reasons', 'chosen'] as const) {
    await db.deleteFrom(table).where('week', '<', oldestWeek(now, COUNT_DAYS)).execute();
  }
  await db.deleteFrom('missed').where('week', '<', oldestWeek(now, MISSED_DAYS)).execute();
  await deleteOldRoots(db, now);
}
