import { describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { StartError } from '../../src/shared/start-error.ts';
import { openStore } from '../../src/store/open.ts';
import type { Connection } from '../../src/store/connection.ts';
import { createQueries, sweep } from '../../src/store/queries.ts';
import { deriveSecret } from '../../src/store/secrets.ts';
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
    const [secrets, others] = await Promise.all([one.secrets('web'), two.secrets('web')]);
    expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32]);
    expect(others).toEqual(secrets);
    await expect(two.secrets('elders')).resolves.not.toEqual(secrets);
    await Promise.all([one.close(), two.close()]);
    const three = await storeAt(place);
    await expect(three.secrets('web')).resolves.toEqual(secrets);
    await three.close();
  });

  it('has another secret every half hour, and after an hour nobody can derive the old one', async () => {
    const place = await placeOf(kind);
    const store = await storeAt(place);
    const [first] = await store.secrets('web');
    store.pass(30 * MINUTE);
    const [second, ...before] = await store.secrets('web');
    expect(second).not.toBe(first);
    expect(before).toEqual([first]);
    store.pass(30 * MINUTE);
    const [third, ...kept] = await store.secrets('web');
    expect(third).not.toBe(second);
    expect(kept).toEqual([second]);
    await store.close();
    const roots = async ({ db }: Pick<Connection, 'db'>) =>
      (await db.selectFrom('meta').selectAll().where('name', 'like', 'secret:%').execute()).map(({ value }) =>
        deriveSecret(value, 'web'),
      );
    await expect(looking(place, roots)).resolves.toContain(first);
    await looking(place, ({ db }) => sweep(db, NOW + 60 * MINUTE));
    const left = await looking(place, roots);
    expect(left).toHaveLength(2);
    expect(left).not.toContain(first);
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
