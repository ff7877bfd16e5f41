import { rmSync } from 'node:fs';
import type { ModelCache } from '../../src/core/index.ts';
import { checkTrained } from '../../src/evaluation/trained-check.ts';
import type { TrainedCheck } from '../../src/evaluation/trained-check.ts';
import type { TrainingOptions } from '../../src/evaluation/trained-results.ts';
import { checkKnowledge, formatProblem } from '../../src/knowledge/index.ts';
import type { Problem } from '../../src/knowledge/index.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { writeSmallKnowledge } from '../cli/run.ts';

/** The file of `entryWith`; its entries come after those of the small knowledge. */
export const EXTRA = 'fietsen/vragen/zomer.yaml';

/** Variants of an entry that is found without any one of them. */
export const PARKING = [
  'waar parkeer ik mijn auto',
  'mag ik mijn auto parkeren',
  'auto parkeren bij het gebouw',
  'parkeerplaats voor mijn auto',
  'kan ik mijn auto parkeren',
  'auto parkeren',
];

/** The YAML of an entry: its variants are lines 4 and after. */
export function entryWith(id: string, variants: readonly string[], ...more: readonly string[]): string {
  return [
    `- id: ${id}`,
    `  vraag: Hoe zit het met ${id}?`,
    '  varianten:',
    ...variants.map((text) => `    - ${text}`),
    '  antwoord: Zo.',
    '  citaten: [Zet je fiets in een rek.]',
    ...more.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** The problems of a kind, as an editor reads them. */
export function messagesOf(problems: readonly Problem[], kind: Problem['kind']): string[] {
  return problems.filter((problem) => problem.kind === kind).map(formatProblem);
}

/** A cache in memory, with how often it was written to. */
export function memoryCache(): ModelCache & { readonly written: () => number } {
  const kept = new Map<string, Uint8Array>();
  let written = 0;
  return {
    read: (key) => kept.get(key),
    write: (key, bytes) => {
      written += 1;
      kept.set(key, bytes);
    },
    written: () => written,
  };
}

/** Checks the small knowledge with these files in it: what the trained check found, and all problems after exceptions. */
export function checkSmall(
  files: Readonly<Record<string, string>>,
  options: Partial<TrainingOptions> = {},
): TrainedCheck & { readonly all: readonly Problem[] } {
  const folder = writeSmallKnowledge(files);
  try {
    const { subject, problems } = checkKnowledge(folder, CHANNEL_TEXTS);
    if (subject === undefined) throw new TypeError(JSON.stringify(problems(), null, 2));
    const found = checkTrained(subject, { models: memoryCache(), results: memoryCache(), ...options });
    return { ...found, all: problems(found.problems) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
