/**
 * Measures how fast a `/handreiking` command is acknowledged and what it costs: an empty Bolt handler, a Bolt handler
 * that answers one fixed line, and the bot, in turns, over signed HTTP requests on kept connections.
 *
 *     node bench/slack.ts [commands per turn, 3000] [connections, 10] [turns, 3]
 *
 * A turn is a burst: commands as fast as the connections carry them, then the wait until all are answered. The bot sends
 * acknowledgements before answers, so the rate of a burst is not a sustainable rate. That one follows from the CPU time
 * per command, which includes the answer.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { randomQuestion, startServerProcess } from './server-process.ts';
import type { Kind } from './slack-server.ts';
import { quantile } from './timing.ts';

const [COMMANDS = 3_000, CONNECTIONS = 10, TURNS = 3] = process.argv.slice(2).map(Number);
const SECRET = 'bench';

/** One burst on one server. */
interface Turn {
  /** Acknowledgements per second. */
  readonly rate: number;
  /** Milliseconds until each acknowledgement. */
  readonly times: readonly number[];
  /** CPU time of the server per command, in µs. */
  readonly cpu: number;
  readonly answered: number;
  /** Commands that got another status than 200. */
  readonly failed: number;
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

const median = (values: readonly number[]) => quantile(values, 0.5);
const rateOf = (kind: Kind) => median((turns.get(kind) ?? []).map(({ rate }) => rate));
const lines = [...turns].map(([kind, all]) => {
  const times = all.flatMap((turn) => turn.times);
  const sum = (of: (turn: Turn) => number) => all.reduce((total, turn) => total + of(turn), 0);
  return [
    kind.padEnd(6),
    `${rateOf(kind).toFixed(0)} acknowledged/s`.padStart(20),
    `x${(rateOf(kind) / rateOf('empty')).toFixed(2)}`,
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`.padStart(28),
    `${median(all.map(({ cpu }) => cpu)).toFixed(0)} µs of CPU`.padStart(16),
    `${((100 * sum(({ answered }) => answered)) / times.length).toFixed(0)} % answered, ${sum(({ failed }) => failed)} not 200`,
  ].join('  ');
});
process.stdout.write(`${lines.join('\n')}\n`);
process.exit();

async function start(kind: Kind) {
  const script = join(import.meta.dirname, 'slack-server.ts');
  const server = await startServerProcess(script, [kind, SECRET, `${base}/api/`], CONNECTIONS);
  return {
    load: async (commands: number): Promise<Turn> => {
      const [answersBefore, cpuBefore] = [answers, await server.cpu()];
      const times: number[] = [];
      let failed = 0;
      let sent = 0;
      const begin = performance.now();
      const worker = async () => {
        while (sent < commands) {
          sent += 1;
          const start = performance.now();
          const { headers, body } = command();
          if ((await server.post('/slack/events', headers, body)) !== 200) failed += 1;
          times.push(performance.now() - start);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, worker));
      const rate = ((times.length - failed) * 1_000) / (performance.now() - begin);
      // Waits for the answers: their cost belongs to this turn.
      for (let last = -1; last !== answers; await new Promise((resolve) => setTimeout(resolve, 300)))
        last = answers;
      const cpu = ((await server.cpu()) - cpuBefore) / times.length;
      return { rate, times, cpu, answered: answers - answersBefore, failed };
    },
  };
}

function command() {
  const body = new URLSearchParams({
    command: '/handreiking',
    text: randomQuestion(),
    team_id: 'T1',
    channel_id: 'C1',
    user_id: `U${Math.floor(Math.random() * 10_000)}`,
    trigger_id: randomUUID(),
    response_url: `${base}/answer`,
  }).toString();
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${signature}`,
  };
  return { headers, body };
}
