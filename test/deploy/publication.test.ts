import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { createMetrics } from '../../src/server/metrics.ts';
import { ROOT } from './kustomize.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('publiccode.yml', () => {
  const description = z.object({
    shortDescription: z.string().max(150),
    longDescription: z.string().min(150).max(10_000),
    features: z.array(z.string()).min(1),
  });
  /** What version 0 of the standard demands: https://yml.publiccode.tools/schema.core.html */
  const demanded = z.object({
    publiccodeYmlVersion: z.literal('0'),
    name: z.string(),
    url: z.url(),
    softwareVersion: z.string(),
    platforms: z.array(z.string()).min(1),
    developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
    softwareType: z.literal('standalone/web'),
    description: z.object({ nl: description, en: description }),
    legal: z.object({ license: z.string() }),
    maintenance: z.object({ type: z.enum(['internal', 'contract', 'community', 'none']) }),
    localisation: z.object({
      localisationReady: z.boolean(),
      availableLanguages: z.array(z.string()).min(1),
    }),
  });

  it('holds what the standard demands, and what package.json says', () => {
    const told = demanded.parse(parse(read('publiccode.yml')));
    const { version, license } = JSON.parse(read('package.json')) as { version: string; license: string };
    expect([told.softwareVersion, told.legal.license]).toEqual([version, license]);
  });
});

describe('the alerts', () => {
  const { groups } = parse(read('deploy/alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  it('look at metrics that the bot has', async () => {
    const { text } = await createMetrics().expose();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const used = rules.flatMap(({ expr }) => expr.match(/\b(handreiking|process)_[a-z_]+/g) ?? []);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !known.has(name.replace(/_bucket$/, '')))).toEqual([]);
  });

  it('are each explained to who gets them', () => {
    const text = read('docs/operations.md');
    expect(rules.map(({ alert }) => alert).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
