import { describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { StartError } from '../../src/shared/start-error.ts';
import { openStore } from '../../src/store/open.ts';
import { createQueries } from '../../src/store/queries.ts';
import { migrate, SCHEMA } from '../../src/store/schema.ts';
import { NO_LOG } from '../../src/shared/log.ts';
import { createPlaces, KINDS } from './databases.ts';
import { about, DAY, looking, MINUTE, NOW, reply, rowsOf, storeAt } from './timed-store.ts';

jest.setTimeout(30_000);
const placeOf = createPlaces();

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

  it('has secrets that every process and a later start knows, another for each purpose', async () => {
    const place = await placeOf(kind);
    const [one, two] = [await storeAt(place), await storeAt(place)];
    const secret = await one.secret('web');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    await expect(two.secret('web')).resolves.toBe(secret);
    await expect(two.secret('elders')).resolves.not.toBe(secret);
    await Promise.all([one.close(), two.close()]);
  });

  it('adds counts and votes up, by week', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    for (let number = 0; number < 7; number += 1) store.count(reply);
    store.pass(DAY);
    store.count(reply);
    store.count({ kind: 'vote', channel: 'web', entry: 'open', useful: false });
    expect(store.health()).toEqual({ degraded: false, queued: 3, dropped: 0 });
    await store.close();
    const again = await storeAt(place);
    for (let number = 0; number < 4; number += 1) again.count(reply);
    await again.close();
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
      const { write } = createQueries(connection, 'zout', () => NOW);
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

  it('is refused when a newer release made it, and left as it is', async () => {
    const place = await placeOf(kind);
    await looking(place, async (connection) => {
      await migrate(connection);
      await sql`update meta set value = ${String(SCHEMA + 1)} where name = 'schema'`.execute(connection.db);
    });
    const before = await rowsOf(place, 'meta');
    await expect(openStore(place, { log: NO_LOG })).rejects.toEqual(
      new StartError(
        `The database is of a newer release (schema ${SCHEMA + 1}; this one knows ${SCHEMA}). Run that release, or restore the back-up from before the upgrade.`,
      ),
    );
    await expect(rowsOf(place, 'meta')).resolves.toEqual(before);
  });
});
