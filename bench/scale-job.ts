import { json } from 'node:stream/consumers';
import { GCProfiler } from 'node:v8';
import { createAsker, isSameEntry } from '../src/core/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import type { Knowledge } from '../src/core/index.ts';
import { createFusePerEntry } from './engines.ts';
import { knowledgeWithout } from '../src/evaluation/rounds.ts';
import { timed } from './timing.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/** One measurement of `scale.ts`: this script reads a `Job` from standard input and prints a `Measured` (both JSON). */
export interface Job {
  readonly engine: 'ours' | 'fuse';
  /** A knowledge directory, or rounds to leave out of the shipped knowledge. */
  readonly knowledge: string | readonly number[];
  readonly warmUp: readonly string[];
  readonly questions: readonly {
    readonly text: string;
    /** The expected entry, where known. */
    readonly entry?: string;
  }[];
  /** Hostile input, asked last. */
  readonly hostile: readonly string[];
}

/** Times in milliseconds, memory in MB. */
export interface Measured {
  readonly texts: number;
  readonly load: number;
  readonly build: number;
  /** Growth of the process by loading and building. */
  readonly rss: number;
  /** Largest growth of the process. */
  readonly peakRss: number;
  /** Largest heap in use before a garbage collection. */
  readonly peakHeap: number;
  readonly times: readonly number[];
  /** Share (0..1) of the questions whose best hit is the expected entry. */
  readonly right: number;
  readonly hostile: readonly number[];
}

const MB = 1e6;

function measure({ engine, knowledge: from, warmUp, questions, hostile }: Job): Measured {
  const before = process.memoryUsage.rss();
  const profiler = new GCProfiler();
  profiler.start();
  const { value: knowledge, ms: load } = timed(() =>
    typeof from === 'string'
      ? loadKnowledge(from, CHANNEL_TEXTS).knowledge
      : knowledgeWithout(from, CHANNEL_TEXTS),
  );
  const { value: find, ms: build } = timed(() => (engine === 'ours' ? ours(knowledge) : fuse(knowledge)));
  const rss = process.memoryUsage.rss() - before;
  for (const text of warmUp) find(text);
  const asked = questions.map(({ text, entry }) => ({ entry, ...timed(() => find(text)) }));
  const found = asked.filter(({ entry, value }) => entry !== undefined && isSameEntry(entry, value ?? ''));
  return {
    texts: textsIn(knowledge),
    load,
    build,
    rss: rss / MB,
    times: asked.map(({ ms }) => ms),
    right: found.length / asked.length,
    hostile: hostile.map((text) => timed(() => find(text)).ms),
    peakRss: (1024 * process.resourceUsage().maxRSS - before) / MB,
    peakHeap: peakHeap(profiler) / MB,
  };
}

type First = (text: string) => string | null | undefined;

function ours(knowledge: Knowledge): First {
  const { explain } = createAsker(knowledge);
  return (text) => explain({ text }).matches[0]?.entry;
}

function fuse(knowledge: Knowledge): First {
  const find = createFusePerEntry(knowledge);
  return (text) => find(text)[0]?.entry;
}

function peakHeap(profiler: GCProfiler): number {
  const { statistics: collections } = profiler.stop();
  return Math.max(0, ...collections.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize));
}

function textsIn({ guidances }: Knowledge): number {
  const variants = guidances.flatMap(({ entries }) =>
    entries.flatMap(({ wording }) => Object.values(wording).map((words) => 1 + words.variants.length)),
  );
  const practice = guidances.map((guidance) => guidance.practice.length);
  return [...variants, ...practice].reduce((sum, count) => sum + count, 0);
}

process.stdout.write(JSON.stringify(measure((await json(process.stdin)) as Job)));
