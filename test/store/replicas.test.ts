import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { StoreLocation } from '../../src/store/index.ts';
import { connect } from '../../src/store/open.ts';
import { createPlaces, KINDS } from './databases.ts';
import { inParallel, startReplica } from './replicas.ts';
import type { Replica } from './replicas.ts';

jest.setTimeout(60_000);
const EVENTS = 2_000;
/** Events that a replica gets at the same time. */
const BATCH = 20;

/** The machine is busy during the test, which must not count as a slow database. */
const LONG_TIMEOUTS = { call: 10_000, background: 10_000 };

const placeOf = createPlaces();
const running: Replica[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((replica) => replica.kill()));
});

async function replicasOn(place: StoreLocation, count: number): Promise<Replica[]> {
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(place, LONG_TIMEOUTS)));
  running.push(...replicas);
  return replicas;
}

/** How many answers were counted in the database. */
async function countedIn(place: StoreLocation): Promise<number> {
  const { db, close } = await connect(place);
  const row = await db
    .selectFrom('counts')
    .select(({ fn }) => fn.sum<number | string>('number').as('number'))
    .executeTakeFirst();
  await close();
  // PostgreSQL gives sums as text.
  return Number(row?.number ?? 0);
}

describe.each(KINDS)('four replicas on one database in %s', (kind) => {
  it('start at once on an empty one, and answer 2,000 events that each got exactly once', async () => {
    const place = await placeOf(kind);
    const replicas = await replicasOn(place, 4);
    const batches = Array.from({ length: EVENTS / BATCH }, (_, batch) =>
      Array.from({ length: BATCH }, (__, number) => {
        const event = `${batch}.${number}`;
        return { event, conversation: event, text: event };
      }),
    );
    const answers = await Promise.all(
      replicas.map(async (replica) => (await inParallel(batches, 2, replica.sendAll)).flat()),
    );
    const firsts = batches
      .flat()
      .map((_, number) => answers.filter((all) => all[number]?.first === true).length);
    expect(firsts.filter((count) => count !== 1)).toEqual([]);
    expect(replicas.flatMap(({ logged }) => logged)).toEqual([]);
    await Promise.all(replicas.map((replica) => replica.stop()));
    await expect(countedIn(place)).resolves.toBe(EVENTS);
  });

  it('go on with a conversation that another of them began', async () => {
    const [one, two] = await replicasOn(await placeOf(kind), 2);
    await one?.send({ event: '1', conversation: 'a', text: 'open' });
    await expect(two?.send({ event: '2', conversation: 'a', text: 'rek' })).resolves.toEqual({
      first: true,
      previous: 'open',
    });
    await expect(one?.send({ event: '3', conversation: 'a', text: 'slot' })).resolves.toMatchObject({
      previous: 'rek',
    });
  });

  it('go on when one of them is killed while it writes, and lose at most its last second of counts', async () => {
    const place = await placeOf(kind);
    const [one, two] = await replicasOn(place, 2);
    if (one === undefined || two === undefined) throw new Error('no replicas');
    let answered = 0;
    const flood = inParallel(
      Array.from({ length: 3_000 }, (_, number) => number),
      8,
      async (number) => {
        await one.send({ event: `k${number}`, conversation: 'a', text: 'open' }).then(
          () => (answered += 1),
          () => undefined,
        );
        if (number === 1_500) await one.kill();
      },
    );
    await flood;
    expect(answered).toBeGreaterThan(1_000);
    await expect(two.send({ event: 'na', conversation: 'a', text: 'rek' })).resolves.toMatchObject({
      first: true,
    });
    await expect(two.send({ event: 'k0', conversation: 'a', text: 'rek' })).resolves.toEqual({
      first: false,
    });
    await two.stop();
    const counted = await countedIn(place);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(answered + 8 + 1);
  });
});
