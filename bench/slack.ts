/**
 * Measures how fast a `/handreiking` command is acknowledged and what it costs: an empty Bolt handler, a Bolt handler
 * that answers one fixed line, and the bot, in turns, over signed HTTP requests on kept connections.
 *
 *     node bench/slack.ts [commands per run, 3000] [connections, 10] [runs, 3]
 *
 * A run is a burst: commands as fast as the connections carry them, then the wait until all are answered. The bot sends
 * acknowledgements before answers, so the rate of a burst is not a sustainable rate. That one follows from the CPU time
 * per command, which includes the answer.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describeRuns, runLoad } from './load.ts';
import type { Run } from './load.ts';
import { randomQuestion, startServerProcess } from './server-process.ts';
import type { Kind } from './slack-server.ts';

const [COMMANDS = 3_000, CONNECTIONS = 10, RUNS = 3] = process.argv.slice(2).map(Number);
const SECRET = 'bench';

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

const KINDS = ['empty', 'line', 'bot'] as const;
const servers = await Promise.all(KINDS.map(start));
const runs = new Map(KINDS.map((kind) => [kind, [] as Run[]]));
for (const { load } of servers) await load(500);
for (let run = 0; run < RUNS; run += 1) {
  for (const { kind, load } of servers) runs.get(kind)?.push(await load(COMMANDS));
}
process.stdout.write(describeRuns('commands', runs));
process.exit();

async function start(kind: Kind) {
  const script = join(import.meta.dirname, 'slack-server.ts');
  const server = await startServerProcess(script, [kind, SECRET, `${base}/api/`], CONNECTIONS);
  const send = () => {
    const { headers, body } = command();
    return server.post('/slack/events', headers, body);
  };
  const load = (commands: number) => {
    let sent = 0;
    const hasMore = () => sent++ < commands;
    return runLoad(server, { connections: CONNECTIONS, hasMore, send, answers: () => answers });
  };
  return { kind, load };
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
