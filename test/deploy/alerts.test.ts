import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import * as z from 'zod';
import { createProcessStore } from '../../src/store/index.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { ROOT } from './kustomize.ts';
import { fits, namedIn } from './promql.ts';
import type { Selector } from './promql.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const RULES = 'deploy/alerts.yaml';
const TESTS = 'deploy/alerts.test.yaml';

/** Nothing but what Prometheus knows, and of annotations one sentence: what YAML cuts in two is one too many. */
const sentence = z.string().min(10).max(100);
const rulesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Handreiking[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[mh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.strictObject({ summary: sentence }),
        }),
      ),
    }),
  ),
});
const testsSchema = z.object({
  rule_files: z.tuple([z.literal('alerts.yaml')]),
  tests: z.array(
    z.object({
      name: sentence,
      input_series: z.array(z.object({ series: z.string() })),
      alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })),
    }),
  ),
});

const alerts = () => rulesSchema.parse(parse(read(RULES))).groups.flatMap(({ rules }) => rules);
const names = () => alerts().map(({ alert }) => alert);
const tests = () => testsSchema.parse(parse(read(TESTS))).tests;

/** What is not of the bot: Prometheus itself and Kubernetes. */
const OTHERS: readonly Selector[] = [
  { name: 'up', matchers: [] },
  {
    name: 'kubelet_volume_stats_available_bytes',
    matchers: [{ label: 'persistentvolumeclaim', operator: '=', value: 'handreiking-bot' }],
  },
];
/** Prometheus adds these to what it reads. */
const ADDED = ['job', 'instance'];

describe('the alerts', () => {
  /** Every series that a bot shows after its first answer. */
  let shown: readonly Selector[] = [];
  let text = '';
  beforeAll(async () => {
    const metrics = createMetrics();
    metrics.addChannel('slack');
    metrics.watch({
      channels: [{ name: 'slack', notReady: () => undefined }],
      knowledge: () => ({ hash: 'abc', entries: 1, loaded: new Date(0) }),
      store: createProcessStore().health,
    });
    metrics.meter.event('slack', 'question', 'answer', 0.01);
    ({ text } = await metrics.expose());
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    shown = [...OTHERS, ...lines.flatMap((line) => namedIn(line.replace(/ \S+$/, '')).selectors)];
  });
  const seriesOf = (name: string) => shown.filter((series) => series.name === name);
  const labelsOf = (name: string) => [
    ...ADDED,
    ...seriesOf(name).flatMap(({ matchers }) => matchers.map(({ label }) => label)),
  ];

  it('have a name, a severity and one whole sentence each', () => {
    for (const file of [RULES, TESTS]) expect(parseDocument(read(file)).errors).toEqual([]);
    expect(names().length).toBeGreaterThan(10);
    expect(new Set(names()).size).toBe(names().length);
  });

  it('look at metrics, labels and values of labels that the bot shows', () => {
    for (const { alert, expr } of alerts()) {
      const { selectors, grouping } = namedIn(expr);
      expect(selectors).not.toEqual([]);
      for (const { name, matchers } of selectors) {
        const wanted = matchers.filter(({ label }) => !ADDED.includes(label));
        const found = seriesOf(name).filter((series) => wanted.every((matcher) => fits(series, matcher)));
        expect([alert, name, found.length > 0]).toEqual([alert, name, true]);
        for (const label of grouping) expect([alert, ...labelsOf(name)]).toContain(label);
      }
    }
  });

  it('are tested with metrics and labels that the bot shows', () => {
    const series = tests().flatMap(({ input_series: input }) => input.map((one) => one.series));
    for (const [one, { selectors }] of series.map((each) => [each, namedIn(each)] as const)) {
      const [{ name, matchers } = { name: '', matchers: [] }] = selectors;
      expect([one, seriesOf(name).length > 0]).toEqual([one, true]);
      for (const { label } of matchers) expect([one, ...labelsOf(name)]).toContain(label);
    }
  });

  it.each([
    ['fires', true],
    ['does not', false],
  ])('have a case that %s each', (_, fires) => {
    const cases = tests().flatMap(({ alert_rule_test: list }) => list);
    const seen = cases.filter(({ exp_alerts: expected }) => expected.length > 0 === fires);
    expect([...new Set(seen.map(({ alertname }) => alertname))].sort()).toEqual(names().sort());
  });

  it('are explained to operators, each of them and no others', () => {
    const rows = [...read('docs/operations.md').matchAll(/^\| `(Handreiking\w+)` +\|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(names().sort());
  });

  const promtool = (...parts: readonly string[]) => {
    const { error, status, stdout, stderr } = spawnSync('promtool', parts, { cwd: ROOT, input: text });
    return { isThere: error === undefined, status, said: `${String(stdout)}${String(stderr)}` };
  };
  const { isThere } = promtool('--version');
  if (!isThere)
    process.stderr.write('The alerts were not tried: promtool is not installed (Debian: prometheus).\n');

  const withPromtool = isThere ? it : it.skip;
  withPromtool.each([
    ['are rules to Prometheus', ['check', 'rules', RULES]],
    ['fire when they should, and only then', ['test', 'rules', TESTS]],
  ])('%s', (_, command) => {
    const { status, said } = promtool(...command);
    expect([status, said]).toEqual([0, said]);
  });

  withPromtool('look at metrics that Prometheus reads, of ours without a remark', () => {
    const { said } = promtool('check', 'metrics');
    // Those of prom-client end in `_total` and are no counters.
    expect(said.split('\n').filter((line) => line !== '' && !line.startsWith('nodejs_'))).toEqual([]);
  });
});
