/**
 * Measures how many Teams turns a second a server handles and what one costs: an empty botbuilder handler that checks
 * the token and sends one line, and the bot, alternately, over kept connections. A turn ends when the reply was taken.
 *
 *     node bench/teams.ts [seconds per round, 4] [connections, 10] [rounds, 3]
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { activityTo, APP_ID, KEY_SET, TENANT, tokenWith } from '../test/adapters/teams/harness.ts';
import { randomQuestion, startServerProcess } from './server-process.ts';
import type { Kind } from './teams-server.ts';
import { quantile } from './timing.ts';

const [SECONDS = 4, CONNECTIONS = 10, ROUNDS = 3] = process.argv.slice(2).map(Number);

interface Round {
  /** Turns per second. */
  readonly rate: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
  /** CPU time of the server per turn, in µs. */
  readonly cpu: number;
  readonly replies: number;
  /** Turns that got another status than 200. */
  readonly failed: number;
}

let replies = 0;
const microsoft = createServer((incoming, response) => {
  incoming.resume().on('end', () => {
    response.setHeader('content-type', 'application/json');
    const { url = '' } = incoming;
    if (url === '/config') response.end(JSON.stringify({ jwks_uri: `${base}keys` }));
    else if (url === '/keys') response.end(JSON.stringify({ keys: KEY_SET }));
    else {
      replies += 1;
      response.end('{"id":"r1"}');
    }
  });
});
await new Promise<void>((resolve) => microsoft.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}/`;
const HEADERS = {
  'content-type': 'application/json',
  authorization: `Bearer ${tokenWith({ claims: { serviceurl: base } })}`,
};

const servers = new Map(
  await Promise.all((['empty', 'bot'] as const).map(async (kind) => [kind, await start(kind)] as const)),
);
const rounds = new Map<Kind, Round[]>([...servers.keys()].map((kind) => [kind, []]));
for (const server of servers.values()) await server.load(1_500);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [kind, server] of servers) rounds.get(kind)?.push(await server.load(SECONDS * 1_000));
}

const median = (values: readonly number[]) => quantile(values, 0.5);
const rateOf = (kind: Kind) => median((rounds.get(kind) ?? []).map(({ rate }) => rate));
const lines = [...rounds].map(([kind, all]) => {
  const times = all.flatMap((round) => round.times);
  const sum = (of: (round: Round) => number) => all.reduce((total, round) => total + of(round), 0);
  return [
    kind.padEnd(6),
    `${rateOf(kind).toFixed(0)} turns/s`.padStart(14),
    `x${(rateOf(kind) / rateOf('empty')).toFixed(2)}`,
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`.padStart(28),
    `${(median(all.map(({ cpu }) => cpu)) / 1_000).toFixed(2)} ms of CPU`.padStart(18),
    `${((100 * sum((round) => round.replies)) / times.length).toFixed(0)} % replied, ${sum(({ failed }) => failed)} not 200`,
  ].join('  ');
});
process.stdout.write(`${lines.join('\n')}\n`);
process.exit();

async function start(kind: Kind) {
  const script = join(import.meta.dirname, 'teams-server.ts');
  const server = await startServerProcess(script, [kind, APP_ID, TENANT, `${base}config`], CONNECTIONS);
  return {
    load: async (milliseconds: number): Promise<Round> => {
      const [repliesBefore, cpuBefore] = [replies, await server.cpu()];
      const times: number[] = [];
      let failed = 0;
      const begin = performance.now();
      const worker = async () => {
        while (performance.now() - begin < milliseconds) {
          const start = performance.now();
          if ((await server.post('/api/messages', HEADERS, turn())) !== 200) failed += 1;
          times.push(performance.now() - start);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, worker));
      const rate = (times.length * 1_000) / (performance.now() - begin);
      const cpu = ((await server.cpu()) - cpuBefore) / times.length;
      return { rate, times, cpu, replies: replies - repliesBefore, failed };
    },
  };
}

function turn(): string {
  const conversation = { id: `a:${Math.floor(Math.random() * 10_000)}`, conversationType: 'personal' };
  return JSON.stringify(activityTo(base, { id: randomUUID(), text: randomQuestion(), conversation }));
}
