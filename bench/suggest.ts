import { parseArgs } from 'node:util';
import { isSameEntry } from '../src/core/index.ts';
import type { Knowledge } from '../src/core/index.ts';
import { isAnsweredBy, numbersOf } from '../src/evaluation/question-set.ts';
import type { Labelled } from '../src/evaluation/question-set.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { SENTENCES } from '../src/evaluation/round-sentences.ts';
import { knowledgeWithout, readRounds } from '../src/evaluation/rounds.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';
import { questionsOf, suggestedIn, SUGGEST_ENGINES } from './suggest/engines.ts';
import type { Suggester } from './suggest/engines.ts';
import { quantile, timed } from './timing.ts';

/**
 * Compares our suggestions with those of other libraries on the same knowledge, in one run.
 *
 *     node bench/suggest.ts [--rounds 40,41,42] [--every 1]
 *
 * Columns: share of the questions for which the wanted entry is among the first five after so many letters; first of the
 * questions of the entries as they are shown, then of the wordings of outsiders. These are rounds whose questions no
 * entry learned (practice questions that a round brought are left out). The wanted entries quote a sentence that answers
 * the question, or are silent on its subject. A text that is shorter is left out. Times are of one call, after a warm-up.
 * `--every 4` asks one in four of them: Fuse.js takes tens of milliseconds for each.
 */
const LETTERS = [3, 6, 10];
const WARM_UP = 300;
/** What is expected of questions for which entries are wanted, besides silences. */
const ASKING: readonly Labelled['expect'][] = ['answer', 'checklist'];
const OPTIONS = {
  rounds: { type: 'string', default: '40,41,42' },
  every: { type: 'string', default: '1' },
} as const;

/** A text that somebody types, and the ids of the entries that are wanted. */
interface Wanted {
  readonly text: string;
  readonly entries: readonly string[];
}

/** The wordings of a round for which an entry is wanted. Follow-ups are left out. */
function wantedIn(items: readonly Labelled[], knowledge: Knowledge): Wanted[] {
  const entries = suggestedIn(knowledge).map((entry) => ({
    ...entry,
    numbers: entry.quotes.flatMap(({ text }) => numbersOf(text, SENTENCES)),
  }));
  const isWanted = (item: Labelled, entry: (typeof entries)[number]) =>
    item.expect === 'silent'
      ? item.stil?.some((id) => isSameEntry(id, entry.id)) === true
      : ASKING.includes(item.expect) && isAnsweredBy(item, entry);
  return items
    .filter(({ after }) => after === undefined)
    .map((item) => ({
      text: item.q,
      entries: entries.filter((entry) => isWanted(item, entry)).map(({ id }) => id),
    }))
    .filter((wanted) => wanted.entries.length > 0);
}

/** The shares of each number of letters, and the times. */
function measure(suggest: Suggester, wanted: readonly Wanted[], times: number[]): string[] {
  return LETTERS.map((letters) => {
    const asked = wanted.filter(({ text }) => text.length >= letters);
    const right = asked.filter(({ text, entries }) => {
      const { value, ms } = timed(() => suggest(text.slice(0, letters)));
      times.push(ms);
      return value.some((id) => entries.includes(id));
    });
    return percent(right.length / asked.length);
  });
}

const { values } = parseArgs({ options: OPTIONS });
const numbers = values.rounds.split(',').map(Number);
const knowledge = knowledgeWithout(numbers, CHANNEL_TEXTS);
const shown = questionsOf(knowledge).map(({ text, entry }) => ({ text, entries: [entry] }));
const outsiders = readRounds()
  .filter(({ number }) => numbers.includes(number))
  .flatMap(({ items }) => wantedIn(items, knowledge))
  .filter((_, place) => place % Number(values.every) === 0);
const rows = SUGGEST_ENGINES.map(({ name, create }) => {
  const { value: suggest, ms } = timed(() => create(knowledge));
  for (const { text } of shown.slice(0, WARM_UP)) suggest(text.slice(0, 5));
  const times: number[] = [];
  const shares = [shown, outsiders].flatMap((wanted) => measure(suggest, wanted, times));
  const [p50, p99] = [0.5, 0.99].map((part) => quantile(times, part).toFixed(2));
  return [name, ...shares, p50 ?? '', p99 ?? '', ms.toFixed(0)];
});
const heads = ['shown', 'outsiders'].flatMap((kind) => LETTERS.map((letters) => `${kind}, ${letters}`));
process.stdout.write(
  `${shown.length} questions as they are shown, ${outsiders.length} wordings of outsiders\n\n${table(
    ['', ...heads, 'p50 ms', 'p99 ms', 'build ms'],
    rows,
  )}\n`,
);
