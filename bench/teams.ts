/**
 * How many turns a second Teams gets, and what one costs: an empty botbuilder handler that checks the token and sends
 * one line, and the bot, in turns, over kept connections. A turn is over when the reply was taken.
 *
 *     node bench/teams.ts [seconds for each round, 4] [connections, 10] [rounds, 3]
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { activityTo, APP_ID, KEY_SET, TENANT, tokenWith } from '../test/adapters/teams/harness.ts';
import type { Kind } from './teams-server.ts';
import { quantile } from './timing.ts';

const [SECONDS = 4, CONNECTIONS = 10, ROUNDS = 3] = process.argv.slice(2).map(Number);
const QUESTIONS = [
  'mag ik twitteren?',
  'moet ik zelf dingen plaatsen of is meelezen genoeg?',
  'mag ik anoniem reageren',
  'onderwerpen',
];

interface Round {
  readonly rate: number;
  readonly times: readonly number[];
  /** µs of processor for a turn. */
  readonly cpu: number;
  readonly replies: number;
  readonly wrong: number;
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
const authorization = `Bearer ${tokenWith({ claims: { serviceurl: base } })}`;

const servers = new Map(
  await Promise.all((['empty', 'bot'] as const).map(async (kind) => [kind, await start(kind)] as const)),
);
const rounds = new Map<Kind, Round[]>([...servers.keys()].map((kind) => [kind, []]));
for (const server of servers.values()) await server.load(1_500);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [kind, server] of servers) rounds.get(kind)?.push(await server.load(SECONDS * 1_000));
}

const middle = (values: readonly number[]) => quantile(values, 0.5);
const rateOf = (kind: Kind) => middle((rounds.get(kind) ?? []).map(({ rate }) => rate));
const lines = [...rounds].map(([kind, all]) => {
  const times = all.flatMap((round) => round.times);
  const sum = (of: (round: Round) => number) => all.reduce((total, round) => total + of(round), 0);
  return [
    kind.padEnd(6),
    `${rateOf(kind).toFixed(0)} turns/s`.padStart(14),
    `x${(rateOf(kind) / rateOf('empty')).toFixed(2)}`,
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`.padStart(28),
    `${(middle(all.map(({ cpu }) => cpu)) / 1_000).toFixed(2)} ms of processor`.padStart(24),
    `${((100 * sum((round) => round.replies)) / times.length).toFixed(0)} % replied, ${sum(({ wrong }) => wrong)} not 200`,
  ].join('  ');
});
process.stdout.write(`${lines.join('\n')}\n`);
process.exit();

async function start(kind: Kind) {
  const child = fork(join(import.meta.dirname, 'teams-server.ts'), [kind, APP_ID, TENANT, `${base}config`]);
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const cpu = async () => {
    const said = once(child, 'message');
    child.send('cpu');
    return ((await said) as [number])[0];
  };
  return {
    load: async (milliseconds: number): Promise<Round> => {
      const [before, first] = [replies, await cpu()];
      const times: number[] = [];
      let wrong = 0;
      const begin = performance.now();
      const worker = async () => {
        while (performance.now() - begin < milliseconds) {
          const sent = performance.now();
          if ((await turn(port, agent)) !== 200) wrong += 1;
          times.push(performance.now() - sent);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, worker));
      const rate = (times.length * 1_000) / (performance.now() - begin);
      return { rate, times, cpu: ((await cpu()) - first) / times.length, replies: replies - before, wrong };
    },
  };
}

function turn(port: number, agent: Agent): Promise<number> {
  const text = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)];
  const conversation = { id: `a:${Math.floor(Math.random() * 10_000)}`, conversationType: 'personal' };
  const body = JSON.stringify(activityTo(base, { id: randomUUID(), text, conversation }));
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization,
    };
    const sent = request({ port, host: '127.0.0.1', agent, method: 'POST', path: '/api/messages', headers });
    sent.on('response', (response) =>
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      }),
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
