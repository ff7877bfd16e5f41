import { CALIBRATION_INPUTS, calibrationInputs } from '../core/match/calibration.ts';
import type { CalibrationInputs } from '../core/match/calibration.ts';
import { readInvarianceLists } from '../evaluation/invariance-lists.ts';
import { listedQuestions } from '../evaluation/listed-questions.ts';
import { fitLogistic } from '../evaluation/logistic.ts';
import type { Example } from '../evaluation/logistic.ts';
import { isAnsweredBy, numbersOf } from '../evaluation/question-set.ts';
import type { Labelled } from '../evaluation/question-set.ts';
import { SENTENCES } from '../evaluation/round-sentences.ts';
import { askerWithout, foldsOfRounds, isLearned } from '../evaluation/rounds.ts';
import { isSameEntry } from '../core/index.ts';
import type { Asker } from '../core/index.ts';
import type { Entry } from '../core/model.ts';
import { join } from 'node:path';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

const USAGE = `Usage: npm run calibrate

  fits the weights of the confidence (BIAS and WEIGHTS in src/core/match/calibration.ts) and prints them

Asks the questions of each round without that round's practice questions, and those of test/questions/invariantie.yaml,
and compares the first candidates with the labels. Takes minutes: it trains five times.
`;

const LISTS = join(import.meta.dirname, '../../test/questions/invariantie.yaml');
const MAX_CANDIDATES = 4;

/** Of the questions in frames and with names, which are many for each subject, one in this many is used. */
const LISTED_STEP = 3;

type IsRight = (entry: Entry) => boolean;

function examplesOf(text: string, asker: Asker, isRight: IsRight): Example[] {
  const { analysis } = asker.explain({ text });
  if (analysis === undefined) return [];
  return analysis.scores.slice(0, MAX_CANDIDATES).flatMap((score, rank) => {
    const entry = asker.entries[score.entry];
    if (entry === undefined) return [];
    const found: CalibrationInputs = calibrationInputs(analysis, rank, asker.entries);
    return [{ inputs: CALIBRATION_INPUTS.map((name) => found[name]), right: isRight(entry) }];
  });
}

function isRightFor(item: Labelled, entry: Entry): boolean {
  const { expect, stil, entries } = item;
  switch (expect) {
    case 'answer':
    case 'checklist':
      return isAnsweredBy(item, {
        kind: entry.kind,
        numbers: entry.quotes.flatMap(({ text }) => numbersOf(text, SENTENCES)),
      });
    case 'silent':
      return entry.kind === 'silent' && stil?.some((id) => isSameEntry(id, entry.id)) !== false;
    case 'offtopic':
      return false;
    case 'social':
      return entry.kind === 'social';
    case 'entry':
      return entries?.some((id) => isSameEntry(id, entry.id)) === true;
  }
}

function main(): number {
  const called = readOptions({ options: {}, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const examples = [...foldsOfRounds(CHANNEL_TEXTS)].flatMap(({ asker: without, rounds }) =>
    rounds
      // What is not learned from is not fitted on either.
      .filter(isLearned)
      .flatMap(({ items }) => items)
      .filter(({ after }) => after === undefined)
      .flatMap((item) => examplesOf(item.q, without, (entry) => isRightFor(item, entry))),
  );
  const asker = askerWithout([], CHANNEL_TEXTS);
  const listed = listedQuestions(readInvarianceLists(LISTS))
    .filter((_, index) => index % LISTED_STEP === 0)
    .flatMap(({ text, accepted }) =>
      examplesOf(text, asker, ({ id }) => accepted.some((other) => isSameEntry(other, id))),
    );
  const [bias = 0, ...weights] = fitLogistic([...examples, ...listed]);
  process.stdout.write(`${examples.length + listed.length} candidates\nBIAS = ${bias.toFixed(2)}\n`);
  CALIBRATION_INPUTS.forEach((name, index) => {
    process.stdout.write(`${name}: ${(weights[index] ?? 0).toFixed(2)}\n`);
  });
  return 0;
}

process.exitCode = await runCommand(main);
