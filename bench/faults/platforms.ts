import { setTimeout as sleep } from 'node:timers/promises';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { freePort } from '../../test/store/postgres.ts';
import { startWorld } from '../../test/system/world/index.ts';
import type { World } from '../../test/system/world/index.ts';
import type { Failure } from '../../test/system/world/outside.ts';
import { CONTAINER_ARGS } from '../container.ts';
import type { Load } from './measure.ts';

export const PLATFORM_HEAD = [
  'fault',
  'sent',
  'answered',
  'failed',
  'told',
  'counted as lost',
  'back after',
] as const;

type Channel = 'slack' | 'teams';

/** What Slack or Microsoft do wrong, and whether they do so before the bot starts. */
interface Fault {
  readonly name: string;
  readonly channel: Channel;
  readonly hosts: readonly string[];
  readonly failure: Failure;
  readonly fromStart?: true;
}

const SLACK = ['slack.com', 'hooks.slack.com'];
const TOKENS = ['login.microsoftonline.com'];
const CONNECTOR = ['smba.trafficmanager.net'];
const BUSY: Failure = { status: 429, headers: { 'retry-after': '2' } };
const FAULTS: readonly Fault[] = [
  { name: 'Slack: none', channel: 'slack', hosts: [], failure: 'hangs' },
  { name: 'Slack: answers 500', channel: 'slack', hosts: SLACK, failure: { status: 500 } },
  { name: 'Slack: 429, `Retry-After: 2`', channel: 'slack', hosts: SLACK, failure: BUSY },
  { name: 'Slack: hangs', channel: 'slack', hosts: SLACK, failure: 'hangs' },
  {
    name: 'Slack: 503 from the start',
    channel: 'slack',
    hosts: SLACK,
    failure: { status: 503 },
    fromStart: true,
  },
  { name: 'Teams: none', channel: 'teams', hosts: [], failure: 'hangs' },
  {
    name: 'Teams: no tokens from the start (503)',
    channel: 'teams',
    hosts: TOKENS,
    failure: { status: 503 },
    fromStart: true,
  },
  {
    name: 'Teams: token server hangs from the start',
    channel: 'teams',
    hosts: TOKENS,
    failure: 'hangs',
    fromStart: true,
  },
  { name: 'Teams: token server down later', channel: 'teams', hosts: TOKENS, failure: { status: 503 } },
  { name: 'Teams: connector refuses (403)', channel: 'teams', hosts: CONNECTOR, failure: { status: 403 } },
  { name: 'Teams: connector answers 500', channel: 'teams', hosts: CONNECTOR, failure: { status: 500 } },
  { name: 'Teams: connector 429, `Retry-After: 2`', channel: 'teams', hosts: CONNECTOR, failure: BUSY },
  { name: 'Teams: connector hangs', channel: 'teams', hosts: CONNECTOR, failure: 'hangs' },
];

/** Where answers arrive. */
const ARRIVES: Readonly<Record<Channel, string>> = {
  slack: 'hooks.slack.com',
  teams: 'smba.trafficmanager.net',
};
/** Longer than all tries of one answer, in milliseconds. */
const SETTLES = 40_000;
/** Half a second apart: the SDK of Microsoft asks for no token for a minute after a 5xx. */
const PROBES = 240;

/**
 * Claim: when Slack or Microsoft fail, each answer arrives or is counted as lost, and the bot comes back by itself. The bot
 * is the bundle in a process of its own; Slack and Microsoft are simulated behind a proxy and over TLS. Yields a row
 * (`PLATFORM_HEAD`) for each fault whose name begins with `only`: a third of the way (or from the start) it begins, at two
 * thirds it ends.
 */
export async function* platformFaults(load: Load, only: string): AsyncGenerator<readonly string[]> {
  for (const fault of FAULTS.filter(({ name }) => name.startsWith(only))) yield await measure(fault, load);
}

async function measure(fault: Fault, { seconds, rate }: Load): Promise<readonly string[]> {
  const { name, channel, hosts, failure, fromStart } = fault;
  const failures = new Map<string, Failure>();
  const fail = () => {
    for (const host of hosts) failures.set(host, failure);
  };
  if (fromStart === true) fail();
  const metricsPort = await freePort();
  const settings = {
    KNOWLEDGE_DIR: SHIPPED_KNOWLEDGE,
    LOG_LEVEL: 'silent',
    METRICS_PORT: String(metricsPort),
  };
  const world = await startWorld(settings, [...CONTAINER_ARGS, 'dist/main.js'], failures);
  try {
    while (fromStart !== true && !(await isReady(world, channel))) await sleep(50);
    const total = seconds * rate;
    const statuses: Promise<number>[] = [];
    let healed = 0;
    for (let number = 0; number < total; number += 1) {
      if (number === Math.floor(total / 3)) fail();
      if (number === Math.floor((2 * total) / 3)) {
        failures.clear();
        healed = performance.now();
      }
      // A person, and so a conversation, for each question.
      statuses.push(
        world[channel]('mag ik twitteren?', `U${number}`).then(
          ({ status }) => status,
          () => 0,
        ),
      );
      await sleep(1_000 / rate);
    }
    const refused = (await Promise.all(statuses)).filter((status) => status !== 200).length;
    const arrived = () => world.reached.filter(({ host, isTaken }) => isTaken && host === ARRIVES[channel]);
    const answered = () => new Set(arrived().map(({ path }) => path)).size;
    const lost = () => lostIn(metricsPort, channel);
    const settled = performance.now() + SETTLES;
    while (answered() + (await lost()) + refused < total && performance.now() < settled) await sleep(200);
    const [received, counted] = [answered(), await lost()];
    const failed = total - received;
    const first = () => arrived().find(({ at }) => at > healed)?.at;
    // Nobody of the load was answered: others ask.
    for (let number = 0; first() === undefined && number < PROBES; number += 1) {
      await world[channel]('mag ik twitteren?', `Ulater${number}`).catch(() => undefined);
      await sleep(500);
    }
    const back = ((first() ?? Infinity) - healed) / 1_000;
    const told = Math.min(failed, refused);
    return [name, total, received, failed, told, counted, `${back.toFixed(1)} s`].map(String);
  } finally {
    await world.stop();
  }
}

async function isReady(world: World, channel: Channel): Promise<boolean> {
  const { text } = await world.get('/readyz');
  return text.includes(`"${channel}":"ready"`);
}

async function lostIn(port: number, channel: Channel): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(
    new RegExp(`channel="${channel}",type="fault",outcome="lost"\\} (\\d+)`).exec(text)?.[1] ?? 0,
  );
}
