/**
 * Claim: ready within a second with Slack and Teams on, and under 130 MB when idle (the bundle).
 *
 * Each start is a process of its own. Time is from its start until `/readyz` answers 200; memory is its resident set
 * some seconds later. Slack is a server here that accepts the token; Microsoft cannot be reached, and Teams does not
 * wait for it. The matcher is already trained, as after a first start.
 *
 *     npm run build && node bench/startup.ts [--turns 5] [--channels NAME] [--source] [--bundle DIR]...
 *
 * Several bundles are started in turns, so that a slow minute of the machine slows down each of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CONTAINER_ARGS } from './container.ts';
import { cpuOf, memoryOf } from './process-figures.ts';
import { quantile } from './timing.ts';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    turns: { type: 'string', default: '5' },
    bundle: { type: 'string', multiple: true, default: [join(ROOT, 'dist')] },
    channels: { type: 'string' },
    source: { type: 'boolean', default: false },
  },
});
const SETTLE_MS = 4_000;
const TIMEOUT_MS = 60_000;
const ID = '00000000-0000-4000-8000-000000000000';

/** One start: ms until ready, on the clock and of CPU time, and MB when idle. */
interface Start {
  readonly ms: number;
  /** Varies less than the clock when the machine does other work. */
  readonly cpu: number;
  readonly mb: number;
}

interface Program {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
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

const programs = [...options.bundle.map(bundleIn), ...(options.source ? [fromSource()] : [])];
// The first start trains the matcher, if that was not done yet.
for (const program of programs) await start(program, { WEB: 'off' }, 0);
for (const [channels, settings] of Object.entries(CHANNELS)) {
  if (options.channels !== undefined && options.channels !== channels) continue;
  const starts = programs.map(() => [] as Start[]);
  for (let turn = 0; turn < Number(options.turns); turn += 1)
    for (const [index, program] of programs.entries())
      starts[index]?.push(await start(program, settings, SETTLE_MS));
  for (const [index, { name }] of programs.entries())
    process.stdout.write(`${name}  ${channels.padEnd(15)}  ${summary(starts[index] ?? [])}\n`);
}
slack.close();

function bundleIn(directory: string): Program {
  const main = join(directory, 'main.js');
  if (!existsSync(main)) throw new Error(`${main} does not exist: run npm run build`);
  return { name: directory, args: [...CONTAINER_ARGS, main] };
}

function fromSource(): Program {
  return { name: 'source', args: [join(ROOT, 'src/main.ts')] };
}

/** Medians, and the least of what varies most. */
function summary(starts: readonly Start[]): string {
  const figures = (pick: (one: Start) => number) => {
    const [least, median] = [0, 0.5].map((part) => quantile(starts.map(pick), part).toFixed(0));
    return `${median ?? ''} (least ${least ?? ''})`;
  };
  return [
    `ready ${figures(({ ms }) => ms)} ms`.padEnd(28),
    `CPU ${figures(({ cpu }) => cpu)} ms`.padEnd(26),
    `idle ${figures(({ mb }) => mb)} MB`,
  ].join('  ');
}

async function start(
  program: Program,
  settings: Readonly<Record<string, string>>,
  settle: number,
): Promise<Start> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, program.args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_NO_WARNINGS: '1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      ...settings,
    },
  });
  try {
    while ((await status(port)) !== 200) {
      if (child.exitCode !== null) throw new Error(`the bot stopped with ${child.exitCode}`);
      if (performance.now() - begin > TIMEOUT_MS) throw new Error('the bot did not get ready');
      await sleep(5);
    }
    const pid = child.pid ?? 0;
    const ready = { ms: performance.now() - begin, cpu: cpuOf(pid) };
    await sleep(settle);
    return { ...ready, mb: memoryOf(pid) };
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The status of `/readyz`; 0 while nothing listens. */
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
