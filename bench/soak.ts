/**
 * Claim: under steady load on all channels at once, memory stays flat, no request fails and answers stay fast.
 *
 * The bot is a process of its own, started as in its container, with the shipped knowledge. Slack and
 * Microsoft are simulated on this machine, behind a proxy and over TLS; their work is not counted.
 *
 *     npm run build && node bench/soak.ts [seconds, 600] [requests per second, 200] [program, dist/main.js]
 */
import { SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { startWorld } from '../test/system/world/index.ts';
import { CONTAINER_ARGS } from './container.ts';
import { cpuOf, memoryOf } from './process-figures.ts';
import { quantile } from './timing.ts';

const [seconds = '600', rate = '200', entry = 'dist/main.js'] = process.argv.slice(2);
const [SECONDS, RATE] = [Number(seconds), Number(rate)];
const QUESTIONS = [
  'mag ik twitteren?',
  'moet ik zelf dingen plaatsen of is meelezen genoeg?',
  'mag ik anoniem reageren',
  'en op LinkedIn?',
  'onderwerpen',
  'zelfcheck',
];
const TICK_MS = 20;
const WARM_UP_SECONDS = 10;

const world = await startWorld({ KNOWLEDGE_DIR: SHIPPED_KNOWLEDGE, LOG_LEVEL: 'warn' }, [
  ...CONTAINER_ARGS,
  entry,
]);
const channels = ['slack', 'teams', 'web'] as const;
const times = new Map<string, number[]>(channels.map((name) => [name, []]));
const memory: number[] = [];
let sent = 0;
/** Counts per channel and status or error. */
const failed = new Map<string, number>();
let running = 0;
const pid = world.bot.pid ?? 0;
const cpuBefore = cpuOf(pid);
const begin = performance.now();
const elapsed = () => (performance.now() - begin) / 1_000;

const send = async (number: number) => {
  const name = channels[number % channels.length] ?? 'web';
  const text = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
  const person = `U${Math.floor(Math.random() * 10_000)}`;
  const start = performance.now();
  running += 1;
  const outcome = await (name === 'web' ? world.web(text) : world[name](text, person)).then(
    ({ status }) => String(status),
    (error: unknown) =>
      `${String(error)} after ${((performance.now() - start) / 1_000).toFixed(3)} s, at ${elapsed().toFixed(0)} s`,
  );
  running -= 1;
  if (outcome === '200') times.get(name)?.push(performance.now() - start);
  else failed.set(`${name} ${outcome}`, (failed.get(`${name} ${outcome}`) ?? 0) + 1);
};
const timer = setInterval(() => {
  // Keeps the list of calls in this process short.
  if (world.reached.length > 10_000) countReached();
  while (sent < Math.min(elapsed(), SECONDS) * RATE) void send(sent++);
}, TICK_MS);
let [inSlack, inTeams] = [0, 0];
function countReached(): void {
  for (const { host } of world.reached.splice(0)) {
    if (host === 'hooks.slack.com') inSlack += 1;
    if (host === 'smba.trafficmanager.net') inTeams += 1;
  }
}
const sampler = setInterval(() => memory.push(memoryOf(pid)), 1_000);
await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
clearInterval(timer);
while (running > 0) await new Promise((resolve) => setTimeout(resolve, 50));
// Answers in Slack come after the acknowledgements.
await new Promise((resolve) => setTimeout(resolve, 3_000));
clearInterval(sampler);
const cpu = cpuOf(pid) - cpuBefore;
const code = await world.stop();
countReached();

const settled = memory.slice(WARM_UP_SECONDS, SECONDS);
const half = Math.floor(settled.length / 2);
const median = (from: number, to: number) => quantile(settled.slice(from, to), 0.5).toFixed(0);
const all = [...times.values()].flat();
process.stdout.write(
  [
    `${SECONDS} s at ${RATE} requests/s: ${sent} sent, ${all.length} answered, ${sent - all.length} failed, exit ${code ?? 'by signal'}`,
    ...[...failed].map(([what, count]) => `failed: ${what}, ${count} times`),
    `answers delivered: ${inSlack} of ${times.get('slack')?.length ?? 0} in Slack, ${inTeams} of ${times.get('teams')?.length ?? 0} in Teams`,
    ...[...times].map(
      ([name, list]) =>
        `${name.padEnd(6)} p50 ${quantile(list, 0.5).toFixed(1)} ms, p99 ${quantile(list, 0.99).toFixed(1)} ms, max ${Math.max(0, ...list.slice(-50_000)).toFixed(0)} ms`,
    ),
    `memory (RSS): ${memory[0]?.toFixed(0) ?? '?'} MB at first, median of the first half ${median(0, half)} MB, of the second half ${median(half, settled.length)} MB, max ${Math.max(...memory).toFixed(0)} MB`,
    `CPU: ${(cpu / Math.max(1, sent)).toFixed(2)} ms of the bot per request, ${(cpu / 10 / SECONDS).toFixed(0)} % of a core`,
    '',
  ].join('\n'),
);
process.exit();
