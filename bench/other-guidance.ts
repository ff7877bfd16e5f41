import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import type { Asker, Explained } from '../src/core/index.ts';
import { choicesIn } from '../src/evaluation/score.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { readClinc, readHint3, readPredictions, writeGuidance } from './intent-set.ts';
import type { IntentSet, TestQuestion } from './intent-set.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * Does the matcher work for guidance it was not made for? Public sets of labelled English questions are written as a
 * guidance, loaded as `--knowledge` does, and asked; beside it stands what others published on the same questions.
 *
 * The sets are not ours to ship. Get them once, outside this repository:
 *
 *     git clone https://github.com/clinc/oos-eval /tmp/oos-eval      (CLINC150: Larson et al. 2019)
 *     git clone https://github.com/hellohaptik/HINT3 /tmp/HINT3      (HINT3: Arora et al. 2020, with its `preds`)
 *     npx node bench/other-guidance.ts --clinc /tmp/oos-eval/data/data_full.json --hint3 /tmp/HINT3
 *
 * In scope: questions about one of the entries. `first`: the entry of the first match, whatever its confidence.
 * The decision: `answered` right, `offered` among the choices, `wrong`: answered with another entry, `missed`: all
 * else. A message taken for a command of the bot (`commands`: "who made you") is wrong, and sure. Out of scope: the
 * question got no entry at all (`rejected`), choices or an answer. `AUROC`: the chance that the confidence of a
 * question in scope is higher than of one out of scope. `recall at 95`: how many of the questions out of scope fall
 * below the confidence that keeps 95 % of those in scope.
 */
const USAGE = 'Give --clinc FILE (data_full.json) or --hint3 FOLDER; this file tells where to get them.\n';
const OPTIONS = { clinc: { type: 'string' }, hint3: { type: 'string' } } as const;
const KEPT = 0.95;

/**
 * Larson et al. 2019 (https://aclanthology.org/D19-1131), Table 2, column Full: accuracy in scope and recall out of
 * scope, when trained with the questions out of scope, and with a threshold instead.
 */
const CLINC_PUBLISHED = [
  ['FastText', '89.0 %', '9.7 %', '88.6 %', '28.3 %'],
  ['SVM, bag of words', '91.0 %', '14.5 %', '88.2 %', '18.0 %'],
  ['CNN', '91.2 %', '18.9 %', '90.9 %', '30.9 %'],
  ['DialogFlow', '91.7 %', '14.0 %', '90.8 %', '26.7 %'],
  ['Rasa', '91.5 %', '45.3 %', '90.9 %', '31.2 %'],
  ['MLP on USE', '93.5 %', '47.4 %', '93.4 %', '49.1 %'],
  ['BERT', '96.9 %', '40.3 %', '96.2 %', '52.3 %'],
] as const;

type Outcome = 'answered' | 'offered' | 'wrong' | 'missed';

/** A question in or out of scope, and the entry that was found for it first. */
interface Found {
  readonly entry: string | null;
  readonly predicted: string | undefined;
  readonly confidence: number;
}

interface Asked extends Found {
  readonly decision: Explained['decision'];
  readonly outcome: Outcome;
  readonly ms: number;
}

function ask(asker: Asker, { text, entry }: TestQuestion): Asked {
  const start = performance.now();
  const explained = asker.explain({ text });
  const ms = performance.now() - start;
  const [match] = explained.matches;
  const isCommand = explained.decision === 'command';
  return {
    entry,
    predicted: match?.entry,
    confidence: isCommand ? 1 : (match?.confidence ?? 0),
    decision: explained.decision,
    outcome: outcomeOf(explained, entry),
    ms,
  };
}

function outcomeOf({ decision, reply, matches }: Explained, entry: string | null): Outcome {
  if (decision === 'answer') return matches[0]?.entry === entry ? 'answered' : 'wrong';
  if (decision === 'choices') return choicesIn(reply).includes(`entry:${entry ?? ''}`) ? 'offered' : 'missed';
  return decision === 'command' ? 'wrong' : 'missed';
}

