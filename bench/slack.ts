/**
 * How fast a `/handreiking` command is acknowledged, and what it costs: an empty Bolt handler, a Bolt handler that
 * answers a fixed line, and the bot, in turns, over signed HTTP requests on kept connections.
 *
 *     node bench/slack.ts [commands in each turn, 3000] [connections, 10] [turns, 3]
 *
 * A turn is a burst: as many commands as the connections carry, then the wait until all are answered. The bot lets
 * acknowledgements go first, so its rate over a burst says nothing of a rate that it could keep up: that is bounded by
 * the processor time of a command, which holds the answer too.
 */
import { fork } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Kind } from './slack-server.ts';
import { quantile } from './timing.ts';

const [COMMANDS = 3_000, CONNECTIONS = 10, TURNS = 3] = process.argv.slice(2).map(Number);
const SECRET = 'bench';
const QUESTIONS = [
  'mag ik twitteren?',
  'moet ik zelf dingen plaatsen of is meelezen genoeg?',
  'mag ik anoniem reageren',
  'onderwerpen',
];

/** What one server did under load. */
interface Turn {
  readonly rate: number;
  readonly times: readonly number[];
  readonly cpu: number;
  readonly answered: number;
  readonly wrong: number;
}

let answers = 0;
const slack = createServer((incoming, response) => {
  incoming.resume().on('end', () => {
    if (incoming.url?.startsWith('/api/') !== true) answers += 1;
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true,"user_id":"U1","bot_id":"B1"}');
  });
});
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(slack.address() as AddressInfo).port}`;

const servers = new Map(
  await Promise.all(
    (['empty', 'line', 'bot'] as const).map(async (kind) => [kind, await start(kind)] as const),
  ),
);
const turns = new Map<Kind, Turn[]>([...servers.keys()].map((kind) => [kind, []]));
for (const server of servers.values()) await server.load(500);
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [kind, server] of servers) turns.get(kind)?.push(await server.load(COMMANDS));
}

const middle = (values: readonly number[]) => quantile(values, 0.5);
const rateOf = (kind: Kind) => middle((turns.get(kind) ?? []).map(({ rate }) => rate));
const lines = [...turns].map(([kind, all]) => {
  const times = all.flatMap((turn) => turn.times);
  const sum = (of: (turn: Turn) => number) => all.reduce((total, turn) => total + of(turn), 0);
  return [
    kind.padEnd(6),
    `${rateOf(kind).toFixed(0)} acknowledged/s`.padStart(20),
    `x${(rateOf(kind) / rateOf('empty')).toFixed(2)}`,
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`.padStart(28),
    `${middle(all.map(({ cpu }) => cpu)).toFixed(0)} us of processor`.padStart(22),
    `${((100 * sum(({ answered }) => answered)) / times.length).toFixed(0)} % answered, ${sum(({ wrong }) => wrong)} not 200`,
  ].join('  ');
});
process.stdout.write(`${lines.join('\n')}\n`);
process.exit();

async function start(kind: Kind) {
  const child = fork(join(import.meta.dirname, 'slack-server.ts'), [kind, SECRET, `${base}/api/`]);
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const cpu = async () => {
    const said = once(child, 'message');
    child.send('cpu');
    return ((await said) as [number])[0];
  };
  return {
    load: async (commands: number): Promise<Turn> => {
      const [before, first] = [answers, await cpu()];
      const times: number[] = [];
      let wrong = 0;
      let sentSoFar = 0;
      const begin = performance.now();
      const worker = async () => {
        while (sentSoFar < commands) {
          sentSoFar += 1;
          const sent = performance.now();
          if ((await command(port, agent)) !== 200) wrong += 1;
          times.push(performance.now() - sent);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, worker));
      const rate = ((times.length - wrong) * 1_000) / (performance.now() - begin);
      // Answers that are still on their way belong to this turn, and so does their cost.
      for (let last = -1; last !== answers; await new Promise((resolve) => setTimeout(resolve, 300)))
        last = answers;
      return { rate, times, cpu: ((await cpu()) - first) / times.length, answered: answers - before, wrong };
    },
  };
}

function command(port: number, agent: Agent): Promise<number> {
  const body = new URLSearchParams({
    command: '/handreiking',
    text: QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: `U${Math.floor(Math.random() * 10_000)}`,
    trigger_id: randomUUID(),
    response_url: `${base}/answer`,
  }).toString();
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    };
    const sent = request({ port, host: '127.0.0.1', agent, method: 'POST', path: '/slack/events', headers });
    sent.on('response', (response) =>
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      }),
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
