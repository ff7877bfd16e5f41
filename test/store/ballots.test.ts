import { describe, expect, it, jest } from '@jest/globals';
import { createAssistant } from '../../src/assistant/index.ts';
import type { Reason } from '../../src/core/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import type { Store, StoreLocation } from '../../src/store/index.ts';
import { connect, openStore } from '../../src/store/open.ts';
import { NO_LOG } from '../../src/shared/log.ts';
import { ask, ENTRIES } from '../assistant/counted-bot.ts';
import { createPlaces, KINDS } from './databases.ts';

jest.setTimeout(30_000);
const MINUTE = 60_000;
/** The last minute of a week. */
const NOW = Date.UTC(2026, 10, 22, 23, 59);
const placeOf = createPlaces();

/** Stores with one clock, which the test moves. */
function clock() {
  let time = NOW;
  return {
    now: () => time,
    pass: (milliseconds: number) => (time += milliseconds),
  };
}

/** What a person votes on an answer, at a replica with this store. */
const voterAt = (store: Store) => {
  const asker = { ask, sorry: () => ask({ text: '' }), language: 'nl', say: (key: string) => key } as const;
  const assistant = createAssistant({
    asker: { ...asker, suggest: () => [], entries: ENTRIES },
    channel: 'web',
    store,
  });
  return (useful: boolean, ballot = 'noor', reason?: Reason) =>
    assistant.feedback({ entry: 'open', useful, ballot, reason });
};

async function votesIn(place: StoreLocation) {
  const connection = await connect(place);
  const rows = await connection.db.selectFrom('votes').select(['week', 'useful', 'number']).execute();
  await connection.close();
  return rows.filter(({ number }) => number !== 0);
}

async function reasonsIn(place: StoreLocation) {
  const connection = await connect(place);
  const rows = await connection.db
    .selectFrom('reasons')
    .select(['week', 'entry', 'reason', 'number'])
    .execute();
  await connection.close();
  return rows.filter(({ number }) => number !== 0);
}

it('a vote in the process can be changed for ten minutes after the first', async () => {
  const { now, pass } = clock();
  const vote = voterAt(createProcessStore(now));
  expect([await vote(true), await vote(true), await vote(false)]).toEqual([
    'counted',
    'duplicate',
    'changed',
  ]);
  pass(10 * MINUTE - 1);
  expect(await vote(true)).toBe('changed');
  pass(1);
  expect(await vote(true)).toBe('counted');
});