/** Loads a set as a guidance, asks its test questions, and gives a row for each of the tables. */
function measure(set: IntentSet, withOutside: boolean) {
  const directory = writeGuidance(set, withOutside);
  const start = performance.now();
  try {
    const { knowledge } = loadKnowledge(directory, CHANNEL_TEXTS);
    const loaded = performance.now();
    const asker = createAsker(knowledge);
    const built = performance.now();
    const asked = set.test.map((question) => ask(asker, question));
    const inside = asked.filter(({ entry }) => entry !== null);
    const outside = asked.filter(({ entry }) => entry === null);
    const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
    const name = `${set.name}${withOutside ? ' + out of scope' : ''}`;
    const outcomes = (['answered', 'offered', 'wrong', 'missed'] as const).map((kind) =>
      percent(share(inside, ({ outcome }) => outcome === kind)),
    );
    return {
      likeness: [name, ...likenessOf(asked)],
      decision: [
        name,
        ...outcomes,
        String(asked.filter(({ decision }) => decision === 'command').length),
        ...(['unknown', 'choices', 'answer'] as const).map((kind) =>
          percent(share(outside, ({ decision }) => decision === kind)),
        ),
      ],
      cost: [
        name,
        String(set.train.size),
        String([...set.train.values()].flat().length),
        String(set.test.length),
        ...[loaded - start, built - loaded].map((ms) => `${(ms / 1000).toFixed(1)} s`),
        ...[0.5, 0.99].map((part) => `${quantile(times, part).toFixed(1)} ms`),
      ],
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** First match in scope, AUROC, and recall out of scope where 95 % in scope is kept; for any system. */
function likenessOf(found: readonly Found[]): string[] {
  const inside = found.filter(({ entry }) => entry !== null);
  const sure = inside.map(({ confidence }) => confidence).sort((a, b) => a - b);
  const strange = found.filter(({ entry }) => entry === null).map(({ confidence }) => confidence);
  const threshold = quantile(sure, 1 - KEPT);
  return [
    percent(share(inside, ({ entry, predicted }) => entry === predicted)),
    auroc(sure, strange).toFixed(3),
    percent(share(strange, (confidence) => confidence < threshold)),
    threshold.toFixed(2),
  ];
}

/** The chance that one of the first is higher than one of the second; a tie counts half. */
function auroc(higher: readonly number[], lower: readonly number[]): number {
  let wins = 0;
  for (const one of higher) for (const other of lower) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (higher.length * lower.length);
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function report(measured: readonly ReturnType<typeof measure>[]): void {
  print(
    table(
      [
        'in scope, decision',
        'answered',
        'offered',
        'wrong',
        'missed',
        'commands',
        'out: rejected',
        'choices',
        'answer',
      ],
      measured.map(({ decision }) => decision),
    ),
  );
  print(
    table(
      ['cost', 'entries', 'learned', 'asked', 'load', 'build', 'p50', 'p99'],
      measured.map(({ cost }) => cost),
    ),
  );
}

const LIKENESS = ['', 'first', 'AUROC', 'recall at 95', 'threshold'];

function main(): number {
  const { clinc, hint3 } = parseArgs({ options: OPTIONS }).values;
  const missing = [clinc, hint3].filter((path) => path !== undefined && !existsSync(path));
  if (missing.length > 0 || (clinc ?? hint3) === undefined) {
    process.stderr.write([...missing.map((path) => `There is no ${path ?? ''}.\n`), USAGE].join(''));
    return 1;
  }
  if (clinc !== undefined) {
    const set = readClinc(clinc);
    const measured = [measure(set, false), measure(set, true)];
    print(
      table(
        LIKENESS,
        measured.map(({ likeness }) => likeness),
      ),
    );
    report(measured);
    print(
      'Published (Larson et al. 2019, Table 2, Full):',
      table(['', 'trained: in', 'out', 'threshold: in', 'out'], CLINC_PUBLISHED),
    );
  }
  if (hint3 !== undefined) {
    const measured = readHint3(hint3).map((set) => ({ set, ...measure(set, false) }));
    for (const { set, likeness } of measured) {
      const others = [...readPredictions(hint3, set.name)];
      print(table(LIKENESS, [likeness, ...others.map(([name, found]) => [name, ...likenessOf(found)])]));
    }
    report(measured);
    print(
      'The other systems: the predictions published with Arora et al. 2020 (HINT3), measured in the same way.',
    );
  }
  return 0;
}

process.exitCode = main();
