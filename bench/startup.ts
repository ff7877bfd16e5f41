/**
 * Claim: ready within a second with both channels on, and under 130 MB when idle (the bundle; sources beside it).
 *
 * Each start is a process of its own with the channels named; time is from its start until `/readyz` says 200, memory
 * is what the process holds (VmRSS) some seconds later. Slack is a server here that accepts the token; Microsoft is
 * out of reach, which Teams does not wait for. What the matcher learned is there already, as after a first start.
 *
 *     npm run build && node bench/startup.ts [--turns 5] [--bundle DIR] [--only source|bundle] [--json]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { FLAGS, MEMORY } from '../scripts/flags.ts';
import { quantile } from './timing.ts';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    turns: { type: 'string', default: '5' },
    bundle: { type: 'string', default: join(ROOT, 'dist') },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const SETTLE_MS = 4_000;

const GIVE_UP_MS = 60_000;
const ID = '00000000-0000-4000-8000-000000000000';

/** One start: milliseconds until ready, of the clock and of the processor; megabytes when idle. */
interface Start {
  readonly ms: number;
  /** Less troubled by what else the machine does. */
  readonly cpu: number;
  readonly mb: number;
}

const slack = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end('{"ok":true,"user_id":"U1","bot_id":"B1","team_id":"T1"}');
});
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));

const SLACK = {
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: 'bench',
  SLACK_API_URL: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
};
const TEAMS = { TEAMS_APP_ID: ID, TEAMS_TENANT_ID: ID, TEAMS_APP_PASSWORD: 'bench' };
const CHANNELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: { WEB: 'off' },
  web: {},
  Slack: { WEB: 'off', ...SLACK },
  Teams: { WEB: 'off', ...TEAMS },
  'Slack and Teams': { WEB: 'off', ...SLACK, ...TEAMS },
  all: { ...SLACK, ...TEAMS },
};
const FROM = { source: join(ROOT, 'src/main.ts'), bundle: join(options.bundle, 'main.js') } as const;
type From = keyof typeof FROM;

const models = mkdtempSync(join(tmpdir(), 'startup-'));
const rows: { readonly from: From; readonly channels: string; readonly starts: readonly Start[] }[] = [];
for (const from of ['source', 'bundle'] as const) {
  if (options.only !== undefined && options.only !== from) continue;
  if (!existsSync(FROM[from])) throw new Error(`${FROM[from]} is not there: npm run build makes it`);
  await start(from, CHANNELS['web'] ?? {}, 0);
  for (const [channels, settings] of Object.entries(CHANNELS)) {
    const starts: Start[] = [];
    for (let turn = 0; turn < Number(options.turns); turn += 1) starts.push(await start(from, settings));
    rows.push({ from, channels, starts });
    if (!options.json) process.stdout.write(`${line(from, channels, starts)}\n`);
  }
}
if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
rmSync(models, { recursive: true });
slack.close();

function line(from: From, channels: string, starts: readonly Start[]): string {
  const of = (pick: (one: Start) => number, part: number) => quantile(starts.map(pick), part).toFixed(0);
  const ms = `${of(({ ms }) => ms, 0.5)} ms (${of(({ ms }) => ms, 0)}-${of(({ ms }) => ms, 1)})`;
  const cpu = `${of((one) => one.cpu, 0.5)} ms of processor`;
  return `${from.padEnd(6)}  ${channels.padEnd(15)}  ready ${ms.padStart(20)}  ${cpu.padStart(20)}  idle ${of(({ mb }) => mb, 0.5).padStart(4)} MB`;
}

async function start(
  from: From,
  settings: Readonly<Record<string, string>>,
  settle = SETTLE_MS,
): Promise<Start> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, [...(from === 'bundle' ? FLAGS : []), FROM[from]], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_NO_WARNINGS: '1',
      // As the image starts it.
      ...(from === 'bundle' && { ...MEMORY, ...compileCache() }),
      // The bundle brings what the matcher learned.
      ...(from === 'source' && { MODEL_CACHE_DIR: models }),
      PORT: String(port),
      LOG_LEVEL: 'error',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      ...settings,
    },
  });
  try {
    while ((await status(port)) !== 200) {
      if (child.exitCode !== null) throw new Error(`the bot stopped with ${child.exitCode}`);
      if (performance.now() - begin > GIVE_UP_MS) throw new Error('the bot did not get ready');
      await wait(5);
    }
    const ms = performance.now() - begin;
    // In hundredths of a second, after the name in brackets: `man 5 proc`.
    const stat = proc(child.pid, 'stat').split(') ')[1]?.split(' ') ?? [];
    const cpu = 10 * (Number(stat[11]) + Number(stat[12]));
    await wait(settle);
    const held = /VmRSS:\s+(\d+)/.exec(proc(child.pid, 'status'))?.[1];
    return { ms, cpu, mb: Number(held) / 1_024 };
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

function proc(pid: number | undefined, name: string): string {
  return readFileSync(`/proc/${pid ?? 'self'}/${name}`, 'utf8');
}

function compileCache(): Record<string, string> {
  const folder = join(options.bundle, '.compile-cache');
  return existsSync(folder) ? { NODE_COMPILE_CACHE: folder } : {};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The status of `/readyz`; 0 when nobody listens yet. */
function status(port: number): Promise<number> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/readyz', agent: false }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    }).on('error', () => {
      resolve(0);
    });
  });
}
