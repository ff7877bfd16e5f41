import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { OUTCOMES } from '../assistant/index.ts';
import type { Channel, Meter } from '../assistant/index.ts';
import type { Store } from '../store/index.ts';
import type { Expose } from './endpoints.ts';
import type { KnowledgeState } from '../knowledge/index.ts';
import { VERSION } from '../shared/version.ts';

/** What is read at each scrape. */
export interface MetricsSources {
  readonly channels: readonly Pick<Channel, 'name' | 'notReady'>[];
  readonly knowledge: () => KnowledgeState;
  readonly store: Store['health'];
}

/** The metrics of a process. */
export interface Metrics {
  readonly meter: Meter;
  /** Adds a channel, with every series of it at 0. Events of a channel that was not added are not counted. */
  readonly addChannel: (name: string) => void;
  readonly expose: Expose;
  /** Sets the sources; counts from before are kept. */
  readonly watch: (sources: MetricsSources) => void;
}

/** Seconds. An answer takes milliseconds, and longer only when the store or the machine is slow. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/**
 * Returns metrics for Prometheus. Labels have fixed sets of values, so that requests cannot add series; the hash of the
 * knowledge has one value at a time.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `handreiking_${name}`, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `handreiking_${name}`, help, labelNames, registers });

  const events = counter('events_total', 'What came in, and what became of it', [
    'channel',
    'type',
    'outcome',
  ]);
  const duplicates = counter('duplicates_total', 'Events and votes that came in again', ['channel']);
  const limited = counter('rate_limited_total', 'Messages over the limit of one person', ['channel']);
  const seconds = new Histogram({
    name: 'handreiking_answer_seconds',
    help: 'Time from a message to its answer, without drawing and sending it',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  });
  const ready = gauge('channel_ready', 'Whether a channel can serve', ['channel']);
  const degraded = gauge('store_degraded', 'Whether the bot answers without its database');
  const queued = gauge('store_queued', 'Counts that wait to be written');
  const dropped = gauge('store_dropped', 'Counts that were lost since the start');
  const entries = gauge('knowledge_entries', 'Questions that the bot has an answer to');
  const loaded = gauge('knowledge_loaded_timestamp_seconds', 'When the knowledge in use was loaded');
  const refused = gauge(
    'knowledge_refused',
    'Whether the knowledge on disk has faults and an older one is in use',
  );
  const hash = gauge('knowledge_info', 'Hash of the knowledge in use', ['hash']);
  gauge('build_info', 'Version of the bot and of Node', ['version', 'node']).set(
    { version: VERSION, node: process.version },
    1,
  );
  const added = new Set<string>();
  let watched: MetricsSources | undefined;

  const collect = ({ channels, knowledge, store }: MetricsSources) => {
    for (const { name, notReady } of channels) ready.set({ channel: name }, notReady() === undefined ? 1 : 0);
    const health = store();
    degraded.set(Number(health.degraded));
    queued.set(health.queued);
    dropped.set(health.dropped);
    const state = knowledge();
    entries.set(state.entries);
    loaded.set(state.loaded.getTime() / 1_000);
    refused.set(Number(state.refused !== undefined));
    hash.reset();
    hash.set({ hash: state.hash }, 1);
  };

  /** Prometheus computes increases between two samples: it does not see the first event of a series that starts at 1. */
  const addChannel = (channel: string) => {
    added.add(channel);
    for (const [type, outcomes] of Object.entries(OUTCOMES))
      for (const outcome of outcomes) events.inc({ channel, type, outcome }, 0);
    duplicates.inc({ channel }, 0);
    limited.inc({ channel }, 0);
  };

  return {
    meter: {
      event: (channel, type, outcome, duration) => {
        const outcomes: readonly string[] = OUTCOMES[type];
        if (!added.has(channel) || !outcomes.includes(outcome)) return;
        events.inc({ channel, type, outcome });
        if (outcome === 'duplicate') duplicates.inc({ channel });
        if (outcome === 'limited') limited.inc({ channel });
        if (duration !== undefined) seconds.observe({ channel }, duration);
      },
    },
    addChannel,
    watch: (sources) => {
      watched = sources;
    },
    expose: async () => {
      if (watched !== undefined) collect(watched);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
