/**
 * Claim: a saved variant is in use in two thirds of the time that it took at commit 4ba99d1.
 *
 * Starts the bot of each tree on a copy of its own knowledge, changes the first variant of one entry, and measures until
 * `/readyz` has other knowledge: the time on the clock, with the wait for the next check of the files, and the processor
 * time of the whole process, which varies less on a machine that does other work. The first start of a tree trains.
 *
 *     node bench/reload.ts [--turns 3] [--tree DIR]...
 *
 * Several trees (folders with `src/` and `node_modules/`) take turns.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../test/store/postgres.ts';
import { cpuOf } from './process-figures.ts';

const { values: options } = parseArgs({
  options: {
    turns: { type: 'string', default: '3' },
    tree: { type: 'string', multiple: true, default: [join(import.meta.dirname, '..')] },
  },
});
const CHANGED_FILE = 'online-communicatie/vragen/luisteren.yaml';
const POLL_MS = 50;
const TIMEOUT_MS = 120_000;
/** The worker writes its cache, and memory is freed, after the swap; that counts too. */
const SETTLE_MS = 1_000;

for (let turn = 0; turn < Number(options.turns); turn += 1)
  for (const tree of options.tree) process.stdout.write(`${tree}  ${await measure(tree)}\n`);

/** Starts a bot, changes a variant, and returns the times until it is in use. */
async function measure(tree: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reload-bench-'));
  const knowledge = join(folder, 'knowledge');
  cpSync(join(tree, 'knowledge'), knowledge, { recursive: true });
  const port = await freePort();
  const bot = spawn(process.execPath, [join(tree, 'src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_NO_WARNINGS: '1',
      LOG_LEVEL: 'error',
      PORT: String(port),
      KNOWLEDGE_DIR: knowledge,
      MODEL_CACHE_DIR: join(folder, 'models'),
    },
  });
  try {
    const old = await until(async () => knowledgeOf(port));
    await sleep(SETTLE_MS);
    const [begin, cpu] = [performance.now(), cpuOf(bot.pid ?? 0)];
    const file = join(knowledge, CHANGED_FILE);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^( +varianten:\n +- .+)/m, `$1 vandaag ${Math.random()}`),
    );
    await until(async () => ((await knowledgeOf(port)) === old ? undefined : true));
    const ms = performance.now() - begin;
    await sleep(SETTLE_MS);
    return `live after ${(ms / 1_000).toFixed(1)} s, processor time ${((cpuOf(bot.pid ?? 0) - cpu) / 1_000).toFixed(1)} s`;
  } finally {
    bot.kill();
    if (bot.exitCode === null) await once(bot, 'exit');
    rmSync(folder, { recursive: true });
  }
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + TIMEOUT_MS;
  while (performance.now() < end) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(POLL_MS);
  }
  throw new Error('it took too long');
}

/** The fingerprint of the knowledge in use; `undefined` while nothing listens. */
async function knowledgeOf(port: number): Promise<string | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  if (response?.status !== 200) return undefined;
  const { knowledge } = (await response.json()) as { knowledge: { hash: string } };
  return knowledge.hash;
}
