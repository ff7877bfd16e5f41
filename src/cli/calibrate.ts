import { CALIBRATION_INPUTS, calibrationInputs } from '../core/match/calibration.ts';
import type { CalibrationInputs } from '../core/match/calibration.ts';
import { fitLogistic } from '../evaluation/logistic.ts';
import type { Example } from '../evaluation/logistic.ts';
import { numbersOf } from '../evaluation/question-set.ts';
import type { Labelled } from '../evaluation/question-set.ts';
import { askerWithout, readRounds, roundOf, SENTENCES } from '../evaluation/rounds.ts';
import type { Entry } from '../core/model.ts';

/**
 * Fits the weights of `confidence.ts`: rounds are asked of the bot without their own practice questions, and the first
 * candidates of each question are held against its label. Prints what to put into the code.
 *
 * Not the rounds before 9: the editors' practice questions were written while those stood in the knowledge folder. A
 * quarter of the rounds is left out at a time, so that four trainings do for all.
 */
const FIRST_ROUND = 9;
const PARTS = 4;
const MOST_CANDIDATES = 4;

function examplesOf(item: Labelled, asker: ReturnType<typeof askerWithout>): Example[] {
  const { analysis } = asker.explain({ text: item.q });
  if (analysis === undefined) return [];
  return analysis.scores.slice(0, MOST_CANDIDATES).flatMap((score, place) => {
    const entry = asker.entries[score.entry];
    if (entry === undefined) return [];
    const found: CalibrationInputs = calibrationInputs(analysis, place, asker.entries);
    return [{ inputs: CALIBRATION_INPUTS.map((name) => found[name]), right: isRight(item, entry) }];
  });
}

function isRight({ expect, sources }: Labelled, entry: Entry): boolean {
  const numbers = entry.quotes.flatMap(({ text }) => numbersOf(text, SENTENCES));
  switch (expect) {
    case 'answer':
      return entry.kind === 'answer' && numbers.some((number) => sources.includes(number));
    case 'checklist':
      return (
        entry.kind === 'checklist' ||
        (entry.kind === 'answer' && numbers.some((number) => number.startsWith('C')))
      );
    case 'silent':
      return entry.kind === 'silent';
    case 'offtopic':
    case 'social':
      return entry.kind === 'social';
  }
}

const isPart = (number: number | undefined, part: number) =>
  number !== undefined && number >= FIRST_ROUND && number % PARTS === part;

const examples = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
  const asker = askerWithout((file) => isPart(roundOf(file), part));
  const items = readRounds()
    .filter(({ number }) => isPart(number, part))
    .flatMap((round) => round.items);
  return items.filter(({ after }) => after === undefined).flatMap((item) => examplesOf(item, asker));
});
const [bias = 0, ...weights] = fitLogistic(examples);
process.stdout.write(`${examples.length} kandidaten\nBIAS = ${bias.toFixed(2)}\n`);
CALIBRATION_INPUTS.forEach((name, place) =>
  process.stdout.write(`${name}: ${(weights[place] ?? 0).toFixed(2)}\n`),
);
