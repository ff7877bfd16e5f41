/**
 * Claim: whatever fails in the database or the network to it, every message is answered and no count is lost. Needs
 * PostgreSQL's programs, and the right to mount a small disk.
 *
 *     node bench/faults.ts [--seconds 15] [--rate 50] [--only SQLite]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Place } from '../src/store/index.ts';
import { startPostgres } from '../test/store/postgres.ts';
import { startProxy } from '../test/store/proxy.ts';
import type { Weather } from '../test/store/proxy.ts';
import { FAULT_HEAD, runFault } from './fault-run.ts';
import type { Fault } from './fault-run.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rate: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
  },
});

const server = await startPostgres();
if ('reason' in server) throw new Error(server.reason);
const proxy = await startProxy(server.port);
const folder = mkdtempSync(join(tmpdir(), 'handreiking-bench-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);

const direct: Place = { kind: 'postgres', url: server.url };
const proxyUrl = new URL(server.url);
proxyUrl.port = String(proxy.port);
const viaProxy: Place = { kind: 'postgres', url: proxyUrl.href };
const sqlite = (name: string): Place => ({ kind: 'sqlite', directory: join(folder, name) });
const nothing = () => undefined;
const onPostgres = (name: string, inject: Fault['inject'], repair: Fault['repair']): Fault => ({
  name: `PostgreSQL: ${name}`,
  place: direct,
  replicas: 2,
  inject,
  repair,
});
const onNetwork = (name: string, condition: Weather): Fault => ({
  name: `network: ${name}`,
  place: viaProxy,
  replicas: 2,
  inject: () => {
    proxy.set(condition);
  },
  repair: () => {
    proxy.set({ kind: 'fair' });
  },
});
const replicaKilled = (name: string, place: Place): Fault => ({
  name: `${name}: replica killed (kill -9)`,
  place,
  replicas: 2,
  killsFirst: true,
  inject: ([first]) => first?.kill(),
  repair: nothing,
});
const filler = join(folder, 'filler');

const FAULTS: readonly Fault[] = [
  onPostgres('none', nothing, nothing),
  onPostgres('killed, then started', server.kill, server.start),
  onPostgres('frozen, then resumed', server.freeze, server.thaw),
  onPostgres(
    'restarted at once',
    () => {
      server.kill();
      server.start();
    },
    nothing,
  ),
  onNetwork('500 ms later', { kind: 'slow', by: 500 }),
  onNetwork('resets', { kind: 'reset' }),
  onNetwork('black hole', { kind: 'hole' }),
  replicaKilled('PostgreSQL', direct),
  { name: 'SQLite: none', place: sqlite('none'), replicas: 1, inject: nothing, repair: nothing },
  {
    name: 'SQLite: disk full',
    place: sqlite('full'),
    replicas: 1,
    inject: () => void execFileSync('sh', ['-c', `cat /dev/zero > ${filler} 2>/dev/null || true`]),
    repair: () => {
      rmSync(filler);
    },
  },
  replicaKilled('SQLite', sqlite('killed')),
];

try {
  const load = { seconds: Number(values.seconds), rate: Number(values.rate) };
  const print = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  print(FAULT_HEAD);
  print(FAULT_HEAD.map(() => '---'));
  for (const fault of FAULTS.filter(({ name }) => name.startsWith(values.only)))
    print(await runFault(fault, load));
} finally {
  await proxy.stop();
  server.remove();
  execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
}
process.exit(0);
