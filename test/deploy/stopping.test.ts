import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/settings/read.ts';
import { ROOT } from './kustomize.ts';

const read = (file: string) => readFileSync(join(ROOT, 'deploy', file), 'utf8');

/** Seconds: running requests 10, answers on their way to Slack 9, writing and closing the database 6. */
const AFTER_DRAIN = 25;
/** The longest wait that the settings allow, in seconds. */
const LONGEST_DRAIN = Math.max(
  ...Array.from({ length: 1_000 }, (_, seconds) => {
    try {
      return readConfig({ DRAIN_SECONDS: String(seconds) }).drain / 1_000;
    } catch {
      return 0;
    }
  }),
);

it.each([
  ['compose.yaml', /^ +stop_grace_period: (\d+)s$/m],
  ['handreiking-bot.service', /^TimeoutStopSec=(\d+)$/m],
  ['kubernetes/base/deployment.yaml', /^ +terminationGracePeriodSeconds: (\d+)$/m],
])('%s gives a stop the time that it may take', (file, grace) => {
  expect(LONGEST_DRAIN).toBeGreaterThan(0);
  expect(Number(grace.exec(read(file))?.[1])).toBeGreaterThan(LONGEST_DRAIN + AFTER_DRAIN);
});

it.each(['compose.yaml', 'kubernetes/base/settings.yaml'])('%s lets a proxy learn of a stop', (file) => {
  const { data, services } = parse(read(file)) as {
    readonly data?: Record<string, string>;
    readonly services?: { readonly bot: { readonly environment: Record<string, string> } };
  };
  expect(Number((data ?? services?.bot.environment)?.['DRAIN_SECONDS'])).toBeGreaterThan(0);
});
