/**
 * Measures how many Teams turns a second a server handles and what one costs: an empty botbuilder handler that checks
 * the token and sends one line, and the bot, alternately, over kept connections. A turn ends when the reply was taken.
 *
 *     node bench/teams.ts [seconds per run, 4] [connections, 10] [runs, 3]
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { activityTo, APP_ID, KEY_SET, TENANT, tokenWith } from '../test/adapters/teams/inbound.ts';
import { describeRuns, runLoad } from './load.ts';
import type { Run } from './load.ts';
import { randomQuestion, startServerProcess } from './server-process.ts';
import type { Kind } from './teams-server.ts';

const [SECONDS = 4, CONNECTIONS = 10, RUNS = 3] = process.argv.slice(2).map(Number);

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

const KINDS = ['empty', 'bot'] as const;
const servers = await Promise.all(KINDS.map(start));
const runs = new Map(KINDS.map((kind) => [kind, [] as Run[]]));
for (const { load } of servers) await load(1_500);
for (let run = 0; run < RUNS; run += 1) {
  for (const { kind, load } of servers) runs.get(kind)?.push(await load(SECONDS * 1_000));
}
process.stdout.write(describeRuns('turns', runs));
process.exit();

async function start(kind: Kind) {
  const script = join(import.meta.dirname, 'teams-server.ts');
  const server = await startServerProcess(script, [kind, APP_ID, TENANT, `${base}config`], CONNECTIONS);
  const send = () => server.post('/api/messages', HEADERS, turn());
  const load = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    const hasMore = () => performance.now() < end;
    return runLoad(server, { connections: CONNECTIONS, hasMore, send, answers: () => replies });
  };
  return { kind, load };
}

function turn(): string {
  const conversation = { id: `a:${Math.floor(Math.random() * 10_000)}`, conversationType: 'personal' };
  return JSON.stringify(activityTo(base, { id: randomUUID(), text: randomQuestion(), conversation }));
}
