import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Microsoft's Agents Playground: the nearest thing to Teams that runs without an account. Its licence allows evaluation
 * only, so it is fetched where the tests run, into a cache, and is no dependency of the project.
 */
const VERSION = '0.2.28';
const ROOT = join(import.meta.dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/agents-playground');
const PROGRAM = join(CACHE, 'node_modules/.bin/agentsplayground');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why the suite cannot run here; nothing when it can. Fetches the playground the first time. */
export function reasonToSkip(): string | undefined {
  if (!existsSync(CHROMIUM)) return `there is no Chromium at ${CHROMIUM}`;
  if (existsSync(PROGRAM)) return undefined;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(join(CACHE, 'package.json'), '{"private":true}');
    const name = `@microsoft/m365agentsplayground@${VERSION}`;
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--fetch-retries=0', name], {
      cwd: CACHE,
      stdio: 'ignore',
      timeout: 60_000,
    });
    return existsSync(PROGRAM) ? undefined : 'the Agents Playground was not installed';
  } catch {
    return 'the Agents Playground could not be fetched';
  }
}

export interface Playground {
  readonly url: string;
  readonly chromium: string;
  readonly stop: () => Promise<void>;
}

/** The bot as `TEAMS_LOCAL=1 npm start` starts it, and the playground that talks to it. */
export async function startPlayground(): Promise<Playground> {
  const [botPort, port] = [await freePort(), await freePort()];
  const bot = start(process.execPath, ['src/main.ts'], {
    TEAMS_LOCAL: '1',
    WEB: 'off',
    PORT: String(botPort),
    LOG_LEVEL: 'warn',
  });
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  const play = start(
    process.execPath,
    [PROGRAM, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {},
  );
  const url = `http://127.0.0.1:${port}/`;
  const stop = async () => {
    await Promise.all([bot, play].map(end));
  };
  try {
    await Promise.all([`http://127.0.0.1:${botPort}/readyz`, url].map(answers));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, chromium: CHROMIUM, stop };
}

function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  // Without the settings of whoever runs the tests: jest's own, or those of a real bot.
  const { PATH = '', HOME = '' } = process.env;
  return spawn(program, args, { cwd: ROOT, stdio: 'ignore', env: { PATH, HOME, ...env } });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    if (child.exitCode === null) child.kill('SIGKILL');
    else resolve();
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await wait(250);
  }
  throw new Error(`${url} does not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
