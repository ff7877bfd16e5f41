import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreLocation } from '../../src/store/index.ts';
import { startPostgres } from '../../test/store/postgres.ts';
import { startProxy } from '../../test/store/proxy.ts';
import type { Weather } from '../../test/store/proxy.ts';
import { measure } from './measure.ts';
import type { Fault, Load } from './measure.ts';

/**
 * Claim: whatever happens to the database, every message is answered, and what was counted is not lost. Every event is
 * sent to all replicas at the same time, at a steady rate. Needs PostgreSQL's programs, and the rights to mount a small
 * disk. Yields a row (`STORAGE_HEAD`) for each fault whose name begins with `only`.
 */
export async function* storageFaults(load: Load, only: string): AsyncGenerator<readonly string[]> {
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
    location: far,
    replicas: 2,
    harm: () => {
      proxy.set(kind);
    },
    heal: () => {
      proxy.set({ kind: 'fair' });
    },
  });
  const filler = join(folder, 'filler');
  const killed = (location: StoreLocation, name: string): Fault => ({
    name,
    location,
    replicas: 2,
    harm: ([first]) => first?.kill(),
    heal: nothing,
  });

  const FAULTS: readonly Fault[] = [
    { name: 'PostgreSQL: none', location: near, replicas: 2, harm: nothing, heal: nothing },
    {
      name: 'PostgreSQL: killed, then started',
      location: near,
      replicas: 2,
      harm: server.kill,
      heal: server.start,
    },
    {
      name: 'PostgreSQL: frozen, then going on',
      location: near,
      replicas: 2,
      harm: server.freeze,
      heal: server.thaw,
    },
    {
      name: 'PostgreSQL: restarted at once',
      location: near,
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
    { name: 'SQLite: none', location: onFile('none'), replicas: 1, harm: nothing, heal: nothing },
    {
      name: 'SQLite: disk full',
      location: onFile('full'),
      replicas: 1,
      harm: () => void execFileSync('sh', ['-c', `cat /dev/zero > ${filler} 2>/dev/null || true`]),
      heal: () => {
        rmSync(filler);
      },
    },
    killed(onFile('killed'), 'SQLite: replica killed (kill -9)'),
  ];

  try {
    for (const fault of FAULTS.filter(({ name }) => name.startsWith(only))) yield await measure(fault, load);
  } finally {
    await proxy.stop();
    server.remove();
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  }
}
