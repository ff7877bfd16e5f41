import { createProcessStore } from './process.ts';
import { CONVERSATION_LIFETIME } from './types.ts';
import type { Log } from '../shared/log.ts';
import type { CountedEvent, Store } from './types.ts';
import { createLruCache } from '../shared/lru-cache.ts';
import type { DatabaseQueries } from './queries.ts';
import { createQueue } from './queue.ts';
import type { Row } from './queue.ts';
import { createReconnector } from './reconnector.ts';
import type { Open } from './reconnector.ts';
import { weekOf } from './week.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** Timeouts and intervals, in milliseconds. */
export interface Timeouts {
  /** Timeout of a query while a person waits for the answer. */
  readonly call: number;
  /** Timeout of connecting, and of queries that nobody waits for. */
  readonly background: number;
  /** Interval between attempts to reconnect. */
  readonly retry: number;
  /** Interval between writes of the queue; a killed process loses the counts of one interval. */
  readonly flush: number;
  /** Interval between deletions of what has expired. */
  readonly sweep: number;
}

/** The timeouts in production. */
export const TIMEOUTS: Timeouts = { call: 200, background: 3_000, retry: 5_000, flush: 1_000, sweep: 60_000 };
const MAX_STALE = 10_000;

/** What a resilient store is made with. */
export interface ResilientParts {
  readonly open: Open;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeouts: Timeouts;
}

/** A store that works without its database while that fails. */
export interface ResilientStore extends Store {
  /** Resolves after the first attempt to open the database; with its schema number when that is of a newer release. */
  readonly firstAttempt: Promise<number | undefined>;
}

/**
 * Returns a store that keeps its state in a database and in this process. When a query fails or times out, the state of
 * the process is used until the database is reconnected in the background; no answer waits for that.
 */
export function createResilientStore({ open, log, now, timeouts }: ResilientParts): ResilientStore {
  const { call, background, retry, flush, sweep } = timeouts;
  const local = createProcessStore(now);
  // Conversations whose state in the database is outdated, because it failed during their last message.
  const staleInDatabase = createLruCache<boolean>({ max: MAX_STALE, ttl: CONVERSATION_LIFETIME, now });
  const queue = createQueue();
  const reconnector = createReconnector({ open, log, retry, attemptTimeout: background });

  /** Runs a query; `undefined` when the database fails or takes longer than `timeout` milliseconds. */
  async function query<T>(
    work: (queries: DatabaseQueries) => Promise<T>,
    timeout: number,
  ): Promise<{ readonly answer: T } | undefined> {
    const queries = reconnector.queries();
    if (queries === undefined) return undefined;
    try {
      return { answer: await withTimeout(work(queries), timeout) };
    } catch (error) {
      reconnector.failed(queries, error);
      return undefined;
    }
  }

  let flushing: Promise<void> | undefined;
  async function flushAll(): Promise<void> {
    for (;;) {
      const batch = queue.next();
      if (batch === undefined || reconnector.queries() === undefined) return;
      if ((await query((queries) => queries.write(batch), background)) === undefined) {
        queue.failed(batch);
        return;
      }
      queue.done(batch);
    }
  }
  const flushNow = () => (flushing ??= flushAll().finally(() => (flushing = undefined)));
  const timers = [
    setInterval(() => void flushNow(), flush),
    // With jitter, so that replicas do not delete at the same moment.
    setInterval(() => void query((queries) => queries.sweep(), background), sweep * (1 + Math.random())),
  ];
  for (const timer of timers) timer.unref();

  return {
    firstAttempt: reconnector.firstAttempt,
    recall: async (conversation) => {
      if (staleInDatabase.get(conversation) === true) return local.recall(conversation);
      const known = await query((queries) => queries.recall(conversation), call);
      return known === undefined ? local.recall(conversation) : known.answer;
    },
    remember: async (conversation, previous) => {
      await local.remember(conversation, previous);
      const done = await query((queries) => queries.remember(conversation, previous), call);
      if (done === undefined || staleInDatabase.get(conversation) === true) {
        staleInDatabase.set(conversation, done === undefined);
      }
    },
    claim: async (key, kind) => {
      if (!(await local.claim(key, kind))) return false;
      const won = await query((queries) => queries.claim(key, kind), call);
      return won?.answer ?? true;
    },
    castBallot: async (...vote) => {
      const own = await local.castBallot(...vote);
      const cast = await query((queries) => queries.castBallot(...vote), call);
      return cast?.answer ?? own;
    },
    secrets: async (purpose) => {
      const shared = await query((queries) => queries.secrets(purpose), call);
      return shared?.answer ?? local.secrets(purpose);
    },
    count: (event) => {
      for (const row of rowsOf(event, now())) queue.add(row);
    },
    keepMissed: ({ withdraws, entries, ...question }) => {
      const number = withdraws === undefined ? 1 : -1;
      const week = weekOf(withdraws ?? now());
      queue.add({ table: 'missed', week, ...question, entries: entries.join(' '), number });
    },
    health: () => {
      const reason = reconnector.problem();
      return {
        degraded: reconnector.queries() === undefined,
        ...(reason !== undefined && { reason }),
        queued: queue.size(),
        dropped: queue.dropped(),
      };
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await flushNow();
      await reconnector.close();
    },
  };
}

function rowsOf(event: CountedEvent, now: number): Row[] {
  const { channel, entry = '' } = event;
  switch (event.kind) {
    case 'reply': {
      const { language, outcome } = event;
      return [{ table: 'counts', week: weekOf(now), channel, language, outcome, entry, number: 1 }];
    }
    case 'chosen':
      return [{ table: 'chosen', week: weekOf(now), channel, language: event.language, entry, number: 1 }];
    case 'vote': {
      const { replaces } = event;
      // A changed vote stays in the week of the first one.
      const vote = { table: 'votes', week: weekOf(replaces ?? now), channel, entry } as const;
      const useful = Number(event.useful);
      const counted = { ...vote, useful, number: 1 };
      return replaces === undefined ? [counted] : [counted, { ...vote, useful: 1 - useful, number: -1 }];
    }
    case 'reason': {
      const row = { table: 'reasons', week: weekOf(event.since), channel, entry } as const;
      const { reason, replaces } = event;
      return [
        ...(reason === undefined ? [] : [{ ...row, reason, number: 1 }]),
        ...(replaces === undefined ? [] : [{ ...row, reason: replaces, number: -1 }]),
      ];
    }
  }
}
