import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { percent, table } from '../src/evaluation/report.ts';
import { readRounds } from '../src/evaluation/rounds.ts';
import type { Job, Measured } from './scale-job.ts';
import { writeSynthetic } from './synthetic.ts';
import { quantile } from './timing.ts';

/**
 * Measures time and memory on the shipped knowledge (without the rounds whose questions are asked) and on 10,000
 * synthetic entries, beside plain Fuse.js. Each measurement is a process of its own.
 *
 *     node bench/scale.ts
 *
 * Columns. `load`: `loadKnowledge`; `build`: `createAsker` without a model cache. `rss`: growth of the process by these
 * two; `peak`: its largest growth; `heap`: the largest heap in use. `p50` and `p99`: one question that was not asked
 * before, in a warm process. `first`: the best hit is the entry that the synthetic question was made from.
 */
const ENTRIES = 10_000;
const VARIANTS = 10;
const QUESTIONS = 2_000;
const WARM_UP = 300;
const ROUNDS = [9, 10, 11, 12];
/** Few, because Fuse.js needs seconds for a question. */
const FUSE_QUESTIONS = { shipped: 20, synthetic: 5, warmUp: 1 } as const;

const HOSTILE = {
  '100,000 letters in words': 'waarom mag dat niet online '.repeat(3_704).slice(0, 100_000),
  'a word of 50,000 letters': 'onlinemeepraten'.repeat(3_334).slice(0, 50_000),
  '100,000 emoji': '😀🎉🙈😶‍🌫️'.repeat(25_000),
  '< 100,000 times': '<'.repeat(100_000),
} as const;

interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly value: number;
  readonly unit: string;
}

function run(job: Job): Measured {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'scale-job.ts')], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`a measurement exited with ${status ?? 'a signal'}`);
  return JSON.parse(stdout) as Measured;
}

/** Measures our matcher and Fuse.js on the same knowledge; Fuse.js gets the first `fuseQuestions` questions. */
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
  const questionsOf = (isIncluded: (round: number) => boolean) =>
    readRounds()
      .filter(({ number }) => isIncluded(number))
      .flatMap(({ items }) => items.map(({ q }) => q));
  const questions = questionsOf((round) => ROUNDS.includes(round)).map((text) => ({ text }));
  const warmUp = questionsOf((round) => !ROUNDS.includes(round));
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
    { name: 'shipped p50', limit: 0.3, value: median(small.ours), unit: 'ms' },
    { name: 'shipped p99', limit: 2, value: quantile(small.ours.times, 0.99), unit: 'ms' },
    {
      name: 'shipped p50 / Fuse.js p50',
      limit: 1 / 20,
      value: median(small.ours) / median(small.fuse),
      unit: '',
    },
    { name: 'synthetic p50', limit: 5, value: median(large.ours), unit: 'ms' },
    { name: 'synthetic p99', limit: 25, value: quantile(large.ours.times, 0.99), unit: 'ms' },
    {
      name: 'synthetic load + build',
      limit: 10,
      value: (large.ours.load + large.ours.build) / 1000,
      unit: 's',
    },
    { name: 'synthetic rss', limit: 600, value: large.ours.rss, unit: 'MB' },
    {
      name: 'hostile, slowest',
      limit: 10,
      value: Math.max(...small.ours.hostile, ...large.ours.hostile),
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
  Object.keys(HOSTILE).map((name, position) => [
    name,
    ...[small, large].map(({ ours }) => `${(ours.hostile[position] ?? 0).toFixed(1)} ms`),
  ]),
);
print(
  ['goal', 'at most', 'reached', ''],
  goals(small, large).map(({ name, limit, value, unit }) => [
    name,
    `${limit} ${unit}`.trim(),
    `${Number(value.toPrecision(3))} ${unit}`.trim(),
    value <= limit ? 'yes' : 'NO',
  ]),
);
