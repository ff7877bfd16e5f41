import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreLocation, Store } from '../../src/store/index.ts';
import { connect, openStore } from '../../src/store/open.ts';
import { until } from '../until.ts';
import { programs, startPostgres } from './postgres.ts';
import type { PrivatePostgres } from './postgres.ts';
import { startProxy } from './proxy.ts';
import type { Weather } from './proxy.ts';

jest.setTimeout(60_000);
const RETRY = 200;
const timeouts = { retry: RETRY, flush: 50 };

/** A store with what it logs. */
async function open(place: StoreLocation) {
  const logged: string[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push(`${typeof fields['reason'] === 'string' ? fields['reason'] : ''}: ${message}`);
  const store = await openStore(place, {
    log: { info: write, warn: write, error: write },
    timeouts,
  });
  return { store, logged };
}

/** Works like any store, whatever the database does. */
async function serves(store: Store, name: string): Promise<void> {
  await expect(store.claim(name)).resolves.toBe(true);
  await expect(store.claim(name)).resolves.toBe(false);
  await store.remember(name, { entry: name });
  await expect(store.recall(name)).resolves.toEqual({ entry: name });
  store.count({ kind: 'vote', channel: 'web', entry: 'open', useful: true });
}

async function votesIn(place: StoreLocation): Promise<number> {
  const { db, close } = await connect(place);
  const row = await db.selectFrom('votes').select('number').executeTakeFirst();
  await close();
  return row?.number ?? 0;
}

const FAILS = 'the database fails; the bot answers without it and keeps trying';

(programs() === undefined ? describe.skip : describe)('a store whose PostgreSQL', () => {
  let server: PrivatePostgres;
  beforeAll(async () => {
    const started = await startPostgres();
    if ('reason' in started) throw new Error(started.reason);
    server = started;
  });
  afterAll(() => {
    server.remove();
  });
  const place = (port = server.port): StoreLocation => {
    const url = new URL(server.url);
    url.port = String(port);
    return { kind: 'postgres', url: url.href };
  };

  /** Serves before, during and after; nothing that was counted is lost. */
  async function survives(store: Store, harm: () => void, heal: () => void): Promise<void> {
    const before = await votesIn(place());
    await serves(store, `voor ${Math.random()}`);
    await until(() => store.health().queued === 0, 'an empty queue');
    harm();
    await serves(store, `tijdens ${Math.random()}`);
    expect(store.health()).toMatchObject({ degraded: true, dropped: 0 });
    // Once it is known to fail nobody waits for it any more.
    await serves(store, `nog ${Math.random()}`);
    heal();
    await until(() => !store.health().degraded && store.health().queued === 0, 'an empty queue');
    await serves(store, `na ${Math.random()}`);
    await until(() => store.health().queued === 0, 'an empty queue');
    await expect(votesIn(place())).resolves.toBe(before + 4);
  }

  it('is killed and started again', async () => {
    const { store, logged } = await open(place());
    await survives(store, server.kill, server.start);
    expect(logged[0]).toContain(FAILS);
    expect(logged.at(-1)).toBe(': the database works again');
    await store.close();
  });

  it('is frozen and goes on', async () => {
    const { store } = await open(place());
    await survives(store, server.freeze, server.thaw);
    await store.close();
  });

  it('is not there at the start and comes later', async () => {
    server.kill();
    const { store, logged } = await open(place());
    await serves(store, 'zonder');
    expect(logged).toEqual([`ECONNREFUSED: ${FAILS}`]);
    server.start();
    await until(() => !store.health().degraded, 'the database');
    await serves(store, 'met');
    await store.close();
  });

  it.each<Weather>([{ kind: 'slow', by: 500 }, { kind: 'reset' }, { kind: 'hole' }])(
    'is behind a bad network: $kind',
    async (weather) => {
      const proxy = await startProxy(server.port);
      const { store } = await open(place(proxy.port));
      await survives(
        store,
        () => {
          proxy.set(weather);
        },
        () => {
          proxy.set({ kind: 'fair' });
        },
      );
      await store.close();
      await proxy.stop();
    },
  );
});

describe('a store whose file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handreiking-faults-'));

  it('cannot be made, because its folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { store, logged } = await open({ kind: 'sqlite', directory: join(folder, 'file') });
    await serves(store, 'a');
    expect(store.health()).toEqual({ degraded: true, reason: 'EEXIST', queued: 1, dropped: 0 });
    expect(logged).toEqual([`EEXIST: ${FAILS}`]);
    await store.close();
  });

  it('is no database', async () => {
    writeFileSync(
      join(folder, 'handreiking.sqlite'),
      'geen database, maar een brief aan de lezer'.repeat(100),
    );
    const { store, logged } = await open({ kind: 'sqlite', directory: folder });
    await serves(store, 'a');
    expect(logged).toEqual([`SQLite 26: ${FAILS}`]);
    await store.close();
  });

  // A disk of its own needs the rights to make one.
  const disk = join(folder, 'disk');
  const hasDisk =
    spawnSync('sh', ['-c', `mkdir -p ${disk} && mount -t tmpfs -o size=512k tmpfs ${disk}`]).status === 0;
  if (!hasDisk)
    process.stderr.write('Tests with a full or read-only disk are skipped: mounting is not allowed.\n');
  const onDisk = hasDisk ? it : it.skip;
  afterAll(() => {
    if (hasDisk) execFileSync('umount', ['-l', disk]);
    rmSync(folder, { recursive: true });
  });

  onDisk('is on a disk that runs full, and is emptied again', async () => {
    const place: StoreLocation = { kind: 'sqlite', directory: disk };
    const { store } = await open(place);
    await serves(store, 'voor');
    await until(() => store.health().queued === 0, 'an empty queue');
    execFileSync('sh', ['-c', `cat /dev/zero > ${disk}/vol 2>/dev/null || true`]);
    for (let number = 0; number < 2_000 && !store.health().degraded; number += 1) {
      await store.remember(`gesprek ${number}`, { entry: 'open', words: ['woord'.repeat(100)] });
    }
    expect(store.health().degraded).toBe(true);
    await serves(store, 'tijdens');
    rmSync(join(disk, 'vol'));
    await until(() => !store.health().degraded && store.health().queued === 0, 'an empty queue');
    await serves(store, 'na');
    await store.close();
    await expect(votesIn(place)).resolves.toBe(3);
  });

  onDisk('is on a disk that becomes read-only, and writable again', async () => {
    const place: StoreLocation = { kind: 'sqlite', directory: join(disk, 'alleen-lezen') };
    const { store } = await open(place);
    await serves(store, 'voor');
    await until(() => store.health().queued === 0, 'an empty queue');
    await store.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const again = await open(place);
    await serves(again.store, 'tijdens');
    expect(again.store.health().degraded).toBe(true);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    await until(() => !again.store.health().degraded && again.store.health().queued === 0, 'an empty queue');
    await again.store.close();
    await expect(votesIn(place)).resolves.toBe(2);
  });
});
