import { createProcessStore } from './process.ts';
import { CONVERSATION_LIFETIME } from './types.ts';
import type { Previous } from '../core/index.ts';
import type { Log } from '../shared/log.ts';
import type { Counted, Store } from './types.ts';
import type { MissedQuestion } from './types.ts';
import { createRecent } from '../shared/ttl-cache.ts';
import type { Shared } from './queries.ts';
import { createQueue } from './queue.ts';
import type { Row } from './queue.ts';
import { createStay } from './stay.ts';
import type { Open } from './stay.ts';
import { weekOf } from './week.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** How long things may take, in milliseconds. */
export interface Patience {
  /** One call while somebody waits for an answer. */
  readonly call: number;
  /** Opening the database, and everything that nobody waits for. */
  readonly background: number;
  /** Between tries when the database fails. */
  readonly retry: number;
  /** Between storing what was counted: what a killed process loses at most. */
  readonly flush: number;
  /** Between looks for what has been kept long enough. */
  readonly sweep: number;
}

export const PATIENCE: Patience = { call: 200, background: 3_000, retry: 5_000, flush: 1_000, sweep: 60_000 };
const MOST_UNSHARED = 10_000;

export interface ResilientParts {
  readonly open: Open;
  readonly log: Log;
  readonly now: () => number;
  readonly patience: Patience;
}

export interface ResilientStore extends Store {
  /** Resolves after the first try to open the database: with the number of its schema when a newer release made that. */
  readonly tried: Promise<number | undefined>;
}

/**
 * State in a database, which may fail. Everything is kept in the process too; when a call fails or takes too long, the
 * process answers alone until the database does again, which is tried in the background: no answer waits for that.
 */
export function createResilientStore({ open, log, now, patience }: ResilientParts): ResilientStore {
  const { call, background, retry, flush, sweep } = patience;
  const local = createProcessStore(now);
  // Conversations that went on while the database failed: what it knows of them is of before.
  const unshared = createRecent<boolean>(CONVERSATION_LIFETIME, MOST_UNSHARED, now);
  const queue = createQueue();
  const stay = createStay({ open, log, retry, patience: background });

  /** What the database answers; nothing when it fails. */
  async function ask<T>(
    work: (shared: Shared) => Promise<T>,
    wait: number,
  ): Promise<{ readonly answer: T } | undefined> {
    const shared = stay.shared();
    if (shared === undefined) return undefined;
    try {
      return { answer: await withTimeout(work(shared), wait) };
    } catch (error) {
      stay.failed(shared, error);
      return undefined;
    }
  }

  let flushing: Promise<void> | undefined;
  async function flushAll(): Promise<void> {
    for (let batch = queue.next(); batch !== undefined; batch = queue.next()) {
      const rows = batch;
      if (stay.shared() === undefined) return;
      if ((await ask((shared) => shared.write(rows), background)) === undefined) {
        queue.failed(rows);
        return;
      }
      queue.done(rows);
    }
  }
  const flushNow = () => (flushing ??= flushAll().finally(() => (flushing = undefined)));
  const timers = [
    setInterval(() => void flushNow(), flush),
    // Not all replicas at the same moment.
    setInterval(() => void ask((shared) => shared.sweep(), background), sweep * (1 + Math.random())),
  ];
  for (const timer of timers) timer.unref();

  return {
    tried: stay.tried,
    recall: async (conversation) => {
      if (unshared.get(conversation) === true) return local.recall(conversation);
      const known = await ask((shared) => shared.recall(conversation), call);
      return known === undefined ? local.recall(conversation) : known.answer;
    },
    remember: async (conversation, previous: Previous) => {
      await local.remember(conversation, previous);
      const done = await ask((shared) => shared.remember(conversation, previous), call);
      if (done === undefined || unshared.get(conversation) === true) {
        unshared.set(conversation, done === undefined);
      }
    },
    claim: async (key) => {
      if (!(await local.claim(key))) return false;
      const won = await ask((shared) => shared.claim(key), call);
      return won?.answer ?? true;
    },
    count: (counted) => {
      queue.add(rowOf(counted, weekOf(now())));
    },
    miss: (question: MissedQuestion) => {
      queue.add({ table: 'missed', week: weekOf(now()), ...question, number: 1 });
    },
    health: () => ({
      degraded: stay.shared() === undefined,
      queued: queue.size(),
      dropped: queue.dropped(),
    }),
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await flushNow();
      await stay.close();
    },
  };
}

function rowOf(counted: Counted, week: string): Row {
  const { channel, entry = '' } = counted;
  switch (counted.kind) {
    case 'reply': {
      const { language, outcome } = counted;
      return { table: 'counts', week, channel, language, outcome, entry, number: 1 };
    }
    case 'vote':
      return { table: 'votes', week, channel, entry, useful: Number(counted.useful), number: 1 };
  }
}
