import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAssets } from '../../adapters/web/assets.ts';
import { CONTAINER_ARGS } from '../container.ts';
import { memoryOf } from '../process-figures.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { rawHttp } from '../../test/server/raw-http.ts';
import { startWorld } from '../../test/system/world/index.ts';
import type { World } from '../../test/system/world/index.ts';

export const FLOOD_HEAD = [
  'what is sent ahead, by 50 clients that read nothing',
  'before',
  'most',
  'after',
  'health',
  'slowest',
  'goal',
] as const;

const CLIENTS = 50;
const REQUESTS = 1_000;
const SECONDS = 10;
/** One after the other, and read, each on a connection of its own. */
const ORDINARY = 1_000;
/** Megabytes that the bot may grow by meanwhile. */
const GOAL = 60;

/**
 * Claim: clients that send ahead and do not read cost next to nothing, and probes are answered meanwhile. The bot is the
 * bundle with the flags of the image, all channels on. Yields a row (`FLOOD_HEAD`) for each address: memory (RSS) before,
 * at most during ten seconds, and after the clients left; probes of `/healthz` that were answered, one at a time, and the
 * slowest of them.
 */
export async function* floods(): AsyncGenerator<readonly string[]> {
  const targets = [
    ['GET', '/', ''],
    ['GET', readAssets()['adaptivecards.js'].address, ''],
    ['GET', '/vraag/alleen-meelezen', ''],
    // Not signed.
    ['POST', '/slack/events', '{"type":"event_callback","event":{"type":"message"}}'],
  ] as const;
  // Each in a process of its own: what was held once stays with a process.
  for (const [method, path, body] of targets) {
    const settings = { KNOWLEDGE_DIR: SHIPPED_KNOWLEDGE, LOG_LEVEL: 'error' };
    const world = await startWorld(settings, [...CONTAINER_ARGS, 'dist/main.js']);
    try {
      yield await flood(world, `${method} ${path}`, body);
    } finally {
      await world.stop();
    }
  }
}

async function flood(world: World, line: string, body: string): Promise<readonly string[]> {
  const port = Number(new URL(world.base).port);
  const head = `${line} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`;
  // What is made and compiled for ordinary requests counts as before.
  for (let count = 0; count < ORDINARY; count += 1) {
    await rawHttp(port, `${head}connection: close\r\n\r\n${body}`);
  }
  await sleep(2_000);
  const before = residentOf(world);
  const clients = Array.from({ length: CLIENTS }, () =>
    sendAhead(port, `${head}\r\n${body}`.repeat(REQUESTS)),
  );
  let most = before;
  let slowest = 0;
  let [probes, answered] = [0, 0];
  for (const end = performance.now() + SECONDS * 1_000; performance.now() < end;) {
    const from = performance.now();
    probes += 1;
    answered += await world.get('/healthz').then(
      ({ status }) => Number(status === 200),
      () => 0,
    );
    slowest = Math.max(slowest, performance.now() - from);
    most = Math.max(most, residentOf(world));
    await sleep(50);
  }
  for (const client of clients) client.destroy();
  await sleep(2_000);
  const isMet = most - before <= GOAL && answered === probes;
  const mb = [before, most, residentOf(world)].map((held) => `${held.toFixed(0)} MB`);
  const health = `${answered} of ${probes}`;
  return [`\`${line}\``, ...mb, health, `${slowest.toFixed(0)} ms`, isMet ? 'met' : 'not met'];
}

function sendAhead(port: number, text: string): Socket {
  const client = connect(port, '127.0.0.1');
  client.on('error', () => undefined);
  client.pause().write(text);
  return client;
}

/** Resident memory of the bot, in MB; 0 when it is gone. */
function residentOf({ bot }: World): number {
  try {
    return memoryOf(bot.pid ?? 0);
  } catch {
    return 0;
  }
}