describe.each(KINDS)('a vote in %s', (kind) => {
  it('counts as it was cast last, at any replica, in the week of the first', async () => {
    const [place, { now, pass }] = [await placeOf(kind), clock()];
    const stores = [
      await openStore(place, { log: NO_LOG, now }),
      await openStore(place, { log: NO_LOG, now }),
    ];
    const [one, two] = stores.map(voterAt);
    expect([await one?.(true), await two?.(true), await two?.(false)]).toEqual([
      'counted',
      'duplicate',
      'changed',
    ]);
    pass(2 * MINUTE);
    expect([await one?.(false), await one?.(true), await two?.(false)]).toEqual([
      'duplicate',
      'changed',
      'changed',
    ]);
    for (const store of stores) await store.close();
    await expect(votesIn(place)).resolves.toEqual([{ week: '2026-W47', useful: 0, number: 1 }]);
  });

  it('is a new one ten minutes after the first', async () => {
    const [place, { now, pass }] = [await placeOf(kind), clock()];
    const store = await openStore(place, { log: NO_LOG, now });
    const vote = voterAt(store);
    await vote(true);
    pass(10 * MINUTE);
    expect(await vote(false)).toBe('counted');
    await store.close();
    expect(await votesIn(place)).toHaveLength(2);
  });

  it('is counted once when replicas get it at the same moment', async () => {
    const place = await placeOf(kind);
    const stores = [await openStore(place, { log: NO_LOG }), await openStore(place, { log: NO_LOG })];
    const outcomes = await Promise.all(stores.map((store) => voterAt(store)(true)));
    expect(outcomes.toSorted()).toEqual(['counted', 'duplicate']);
    for (const store of stores) await store.close();
    await expect(votesIn(place)).resolves.toMatchObject([{ useful: 1, number: 1 }]);
  });

  it('of others is left as it is', async () => {
    const place = await placeOf(kind);
    const store = await openStore(place, { log: NO_LOG });
    const vote = voterAt(store);
    for (const ballot of ['noor', 'sam', 'kim']) await vote(true, ballot);
    await vote(false, 'sam');
    await store.close();
    const votes = await votesIn(place);
    expect(votes.map(({ useful, number }) => [useful, number]).sort()).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('has the reason that was given last, at any replica, in the week of the vote', async () => {
    const [place, { now, pass }] = [await placeOf(kind), clock()];
    const stores = [
      await openStore(place, { log: NO_LOG, now }),
      await openStore(place, { log: NO_LOG, now }),
    ];
    const [one, two] = stores.map(voterAt);
    await one?.(false);
    pass(2 * MINUTE);
    expect([
      await two?.(false, 'noor', 'unclear'),
      await one?.(false, 'noor', 'unclear'),
      await one?.(false, 'noor', 'other'),
      // Pressing not useful again takes no reason back.
      await two?.(false),
    ]).toEqual(['explained', 'duplicate', 'explained', 'duplicate']);
    for (const store of stores) await store.close();
    const row = { week: '2026-W47', entry: 'open', reason: 'other', number: 1 };
    await expect(reasonsIn(place)).resolves.toEqual([row]);
    await expect(votesIn(place)).resolves.toEqual([{ week: '2026-W47', useful: 0, number: 1 }]);
  });

  it('for useful takes the reason back', async () => {
    const place = await placeOf(kind);
    const store = await openStore(place, { log: NO_LOG });
    const vote = voterAt(store);
    expect([await vote(false, 'noor', 'incomplete'), await vote(true)]).toEqual(['explained', 'changed']);
    await vote(false, 'sam', 'incomplete');
    await store.close();
    await expect(reasonsIn(place)).resolves.toMatchObject([{ reason: 'incomplete', number: 1 }]);
    const votes = await votesIn(place);
    expect(votes.map(({ useful, number }) => [useful, number]).sort()).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('with a reason is counted once when replicas get it at the same moment', async () => {
    const place = await placeOf(kind);
    const stores = [await openStore(place, { log: NO_LOG }), await openStore(place, { log: NO_LOG })];
    const outcomes = await Promise.all(stores.map((store) => voterAt(store)(false, 'noor', 'unclear')));
    expect(outcomes.toSorted()).toEqual(['duplicate', 'explained']);
    for (const store of stores) await store.close();
    await expect(votesIn(place)).resolves.toMatchObject([{ useful: 0, number: 1 }]);
    await expect(reasonsIn(place)).resolves.toMatchObject([{ reason: 'unclear', number: 1 }]);
  });

  it('of before there were reasons keeps its ballot, and can be given one', async () => {
    const place = await placeOf(kind);
    const before = await openStore(place, { log: NO_LOG });
    await voterAt(before)(false);
    await before.close();
    const { db, close } = await connect(place);
    for (const table of ['reasons', 'chosen'] as const) await db.schema.dropTable(table).execute();
    await db.schema.alterTable('missed').dropColumn('entries').execute();
    for (const column of ['reason', 'was_reason', 'was_useful'])
      await db.schema.alterTable('ballots').dropColumn(column).execute();
    await db.updateTable('meta').set({ value: '2' }).where('name', '=', 'schema').execute();
    await close();
    const after = await openStore(place, { log: NO_LOG });
    expect(await voterAt(after)(false, 'noor', 'unclear')).toBe('explained');
    await after.close();
    await expect(votesIn(place)).resolves.toMatchObject([{ useful: 0, number: 1 }]);
    await expect(reasonsIn(place)).resolves.toMatchObject([{ reason: 'unclear', number: 1 }]);
  });
});
