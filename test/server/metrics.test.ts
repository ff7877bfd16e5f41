import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProcessStore } from '../../src/store/index.ts';
import { OUTCOMES } from '../../src/assistant/index.ts';
import { listen } from '../../src/server/http.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { startMetricsServer } from '../../src/server/metrics-server.ts';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { NO_LOG } from '../../src/shared/log.ts';

const LOADED = new Date('2026-01-02T03:04:05Z');

/** Values of the labels of our own metrics, by label. */
function labelsIn(text: string): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const line of text.split('\n').filter((one) => one.startsWith('handreiking_'))) {
    for (const [, name = '', value = ''] of line.matchAll(/(\w+)="([^"]*)"/g)) {
      labels.set(name, (labels.get(name) ?? new Set()).add(value));
    }
  }
  return labels;
}

describe('metrics', () => {
  let hash = 'aaa';
  let refused: string | undefined;
  const metrics = createMetrics();
  const { health } = createProcessStore();
  for (const name of ['web', 'slack', 'teams']) metrics.addChannel(name);
  metrics.watch({
    channels: [
      { name: 'web', notReady: () => undefined },
      { name: 'slack', notReady: () => 'no token' },
    ],
    knowledge: () => ({ hash, entries: 7, loaded: LOADED, ...(refused !== undefined && { refused }) }),
    store: health,
  });

  it('count what comes in and how long an answer takes', async () => {
    metrics.meter.event('web', 'question', 'answer', 0.003);
    metrics.meter.event('web', 'vote', 'duplicate');
    metrics.meter.event('web', 'question', 'limited');
    metrics.meter.event('teams', 'suggestion', 'found');
    const { text } = await metrics.expose();
    expect(text).toContain('handreiking_events_total{channel="web",type="question",outcome="answer"} 1');
    expect(text).toContain('handreiking_duplicates_total{channel="web"} 1');
    expect(text).toContain('handreiking_rate_limited_total{channel="web"} 1');
    expect(text).toContain('handreiking_answer_seconds_count{channel="web"} 1');
    expect(text).toContain('handreiking_events_total{channel="teams",type="suggestion",outcome="found"} 1');
    expect(text).not.toContain('handreiking_answer_seconds_count{channel="teams"}');
  });

  it('count for a channel of any name, once it is added', async () => {
    const { addChannel, meter, expose } = createMetrics();
    const series = 'handreiking_events_total{channel="webhook",type="question",outcome="answer"}';
    meter.event('webhook', 'question', 'answer', 0.003);
    expect((await expose()).text).not.toContain('webhook');
    addChannel('webhook');
    expect((await expose()).text).toContain(`${series} 0\n`);
    meter.event('webhook', 'question', 'answer', 0.003);
    expect((await expose()).text).toContain(`${series} 1\n`);
  });

  it('begin at 0 for channels that are on, so that the first event is seen to be one more', async () => {
    const { text } = await metrics.expose();
    for (const [type, outcomes] of Object.entries(OUTCOMES))
      for (const outcome of outcomes)
        expect(text).toContain(
          `handreiking_events_total{channel="slack",type="${type}",outcome="${outcome}"} 0\n`,
        );
    expect(text).toContain('handreiking_duplicates_total{channel="slack"} 0\n');
    expect(text).toContain('handreiking_rate_limited_total{channel="slack"} 0\n');
  });

  it('tell of channels, store and knowledge as they are now, with one hash at a time', async () => {
    expect((await metrics.expose()).text).toContain('handreiking_knowledge_info{hash="aaa"} 1');
    hash = 'bbb';
    refused = 'a fault';
    const { text } = await metrics.expose();
    for (const line of [
      'handreiking_channel_ready{channel="web"} 1',
      'handreiking_channel_ready{channel="slack"} 0',
      'handreiking_store_degraded 0',
      'handreiking_knowledge_entries 7',
      `handreiking_knowledge_loaded_timestamp_seconds ${LOADED.getTime() / 1_000}`,
      'handreiking_knowledge_refused 1',
      'handreiking_knowledge_info{hash="bbb"} 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).not.toContain('hash="aaa"');
  });

  it('take labels from fixed sets only', async () => {
    const { event } = metrics.meter as { event: (...any: unknown[]) => void };
    event('kwikstaart', 'question', 'answer', 1);
    event('web', 'question', 'kwikstaart', 1);
    const labels = labelsIn((await metrics.expose()).text);
    expect([...labels.keys()].sort()).toEqual([
      'channel',
      'hash',
      'le',
      'node',
      'outcome',
      'type',
      'version',
    ]);
    for (const channel of labels.get('channel') ?? []) {
      expect(['web', 'slack', 'teams']).toContain(channel);
    }
    const outcomes: readonly string[] = Object.values(OUTCOMES).flat();
    for (const outcome of labels.get('outcome') ?? []) expect(outcomes).toContain(outcome);
  });
});

describe('/metrics', () => {
  const { expose } = createMetrics();
  const ADDED = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'];
  const ANY = { host: '127.0.0.1', port: 0, setting: 'PORT' } as const;
  let main: RunningServer;
  let own: RunningServer;
  // `proxy_pass` alone, as nginx does it: nothing tells that somebody else asks.
  const proxy = createServer((request, response) => {
    const { method, url, headers } = request;
    const passed = forward({ port: main.port, host: '127.0.0.1', method, path: url, headers });
    passed.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  beforeAll(async () => {
    main = await startServer({ ...ANY, channels: [], log: NO_LOG });
    own = await startMetricsServer({ ...ANY, metrics: expose });
    await listen(proxy, ANY);
  });
  afterAll(async () => {
    proxy.close();
    proxy.closeAllConnections();
    await Promise.all([main.stop(), own.stop()]);
  });
  const at = (port: number, path = '/metrics', init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, init);

  it('is on a port of its own, for whoever may reach that port', async () => {
    const response = await at(own.port);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('process_cpu_seconds_total');
    for (const name of ADDED) {
      expect((await at(own.port, '/metrics', { headers: { [name]: '192.0.2.1' } })).status).toBe(200);
    }
    expect((await at(own.port, '/metrics', { method: 'POST' })).status).toBe(405);
    expect((await at(own.port, '/')).status).toBe(404);
  });

  it('is refused on the one port, to this machine and whatever a proxy adds or leaves out', async () => {
    for (const port of [main.port, (proxy.address() as AddressInfo).port]) {
      expect((await at(port)).status).toBe(403);
      for (const name of ADDED) {
        expect((await at(port, '/metrics', { headers: { [name]: '127.0.0.1' } })).status).toBe(403);
      }
    }
  });
});
