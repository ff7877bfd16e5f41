import { describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import type { CountedEvent, StoreLocation, Store } from '../../src/store/index.ts';
import { csvOf, exportAll, purge, rowCounts } from '../../src/store/export.ts';
import { StartError } from '../../src/shared/start-error.ts';
import { connect, openStore } from '../../src/store/open.ts';
import { createShared, sweep } from '../../src/store/queries.ts';
import { migrate, SCHEMA } from '../../src/store/schema.ts';
import type { Tables } from '../../src/store/tables.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { Previous } from '../../src/core/index.ts';
import { createPlaces, KINDS, SILENT } from './databases.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** A Sunday. */
const NOW = Date.UTC(2026, 10, 22, 12);
const about = (entry: string): Previous => ({ entry, missed: false, language: 'nl' });
const reply: CountedEvent = {
  kind: 'reply',
  channel: 'web',
  language: 'nl',
  outcome: 'answer',
  entry: 'open',
};

jest.setTimeout(30_000);
const placeOf = createPlaces();

/** A store with a clock that the test moves. */
async function storeAt(place: StoreLocation) {
  let time = NOW;
  const store = await openStore(place, { log: SILENT, now: () => time });
  return { ...store, pass: (milliseconds: number) => (time += milliseconds) };
}

async function looking<T>(place: StoreLocation, look: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(place);
  try {
    return await look(connection);
  } finally {
    await connection.close();
  }
}

/** All that a table holds. */
const rowsOf = (place: StoreLocation, table: keyof Tables) =>
  looking(place, ({ db }) => db.selectFrom(table).selectAll().execute());

/** Lets everything that waits be stored. */
async function stored(store: Store): Promise<void> {
  await store.close();
}

describe.each(KINDS)('a store in %s', (kind) => {
  it('remembers a conversation for 30 minutes after its last message, and after a restart', async () => {
    const place = await placeOf(kind);
    const one = await storeAt(place);
    await expect(one.recall('a')).resolves.toBeUndefined();
    await one.remember('a', about('open'));
    one.pass(20 * MINUTE);
    await one.remember('a', about('rek'));
    await one.close();
    const two = await storeAt(place);
    two.pass(50 * MINUTE - 1);
    await expect(two.recall('a')).resolves.toEqual(about('rek'));
    two.pass(1);
    await expect(two.recall('a')).resolves.toBeUndefined();
    await two.close();
  });

  it('gives a claim to the first who asks, of all processes, and again after ten minutes', async () => {
    const place = await placeOf(kind);
    const [one, two] = [await storeAt(place), await storeAt(place)];
    await expect(one.claim('a')).resolves.toBe(true);
    await expect(two.claim('a')).resolves.toBe(false);
    const three = await storeAt(place);
    three.pass(10 * MINUTE - 1);
    await expect(three.claim('a')).resolves.toBe(false);
    const four = await storeAt(place);
    four.pass(10 * MINUTE);
    await expect(four.claim('a')).resolves.toBe(true);
    await Promise.all([one, two, three, four].map((store) => store.close()));
  });

  it('keeps no name of a conversation, event or person that can be read', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    await store.remember('slack:T1/C1/U-kwikstaart', about('open'));
    await store.claim('teams:19:kwikstaart@thread.v2');
    store.count(reply);
    await store.close();
    const all = await Promise.all(
      (['meta', 'conversations', 'claims', 'counts', 'votes', 'missed'] as const).map((table) =>
        rowsOf(place, table),
      ),
    );
    expect(all.flat().length).toBeGreaterThan(4);
    expect(JSON.stringify(all)).not.toContain('kwikstaart');
  });

  it('adds counts and votes up, by week', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    for (let number = 0; number < 7; number += 1) store.count(reply);
    store.pass(DAY);
    store.count(reply);
    store.count({ kind: 'vote', channel: 'web', entry: 'open', useful: false });
    expect(store.health()).toEqual({ degraded: false, queued: 3, dropped: 0 });
    await stored(store);
    const again = await storeAt(place);
    for (let number = 0; number < 4; number += 1) again.count(reply);
    await stored(again);
    const counted = { channel: 'web', language: 'nl', outcome: 'answer', entry: 'open' };
    await expect(rowsOf(place, 'counts')).resolves.toEqual(
      expect.arrayContaining([
        { week: '2026-W47', ...counted, number: 11 },
        { week: '2026-W48', ...counted, number: 1 },
      ]),
    );
    await expect(rowsOf(place, 'votes')).resolves.toEqual([
      { week: '2026-W48', channel: 'web', entry: 'open', useful: 0, number: 1 },
    ]);
  });

  it('stores a batch once, however often it is tried', async () => {
    const place = await placeOf(kind);
    await looking(place, async (connection) => {
      await migrate(connection);
      const { write } = createShared(connection, 'zout', () => NOW);
      const row = {
        table: 'votes',
        week: '2026-W47',
        channel: 'web',
        entry: 'open',
        useful: 1,
        number: 3,
      } as const;
      for (let times = 0; times < 3; times += 1) await write({ id: 'een', rows: [row] });
      await write({ id: 'twee', rows: [row] });
    });
    await expect(rowsOf(place, 'votes')).resolves.toMatchObject([{ number: 6 }]);
  });

  it('deletes what has been kept long enough, and nothing else', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    await store.remember('a', about('open'));
    await store.claim('a');
    store.count(reply);
    store.keepMissed({ reason: 'unknown', language: 'nl', text: 'mag de kat mee' });
    await store.close();
    await looking(place, async ({ db }) => {
      const after = async (milliseconds: number) => {
        await sweep(db, NOW + milliseconds);
        return rowCounts(db);
      };
      // One claim is that of the batch, which may be tried again for a day.
      await expect(after(10 * MINUTE)).resolves.toEqual({
        conversations: 1,
        claims: 1,
        counts: 1,
        votes: 0,
        missed: 1,
      });
      await expect(after(30 * MINUTE)).resolves.toMatchObject({ conversations: 0 });
      // The question is of a Sunday: its week began six days before, and who knows only the week counts from there.
      await expect(after(21 * DAY)).resolves.toMatchObject({ claims: 0, missed: 1 });
      await expect(after(28 * DAY)).resolves.toMatchObject({ counts: 1, missed: 0 });
      await expect(after(800 * DAY)).resolves.toMatchObject({ counts: 0 });
    });
  });

  it('is refused when a newer release made it, and left as it is', async () => {
    const place = await placeOf(kind);
    await looking(place, async (connection) => {
      await migrate(connection);
      await sql`update meta set value = ${String(SCHEMA + 1)} where name = 'schema'`.execute(connection.db);
    });
    const before = await rowsOf(place, 'meta');
    await expect(openStore(place, { log: SILENT })).rejects.toEqual(
      new StartError(
        `The database is of a newer release (schema ${SCHEMA + 1}; this one knows ${SCHEMA}). Run that release, or restore the back-up from before the upgrade.`,
      ),
    );
    await expect(rowsOf(place, 'meta')).resolves.toEqual(before);
  });

  it('shows counts under 5 as that, and nothing after a purge', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    for (let number = 0; number < 4; number += 1) store.count(reply);
    for (let number = 0; number < 5; number += 1) store.count({ ...reply, entry: 'rek' });
    store.keepMissed({ reason: 'unknown', language: 'nl', text: '=1+1 "zei" de kat,\nmiauw\u0000' });
    await store.close();
    await looking(place, async (connection) => {
      const { counts, missed } = await exportAll(connection);
      expect(counts.map(({ entry, number }) => [entry, number])).toEqual([
        ['open', '<5'],
        ['rek', 5],
      ]);
      expect(csvOf(missed)).toBe(
        `week,reason,language,text,number\r\n2026-W47,unknown,nl,"'=1+1 ""zei"" de kat,\nmiauw",<5\r\n`,
      );
      const { counts: weeks } = await exportAll(connection, ['week']);
      expect(weeks).toEqual([{ week: '2026-W47', number: 9 }]);
      await purge(connection);
      await expect(exportAll(connection)).resolves.toEqual({ counts: [], votes: [], missed: [] });
      await expect(rowCounts(connection.db)).resolves.toMatchObject({ conversations: 0, claims: 0 });
    });
  });
});
