import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EntryKind, Knowledge } from '../src/core/index.ts';
import { numbersOf, readQuestionSet } from '../src/evaluation/question-set.ts';
import type { Labelled } from '../src/evaluation/question-set.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { readRounds, SENTENCES } from '../src/evaluation/rounds.ts';
import { ENGINES } from './engines.ts';
import type { Find } from './engines.ts';
import { knowledgeWithout } from './held-out.ts';
import { quantile, timed } from './timing.ts';

/**
 * Is our matcher worth its code? Ours beside other libraries: the same knowledge (questions, variants and practice
 * questions), the same questions, the same run. Each round is asked of knowledge without its own practice file.
 * Follow-ups are left out, because only ours knows of conversations.
 *
 * `first`: the first entry found is right, whatever its score: it quotes a sentence that answers the question, or is
 * the checklist where that is expected. `at 5 % false`: the same, and its score is above the threshold that leaves at
 * most 5 % of the questions off topic an answer (or a silent entry); the threshold is the engine's best, found on
 * these very questions. An engine that finds "about none of the entries" first gives no answer. Times are of a single
 * call, of questions that were not asked before, after the development set was asked.
 *
 * Fuse.js needs seconds for a question, so by default one in six of the questions with an answer is asked, and every
 * question off topic; and no engine is asked for longer than `PATIENCE_MS` a round. The shares of an engine that was
 * stopped are of fewer questions (`asked`). `--every 1` asks all, however long it takes.
 */
const ROUNDS = [9, 10, 11, 12];
const MOST_FALSE = 0.05;
const BASELINE = 'Fuse.js, array of variants';
const WARM_UP_MS = 1_000;
/** For the questions of one round: 4 rounds and 3 slow engines make 2 to 3 minutes. */
const PATIENCE_MS = 12_000;
const WARM_UP = join(import.meta.dirname, '../test/questions/ontwikkelset.yaml');
const OPTIONS = { every: { type: 'string', default: '6' } } as const;

interface Asked {
  /** Absent when the question is off topic: nothing answers it. */
  readonly right: boolean | undefined;
  /** Surer is higher; `-Infinity` when the engine gives no answer at all. */
  readonly score: number;
  readonly ms: number;
}

/** What an entry is worth as a reply. */
interface Answer {
  /** The sentences of the source that it quotes, by number. */
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

function isRight({ kind, numbers }: Answer, { expect, sources }: Labelled): boolean {
  if (expect === 'checklist')
    return kind === 'checklist' || (kind === 'answer' && numbers.some((number) => number.startsWith('C')));
  return kind === 'answer' && numbers.some((number) => sources.includes(number));
}

function ask(find: Find, item: Labelled, answers: ReadonlyMap<string, Answer>): Asked {
  const { value: hits, ms } = timed(() => find(item.q));
  const hit = hits.find(({ entry }) => entry !== null);
  const answer = answers.get(hit?.entry ?? '');
  const isShown = hit !== undefined && hits[0]?.entry !== null && answer?.kind !== 'social';
  return {
    right: item.expect === 'offtopic' ? undefined : answer !== undefined && isRight(answer, item),
    score: isShown ? hit.score : -Infinity,
    ms,
  };
}

function row(name: string, asked: readonly Asked[], baseline: readonly Asked[]): string[] {
  const answerable = asked.filter(({ right }) => right !== undefined);
  const offtopic = asked.filter(({ right }) => right === undefined);
  const scores = offtopic.map(({ score }) => score).sort((a, b) => b - a);
  const threshold = scores[Math.floor(MOST_FALSE * scores.length)] ?? -Infinity;
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

/** The questions with an answer, one in so many of each round, and every question off topic. */
function questionsOf(items: readonly Labelled[], every: number): Labelled[] {
  const alone = items.filter(({ after }) => after === undefined);
  return [
    ...alone
      .filter(({ expect }) => expect === 'answer' || expect === 'checklist')
      .filter((_, place) => place % every === 0),
    ...alone.filter(({ expect }) => expect === 'offtopic'),
  ];
}

/** Lets the engine be compiled: other questions, for a second at the most. */
function warmUp(find: Find, questions: readonly string[]): void {
  const end = performance.now() + WARM_UP_MS;
  for (const question of questions) {
    if (performance.now() > end) return;
    find(question);
  }
}

/**
 * Asks the questions for as long as there is patience: in turn one with an answer and one off topic, so that an engine
 * that gets to few gets to both.
 */
function askAll(find: Find, items: readonly Labelled[], answers: ReadonlyMap<string, Answer>): Asked[] {
  const end = every === 1 ? Infinity : performance.now() + PATIENCE_MS;
  const offtopic = items.filter(({ expect }) => expect === 'offtopic');
  const others = items.filter(({ expect }) => expect !== 'offtopic');
  const inTurn = Array.from({ length: items.length }, (_, place) => [others[place], offtopic[place]]).flat();
  const asked: Asked[] = [];
  for (const item of inTurn) {
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
  const knowledge = knowledgeWithout([number]);
  const answers = answersOf(knowledge);
  for (const { name, create } of ENGINES) {
    const find = await create(knowledge);
    warmUp(find, warming);
    all.get(name)?.push(...askAll(find, questionsOf(items, every), answers));
  }
}
const baseline = all.get(BASELINE) ?? [];
const most = all.get('ours') ?? [];
const answerable = most.filter(({ right }) => right !== undefined).length;
const head = ['', 'asked', 'first', 'at 5 % false', 'wrong then', 'p50 µs', 'p99 µs', 'times as fast'];
process.stdout.write(
  `${answerable} questions with an answer, ${most.length - answerable} off topic\n\n${table(
    head,
    [...all].map(([name, asked]) => row(name, asked, baseline)),
  )}\n`,
);
