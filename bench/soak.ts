/**
 * Claim: under steady load over all channels at once memory stays flat, nothing fails, and answers stay quick.
 *
 * The bot runs as the image starts it (`scripts/flags.ts`), in a process of its own, with the shipped knowledge; Slack and Microsoft are
 * on this machine, behind a proxy and over TLS. So the machine does the work of both sides.
 *
 *     npm run build && node bench/soak.ts [seconds, 600] [requests a second, 200] [what to run, dist/main.js]
 */
import { readFileSync } from 'node:fs';
import { FLAGS, MEMORY } from '../scripts/flags.ts';
import { SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { startWorld } from '../test/system/world/index.ts';
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
const WARM_UP = 10;

const world = await startWorld({ ...MEMORY, KNOWLEDGE_DIR: SHIPPED_KNOWLEDGE, LOG_LEVEL: 'warn' }, [
  ...FLAGS,
  entry,
]);
const channels = ['slack', 'teams', 'web'] as const;
const times = new Map<string, number[]>(channels.map((name) => [name, []]));
const memory: number[] = [];
let sent = 0;
/** By channel, and status or error. */
const failed = new Map<string, number>();
let running = 0;
const cpuBefore = processorOf(world.bot.pid ?? 0);
const begin = performance.now();
const passed = () => (performance.now() - begin) / 1_000;

const one = async (number: number) => {
  const name = channels[number % channels.length] ?? 'web';
  const text = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
  const person = `U${Math.floor(Math.random() * 10_000)}`;
  const from = performance.now();
  running += 1;
  const outcome = await (name === 'web' ? world.web(text) : world[name](text, person)).then(
    ({ status }) => String(status),
    (error: unknown) =>
      `${String(error)} after ${((performance.now() - from) / 1_000).toFixed(3)} s, at ${passed().toFixed(0)} s`,
  );
  running -= 1;
  if (outcome === '200') times.get(name)?.push(performance.now() - from);
  else failed.set(`${name} ${outcome}`, (failed.get(`${name} ${outcome}`) ?? 0) + 1);
};
const timer = setInterval(() => {
  // What is kept of calls would grow here, in the process that measures.
  if (world.reached.length > 10_000) countReached();
  while (sent < Math.min(passed(), SECONDS) * RATE) void one(sent++);
}, TICK_MS);
let [inSlack, inTeams] = [0, 0];
function countReached(): void {
  for (const { host } of world.reached.splice(0)) {
    if (host === 'hooks.slack.com') inSlack += 1;
    if (host === 'smba.trafficmanager.net') inTeams += 1;
  }
}
const sampler = setInterval(() => memory.push(residentOf(world.bot.pid ?? 0)), 1_000);
await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
clearInterval(timer);
while (running > 0) await new Promise((resolve) => setTimeout(resolve, 50));
// Answers in Slack follow behind.
await new Promise((resolve) => setTimeout(resolve, 3_000));
clearInterval(sampler);
const cpu = processorOf(world.bot.pid ?? 0) - cpuBefore;
const code = await world.stop();
countReached();

const settled = memory.slice(WARM_UP, SECONDS);
const middle = Math.floor(settled.length / 2);
const part = (from: number, to: number) => quantile(settled.slice(from, to), 0.5).toFixed(0);
const all = [...times.values()].flat();
process.stdout.write(
  [
    `${SECONDS} s at ${RATE} requests/s: ${sent} sent, ${all.length} answered, ${sent - all.length} failed, exit ${code ?? 'by a signal'}`,
    ...[...failed].map(([what, count]) => `failed: ${what}, ${count} times`),
    `answers delivered: ${inSlack} of ${times.get('slack')?.length ?? 0} in Slack, ${inTeams} of ${times.get('teams')?.length ?? 0} in Teams`,
    ...[...times].map(
      ([name, list]) =>
        `${name.padEnd(6)} p50 ${quantile(list, 0.5).toFixed(1)} ms, p99 ${quantile(list, 0.99).toFixed(1)} ms, most ${Math.max(0, ...list.slice(-50_000)).toFixed(0)} ms`,
    ),
    `memory (RSS): ${memory[0]?.toFixed(0) ?? '?'} MB at first, middle of the first half ${part(0, middle)} MB, of the second half ${part(middle, settled.length)} MB, most ${Math.max(...memory).toFixed(0)} MB`,
    `processor: ${((1_000 * cpu) / Math.max(1, sent)).toFixed(2)} ms of the bot for a request, ${((100 * cpu) / SECONDS).toFixed(0)} % of a core`,
    '',
  ].join('\n'),
);
process.exit();

/** Of a process, in MB. */
function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

/** Time that a process has had of the processor, in seconds; Linux counts in hundredths. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
