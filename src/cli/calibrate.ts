import { CALIBRATION_INPUTS, calibrationInputs } from '../core/match/calibration.ts';
import type { CalibrationInputs } from '../core/match/calibration.ts';
import { fitLogistic } from '../evaluation/logistic.ts';
import type { Example } from '../evaluation/logistic.ts';
import { numbersOf } from '../evaluation/question-set.ts';
import type { Labelled } from '../evaluation/question-set.ts';
import { askerWithout, readRounds, roundOf, SENTENCES } from '../evaluation/rounds.ts';
import type { Entry } from '../core/model.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

const USAGE = `Usage: npm run calibrate

  fits the weights of the confidence (BIAS and WEIGHTS in src/core/match/calibration.ts) and prints them

Asks the questions of each round without that round's practice questions, and compares the first candidates with the
labels. Takes minutes: it trains four times.
`;

/** The first round by the authors of today; earlier ones shaped the entries themselves. */
const FIRST_ROUND = 13;
/** Folds of the cross-validation. */
const FOLDS = 4;
const MAX_CANDIDATES = 4;

function examplesOf(item: Labelled, asker: ReturnType<typeof askerWithout>): Example[] {
  const { analysis } = asker.explain({ text: item.q });
  if (analysis === undefined) return [];
  return analysis.scores.slice(0, MAX_CANDIDATES).flatMap((score, rank) => {
    const entry = asker.entries[score.entry];
    if (entry === undefined) return [];
    const found: CalibrationInputs = calibrationInputs(analysis, rank, asker.entries);
    return [{ inputs: CALIBRATION_INPUTS.map((name) => found[name]), right: isRight(item, entry) }];
  });
}

function isRight({ expect, sources, stil }: Labelled, entry: Entry): boolean {
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
      return entry.kind === 'silent' && stil?.includes(entry.id) !== false;
    case 'offtopic':
      return false;
    case 'social':
      return entry.kind === 'social';
  }
}

const isInFold = (round: number | undefined, fold: number) =>
  round !== undefined && round >= FIRST_ROUND && round % FOLDS === fold;

function main(): number {
  const called = readOptions({ options: {}, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const examples = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const asker = askerWithout((file) => isInFold(roundOf(file), fold), CHANNEL_TEXTS);
    const items = readRounds()
      .filter(({ number }) => isInFold(number, fold))
      .flatMap((round) => round.items);
    return items.filter(({ after }) => after === undefined).flatMap((item) => examplesOf(item, asker));
  });
  const [bias = 0, ...weights] = fitLogistic(examples);
  process.stdout.write(`${examples.length} candidates\nBIAS = ${bias.toFixed(2)}\n`);
  CALIBRATION_INPUTS.forEach((name, index) => {
    process.stdout.write(`${name}: ${(weights[index] ?? 0).toFixed(2)}\n`);
  });
  return 0;
}

process.exitCode = await runCommand(main);
