import { execFileSync, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A PostgreSQL of one test, that may be treated badly; made from Debian's programs, never the machine's own cluster. */
export interface PrivatePostgres {
  readonly url: string;
  readonly port: number;
  /** Stops it as a crash would. */
  readonly kill: () => void;
  readonly start: () => void;
  /** Every process of it stands still; connections stay open. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly remove: () => void;
}

const DEBIAN = '/usr/lib/postgresql';

/** Or the reason why there is none. With a key and a certificate (PEM) it takes connections over TLS too. */
export async function startPostgres(tls?: {
  readonly key: string;
  readonly cert: string;
}): Promise<PrivatePostgres | { readonly reason: string }> {
  const bin = programs();
  if (bin === undefined) return { reason: 'no PostgreSQL server found (apt-get install postgresql)' };
  const user = userOf();
  const run = (name: string, ...args: readonly string[]) =>
    execFileSync(join(bin, name), args, { ...user, stdio: 'ignore', timeout: 60_000, cwd: '/' });
  const folder = mkdtempSync('/tmp/handreiking-pg-');
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const ssl = tls === undefined ? '' : ' -c ssl=on';
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}${ssl}`;
  run('initdb', '-D', data, '-U', 'bot', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  // Where PostgreSQL looks for them; it refuses a key that others can read.
  for (const [name, pem] of [
    ['server.key', tls?.key],
    ['server.crt', tls?.cert],
  ] as const) {
    if (pem === undefined) continue;
    writeFileSync(join(data, name), pem, { mode: 0o600 });
    if (user !== undefined) chownSync(join(data, name), user.uid, user.gid);
  }
  const start = () => run('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start');
  const kill = () => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  const signal = (name: NodeJS.Signals) => {
    for (const pid of familyOf(data)) process.kill(pid, name);
  };
  start();
  return {
    url: `postgres://bot@127.0.0.1:${port}/postgres`,
    port,
    kill,
    start,
    freeze: () => {
      signal('SIGSTOP');
    },
    thaw: () => {
      signal('SIGCONT');
    },
    remove: () => {
      if (existsSync(join(data, 'postmaster.pid'))) {
        signal('SIGCONT');
        kill();
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** Where the server's programs are. */
export function programs(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function userOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The server's own process and its children. */
function familyOf(data: string): number[] {
  const [first = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' });
  return [
    Number(first),
    ...stdout
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0),
  ];
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
