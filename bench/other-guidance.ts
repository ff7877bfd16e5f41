import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAsker, offeredIn, ownId } from '../src/core/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import type { Asker, Explained } from '../src/core/index.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { rankingFigures, RANKING_HEAD, share } from './ranking.ts';
import type { Ranked } from './ranking.ts';
import { quantile, timed } from './timing.ts';
import { readClinc, readHint3, readPredictions, writeGuidance } from './intent-set.ts';
import type { IntentSet, TestQuestion } from './intent-set.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * Measures the matcher on guidance that it was not developed on: public intent classification sets in English, written
 * as a knowledge directory, beside the published figures of other systems on the same questions.
 *
 * The sets are not ours to redistribute. Get them once, outside this repository:
 *
 *     git clone https://github.com/clinc/oos-eval /tmp/oos-eval      (CLINC150: Larson et al. 2019)
 *     git clone https://github.com/hellohaptik/HINT3 /tmp/HINT3      (HINT3: Arora et al. 2020, with its `preds`)
 *     node bench/other-guidance.ts --clinc /tmp/oos-eval/data/data_full.json --hint3 /tmp/HINT3
 *
 * The first table is explained at `rankingFigures`. The second one, for questions in scope: `answered` with the right
 * entry, `offered` among the choices, `wrong`: answered with another entry or taken for a command ("who made you"),
 * `missed`: all else. For questions out of scope: `rejected` (no entry at all), choices, or an answer.
 */
const USAGE =
  'Give --clinc FILE (data_full.json) or --hint3 FOLDER; the head of this file tells where to get them.\n';
const OPTIONS = { clinc: { type: 'string' }, hint3: { type: 'string' } } as const;

/**
 * Larson et al. 2019 (https://aclanthology.org/D19-1131), Table 2, column Full: accuracy in scope and recall out of
 * scope, trained with the out-of-scope questions; then the same two with a threshold instead.
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

interface Asked extends Ranked {
  readonly decision: Explained['decision'];
  readonly outcome: Outcome;
  readonly ms: number;
}

function ask(asker: Asker, { text, entry }: TestQuestion): Asked {
  const { value: explained, ms } = timed(() => asker.explain({ text }));
  const [match] = explained.matches;
  const isCommand = explained.decision === 'command';
  return {
    entry,
    predicted: match && ownId(match.entry),
    confidence: isCommand ? 1 : (match?.confidence ?? 0),
    decision: explained.decision,
    outcome: outcomeOf(explained, entry),
    ms,
  };
}

function outcomeOf({ decision, reply, matches }: Explained, entry: string | null): Outcome {
  const isRight = (id: string) => ownId(id) === entry;
  if (decision === 'answer')
    return matches.slice(0, 1).some((match) => isRight(match.entry)) ? 'answered' : 'wrong';
  if (decision === 'choices') return offeredIn(reply).some(isRight) ? 'offered' : 'missed';
  return decision === 'command' ? 'wrong' : 'missed';
}

/** Loads a set as a guidance and asks its test questions; returns a row for each table. */
function measure(set: IntentSet, withOutOfScope: boolean) {
  const directory = writeGuidance(set, withOutOfScope);
  try {
    const load = timed(() => loadKnowledge(directory, CHANNEL_TEXTS).knowledge);
    const build = timed(() => createAsker(load.value));
    const asked = set.test.map((question) => ask(build.value, question));
    const inScope = asked.filter(({ entry }) => entry !== null);
    const outOfScope = asked.filter(({ entry }) => entry === null);
    const times = asked.map(({ ms }) => ms);
    const name = `${set.name}${withOutOfScope ? ' + out of scope' : ''}`;
    const outcomes = (['answered', 'offered', 'wrong', 'missed'] as const).map((kind) =>
      percent(share(inScope, ({ outcome }) => outcome === kind)),
    );
    return {
      ranking: [name, ...rankingFigures(asked)],
      decision: [
        name,
        ...outcomes,
        String(asked.filter(({ decision }) => decision === 'command').length),
        ...(['unknown', 'choices', 'answer'] as const).map((kind) =>
          percent(share(outOfScope, ({ decision }) => decision === kind)),
        ),
      ],
      cost: [
        name,
        String(set.train.size),
        String([...set.train.values()].flat().length),
        String(set.test.length),
        ...[load, build].map(({ ms }) => `${(ms / 1000).toFixed(1)} s`),
        ...[0.5, 0.99].map((part) => `${quantile(times, part).toFixed(1)} ms`),
      ],
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
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
        RANKING_HEAD,
        measured.map(({ ranking }) => ranking),
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
    for (const { set, ranking } of measured) {
      const others = [...readPredictions(hint3, set.name)];
      print(
        table(RANKING_HEAD, [ranking, ...others.map(([name, ranked]) => [name, ...rankingFigures(ranked)])]),
      );
    }
    report(measured);
    print(
      'The other systems: predictions published with Arora et al. 2020 (HINT3), measured in the same way.',
    );
  }
  return 0;
}

process.exitCode = main();
