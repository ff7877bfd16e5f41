import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { StoreLocation } from '../src/store/index.ts';
import { connect } from '../src/store/open.ts';
import { startPostgres } from '../test/store/postgres.ts';
import { startProxy } from '../test/store/proxy.ts';
import type { Weather } from '../test/store/proxy.ts';
import { startReplica } from '../test/store/replicas.ts';
import type { Replica } from '../test/store/replicas.ts';

/**
 * Claim: whatever happens to the database, every message is answered, and what was counted is not lost. Every event is
 * sent to all replicas at the same time, at a steady rate; a third of the way the database is harmed, at two thirds it
 * is healed. Needs PostgreSQL's programs, and the rights to mount a small disk.
 *
 *   node bench/faults.ts [--seconds 15] [--rate 50] [--only SQLite]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rate: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
  },
});
const SECONDS = Number(values.seconds);
const RATE = Number(values.rate);

interface Fault {
  readonly name: string;
  readonly place: StoreLocation;
  readonly replicas: number;
  readonly harm: (replicas: readonly Replica[]) => void | Promise<void>;
  readonly heal: () => void;
}

async function measure({ name, place, replicas: count, harm, heal }: Fault): Promise<readonly string[]> {
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(place)));
  await empty(place);
  const alive = new Set(replicas);
  const total = SECONDS * RATE;
  const pending: Promise<void>[] = [];
  const times: number[] = [];
  const tally = { answered: 0, failed: 0, twice: 0, firsts: 0 };
  const began = performance.now();
  let healed = 0;
  let recovered = 0;

  const ask = async (number: number) => {
    const sent = { event: `${name} ${number}`, conversation: `c${number % 20}`, text: 'open' };
    const start = performance.now();
    const answers = await Promise.all(
      [...alive].map((replica) =>
        replica.send(sent).then(
          ({ first }) => first,
          () => undefined,
        ),
      ),
    );
    times.push(performance.now() - start);
    const firsts = answers.filter((first) => first === true).length;
    tally.firsts += firsts;
    tally.answered += Number(firsts > 0);
    tally.twice += Number(firsts > 1);
    tally.failed += Number(firsts === 0);
  };
  const watch = async () => {
    healed = performance.now();
    for (;;) {
      const healths = await Promise.all([...alive].map((replica) => replica.health()));
      if (healths.every(({ degraded, queued }) => !degraded && queued === 0)) break;
      await sleep(20);
    }
    recovered = performance.now();
  };
  let watching: Promise<void> | undefined;
  for (let number = 0; number < total; number += 1) {
    await sleep(Math.max(0, began + (number * 1_000) / RATE - performance.now()));
    if (number === Math.floor(total / 3)) {
      void Promise.resolve(harm(replicas));
      if (name.includes('replica')) alive.delete(replicas[0] as Replica);
    }
    if (number === Math.floor((2 * total) / 3)) {
      heal();
      watching = watch();
    }
    pending.push(ask(number));
  }
  await Promise.all(pending);
  await watching;
  await Promise.all([...alive].map((replica) => replica.stop()));
  const lost = tally.firsts - (await countedIn(place));
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  const back = `${((recovered - healed) / 1_000).toFixed(1)} s`;
  return [name, total, tally.answered, tally.failed, tally.twice, lost, at(0.5), at(1), back].map(String);
}

async function empty(place: StoreLocation): Promise<void> {
  const connection = await connect(place);
  await sql`delete from counts`.execute(connection.db);
  await connection.close();
}

async function countedIn(place: StoreLocation): Promise<number> {
  const { db, close } = await connect(place);
  const rows = await db.selectFrom('counts').select('number').execute();
  await close();
  return rows.reduce((sum, { number }) => sum + number, 0);
}

const server = await startPostgres();
if ('reason' in server) throw new Error(server.reason);
const proxy = await startProxy(server.port);
const folder = mkdtempSync(join(tmpdir(), 'handreiking-bench-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);

const near: StoreLocation = { kind: 'postgres', url: server.url };
const through = new URL(server.url);
through.port = String(proxy.port);
const far: StoreLocation = { kind: 'postgres', url: through.href };
const onFile = (name: string): StoreLocation => ({ kind: 'sqlite', directory: join(folder, name) });
const nothing = () => undefined;
const weather = (name: string, kind: Weather): Fault => ({
  name,
  place: far,
  replicas: 2,
  harm: () => {
    proxy.set(kind);
  },
  heal: () => {
    proxy.set({ kind: 'fair' });
  },
});
const filler = join(folder, 'filler');
const killed = (place: StoreLocation, name: string): Fault => ({
  name,
  place,
  replicas: 2,
  harm: ([first]) => first?.kill(),
  heal: nothing,
});

const FAULTS: readonly Fault[] = [
  { name: 'PostgreSQL: none', place: near, replicas: 2, harm: nothing, heal: nothing },
  {
    name: 'PostgreSQL: killed, then started',
    place: near,
    replicas: 2,
    harm: server.kill,
    heal: server.start,
  },
  {
    name: 'PostgreSQL: frozen, then going on',
    place: near,
    replicas: 2,
    harm: server.freeze,
    heal: server.thaw,
  },
  {
    name: 'PostgreSQL: restarted at once',
    place: near,
    replicas: 2,
    harm: () => {
      server.kill();
      server.start();
    },
    heal: nothing,
  },
  weather('network: 500 ms later', { kind: 'slow', by: 500 }),
  weather('network: resets', { kind: 'reset' }),
  weather('network: black hole', { kind: 'hole' }),
  killed(near, 'PostgreSQL: replica killed (kill -9)'),
  { name: 'SQLite: none', place: onFile('none'), replicas: 1, harm: nothing, heal: nothing },
  {
    name: 'SQLite: disk full',
    place: onFile('full'),
    replicas: 1,
    harm: () => void execFileSync('sh', ['-c', `cat /dev/zero > ${filler} 2>/dev/null || true`]),
    heal: () => {
      rmSync(filler);
    },
  },
  killed(onFile('killed'), 'SQLite: replica killed (kill -9)'),
];

try {
  const head = [
    'fault',
    'sent',
    'answered',
    'failed',
    'answered twice',
    'counts lost',
    'median',
    'slowest',
    'back after',
  ];
  const row = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  row(head);
  row(head.map(() => '---'));
  for (const fault of FAULTS.filter(({ name }) => name.startsWith(values.only))) row(await measure(fault));
} finally {
  await proxy.stop();
  server.remove();
  execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
}
process.exit(0);
