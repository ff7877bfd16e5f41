import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { percent, table } from '../src/evaluation/report.ts';
import { readRounds } from '../src/evaluation/rounds.ts';
import type { Job, Measured } from './scale-job.ts';
import { writeSynthetic } from './synthetic.ts';
import { quantile } from './timing.ts';

/**
 * What does a large guidance cost? The shipped knowledge, without the rounds whose questions are asked, and 10,000
 * synthetic entries, each in a process of its own; beside them plain Fuse.js.
 *
 * `load`: `loadKnowledge`; `build`: `createAsker`, without a cache. `rss`: how much the process grew by these two;
 * `peak`: at most, in all; `heap`: the most that was in use. `p50` and `p99`: of a single question that was not asked
 * before, after others were: a service that has been running for a while. `first`: the entry found first is the one
 * that the synthetic question was made from.
 */
const ENTRIES = 10_000;
const VARIANTS = 10;
const QUESTIONS = 2_000;
const WARM_UP = 300;
const ROUNDS = [9, 10, 11, 12];
/** Fuse.js needs seconds for a question. */
const FUSE_QUESTIONS = { shipped: 20, synthetic: 5, warmUp: 1 } as const;

const HOSTILE = {
  '100,000 letters in words': 'waarom mag dat niet online '.repeat(3_704).slice(0, 100_000),
  'a word of 50,000 letters': 'onlinemeepraten'.repeat(3_334).slice(0, 50_000),
  '100,000 emoji': '😀🎉🙈😶‍🌫️'.repeat(25_000),
  '< 100,000 times': '<'.repeat(100_000),
} as const;

interface Goal {
  readonly name: string;
  readonly most: number;
  readonly reached: number;
  readonly unit: string;
}

function run(job: Job): Measured {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'scale-job.ts')], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`a measurement ended with status ${status ?? 'none'}`);
  return JSON.parse(stdout) as Measured;
}

/** Ours and Fuse.js on the same knowledge; Fuse.js gets the first of the questions. */
function compare(job: Omit<Job, 'engine' | 'hostile'>, fuseQuestions: number) {
  const ours = run({ ...job, engine: 'ours', hostile: Object.values(HOSTILE) });
  const fuse = run({
    ...job,
    engine: 'fuse',
    hostile: [],
    warmUp: job.warmUp.slice(0, FUSE_QUESTIONS.warmUp),
    questions: job.questions.slice(0, fuseQuestions),
  });
  return { ours, fuse };
}

function shipped() {
  const asked = (holds: (round: number) => boolean) =>
    readRounds()
      .filter(({ number }) => holds(number))
      .flatMap(({ items }) => items.map(({ q }) => q));
  const questions = asked((round) => ROUNDS.includes(round)).map((text) => ({ text }));
  const warmUp = asked((round) => !ROUNDS.includes(round));
  return compare({ knowledge: ROUNDS, warmUp, questions }, FUSE_QUESTIONS.shipped);
}

function synthetic() {
  const { directory, questions } = writeSynthetic(ENTRIES, VARIANTS, QUESTIONS + WARM_UP);
  try {
    const warmUp = questions.slice(QUESTIONS).map(({ text }) => text);
    const job = { knowledge: directory, warmUp, questions: questions.slice(0, QUESTIONS) };
    return compare(job, FUSE_QUESTIONS.synthetic);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function row(name: string, measured: Measured): string[] {
  const { texts, load, build, rss, peakRss, peakHeap, times, right } = measured;
  return [
    name,
    String(texts),
    ...[load, build].map((ms) => `${(ms / 1000).toFixed(1)} s`),
    ...[rss, peakRss, peakHeap].map((size) => `${size.toFixed(0)} MB`),
    String(times.length),
    ...[0.5, 0.99].map((part) => `${quantile(times, part).toFixed(2)} ms`),
    right === 0 ? '-' : percent(right),
  ];
}

function goals(small: ReturnType<typeof compare>, large: ReturnType<typeof compare>): Goal[] {
  const median = ({ times }: Measured) => quantile(times, 0.5);
  return [
    { name: 'shipped p50', most: 0.3, reached: median(small.ours), unit: 'ms' },
    { name: 'shipped p99', most: 2, reached: quantile(small.ours.times, 0.99), unit: 'ms' },
    {
      name: 'shipped p50 / Fuse.js p50',
      most: 1 / 20,
      reached: median(small.ours) / median(small.fuse),
      unit: '',
    },
    { name: 'synthetic p50', most: 5, reached: median(large.ours), unit: 'ms' },
    { name: 'synthetic p99', most: 25, reached: quantile(large.ours.times, 0.99), unit: 'ms' },
    {
      name: 'synthetic load + build',
      most: 10,
      reached: (large.ours.load + large.ours.build) / 1000,
      unit: 's',
    },
    { name: 'synthetic rss', most: 600, reached: large.ours.rss, unit: 'MB' },
    {
      name: 'hostile, slowest',
      most: 10,
      reached: Math.max(...small.ours.hostile, ...large.ours.hostile),
      unit: 'ms',
    },
  ];
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  process.stdout.write(`${table(head, rows)}\n\n`);
}

const small = shipped();
const large = synthetic();
print(
  ['', 'texts', 'load', 'build', 'rss', 'peak', 'heap', 'asked', 'p50', 'p99', 'first'],
  [
    row('shipped, ours', small.ours),
    row('shipped, Fuse.js', small.fuse),
    row('synthetic, ours', large.ours),
    row('synthetic, Fuse.js', large.fuse),
  ],
);
print(
  ['hostile input', 'shipped', 'synthetic'],
  Object.keys(HOSTILE).map((name, place) => [
    name,
    ...[small, large].map(({ ours }) => `${(ours.hostile[place] ?? 0).toFixed(1)} ms`),
  ]),
);
print(
  ['goal', 'at most', 'reached', ''],
  goals(small, large).map(({ name, most, reached, unit }) => [
    name,
    `${most} ${unit}`.trim(),
    `${Number(reached.toPrecision(3))} ${unit}`.trim(),
    reached <= most ? 'yes' : 'NO',
  ]),
);
