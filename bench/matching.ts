import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EntryKind, Knowledge } from '../src/core/index.ts';
import { isAnsweredBy, numbersOf, readQuestionSet } from '../src/evaluation/question-set.ts';
import type { Labelled } from '../src/evaluation/question-set.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { SENTENCES } from '../src/evaluation/round-sentences.ts';
import { knowledgeWithout, readRounds } from '../src/evaluation/rounds.ts';
import { ENGINES } from './engines.ts';
import type { Find } from './engines.ts';
import { quantile, timed } from './timing.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * Compares our matcher with other libraries on the same training set and the same questions, in one run. Each round is
 * asked without its own practice questions in the training set. Follow-ups are left out: only our matcher knows the
 * conversation.
 *
 *     node bench/matching.ts [--every 6]
 *
 * Columns. `first`: the best hit is right, whatever its score: its entry quotes a sentence that answers the question,
 * or is the checklist where that is expected. `at 5 % false`: the same, with a score above the threshold at which 5 % of
 * the off-topic questions get an answer or a silent entry. The threshold is fitted on these same questions, for each
 * engine. A first hit without an entry counts as no answer. Times are of one call, for a question that the engine has
 * not seen before, after a warm-up on the development set.
 *
 * Fuse.js needs seconds for a question. So by default one in six of the answerable questions is asked and every
 * off-topic one, and each engine gets `TIME_LIMIT_MS` for a round; `asked` tells how many questions it reached.
 * `--every 1` asks all questions without a time limit.
 */
const ROUNDS = [9, 10, 11, 12];
const MAX_FALSE_RATE = 0.05;
const BASELINE = 'Fuse.js, array of variants';
const WARM_UP_MS = 1_000;
/** For the questions of one round: 4 rounds and 3 slow engines take 2 to 3 minutes. */
const TIME_LIMIT_MS = 12_000;
const WARM_UP = join(import.meta.dirname, '../test/questions/ontwikkelset.yaml');
const OPTIONS = { every: { type: 'string', default: '6' } } as const;

interface Asked {
  /** Absent for an off-topic question. */
  readonly right: boolean | undefined;
  /** `-Infinity` when the engine gives no answer. */
  readonly score: number;
  readonly ms: number;
}

/** What decides whether an entry answers a question. */
interface Answer {
  /** Numbers of the sentences of the source that the entry quotes. */
  readonly numbers: readonly string[];
  readonly kind: EntryKind;
}

function answersOf({ guidances }: Knowledge): ReadonlyMap<string, Answer> {
  const entries = guidances.flatMap((guidance) => guidance.entries);
  return new Map(
    entries.map(({ id, kind, quotes }) => [
      id,
      { kind, numbers: quotes.flatMap(({ text }) => numbersOf(text, SENTENCES)) },
    ]),
  );
}

function ask(find: Find, item: Labelled, answers: ReadonlyMap<string, Answer>): Asked {
  const { value: hits, ms } = timed(() => find(item.q));
  const hit = hits.find(({ entry }) => entry !== null);
  const answer = answers.get(hit?.entry ?? '');
  const isShown = hit !== undefined && hits[0]?.entry !== null && answer?.kind !== 'social';
  return {
    right: item.expect === 'offtopic' ? undefined : answer !== undefined && isAnsweredBy(item, answer),
    score: isShown ? hit.score : -Infinity,
    ms,
  };
}

function row(name: string, asked: readonly Asked[], baseline: readonly Asked[]): string[] {
  const answerable = asked.filter(({ right }) => right !== undefined);
  const offtopic = asked.filter(({ right }) => right === undefined);
  const scores = offtopic.map(({ score }) => score).sort((a, b) => b - a);
  const threshold = scores[Math.floor(MAX_FALSE_RATE * scores.length)] ?? -Infinity;
  const share = (holds: (one: Asked) => boolean) =>
    percent(answerable.filter(holds).length / answerable.length);
  const times = (list: readonly Asked[]) => list.map(({ ms }) => ms);
  const p50 = quantile(times(asked), 0.5);
  return [
    name,
    String(asked.length),
    share(({ right }) => right === true),
    share(({ right, score }) => right === true && score > threshold),
    share(({ right, score }) => right === false && score > threshold),
    ...[p50, quantile(times(asked), 0.99)].map((ms) => (1000 * ms).toFixed(0)),
    (quantile(times(baseline), 0.5) / p50).toFixed(1),
  ];
}

/** One in `every` of the answerable questions, and all off-topic ones; no follow-ups. */
function questionsOf(items: readonly Labelled[], every: number): Labelled[] {
  const standalone = items.filter(({ after }) => after === undefined);
  return [
    ...standalone
      .filter(({ expect }) => expect === 'answer' || expect === 'checklist')
      .filter((_, position) => position % every === 0),
    ...standalone.filter(({ expect }) => expect === 'offtopic'),
  ];
}

/** Lets V8 optimize the engine: asks other questions, for a second at most. */
function warmUp(find: Find, questions: readonly string[]): void {
  const end = performance.now() + WARM_UP_MS;
  for (const question of questions) {
    if (performance.now() > end) return;
    find(question);
  }
}

/** Asks the questions until the time limit, answerable and off-topic ones alternately, so that both are measured. */
function askAll(find: Find, items: readonly Labelled[], answers: ReadonlyMap<string, Answer>): Asked[] {
  const end = every === 1 ? Infinity : performance.now() + TIME_LIMIT_MS;
  const offtopic = items.filter(({ expect }) => expect === 'offtopic');
  const answerable = items.filter(({ expect }) => expect !== 'offtopic');
  const alternating = items.flatMap((_, position) => [answerable[position], offtopic[position]]);
  const asked: Asked[] = [];
  for (const item of alternating) {
    if (item === undefined) continue;
    if (performance.now() > end) break;
    asked.push(ask(find, item, answers));
  }
  return asked;
}

const every = Number(parseArgs({ options: OPTIONS }).values.every);
const warming = readQuestionSet(WARM_UP).map(({ q }) => q);
const all = new Map(ENGINES.map(({ name }) => [name, [] as Asked[]]));
for (const { number, items } of readRounds().filter((round) => ROUNDS.includes(round.number))) {
  const knowledge = knowledgeWithout([number], CHANNEL_TEXTS);
  const answers = answersOf(knowledge);
  for (const { name, create } of ENGINES) {
    const find = await create(knowledge);
    warmUp(find, warming);
    all.get(name)?.push(...askAll(find, questionsOf(items, every), answers));
  }
}
const baseline = all.get(BASELINE) ?? [];
const ours = all.get('ours') ?? [];
const answerable = ours.filter(({ right }) => right !== undefined).length;
const head = ['', 'asked', 'first', 'at 5 % false', 'wrong then', 'p50 µs', 'p99 µs', 'times as fast'];
process.stdout.write(
  `${answerable} answerable questions, ${ours.length - answerable} off topic\n\n${table(
    head,
    [...all].map(([name, asked]) => row(name, asked, baseline)),
  )}\n`,
);
