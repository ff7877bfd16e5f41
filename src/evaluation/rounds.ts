import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import { createAsker } from '../core/index.ts';
import type { Asker, TextDeclarations } from '../core/index.ts';
import { readQuestionSet, readSentences } from './question-set.ts';
import type { Labelled, Sentences } from './question-set.ts';

/**
 * A set of questions by an independent author. It was measured before its questions became practice questions; leaving out
 * that practice file repeats the measurement with the code of today.
 */
export interface Round {
  readonly number: number;
  readonly items: readonly Labelled[];
}

const QUESTIONS = join(import.meta.dirname, '../../test/questions');
const GUIDANCE = 'online-communicatie';

/** The numbered sentences that the labels of the rounds point to. */
export const SENTENCES: Sentences = readSentences(join(QUESTIONS, 'zinnen.yaml'));

/** The rounds in order of their number; none where the folder is not there. */
export function readRounds(): Round[] {
  const folder = join(QUESTIONS, 'rondes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => {
      const number = /^ronde-(\d+)\.yaml$/.exec(file)?.[1];
      return number === undefined
        ? []
        : [{ number: Number(number), items: readQuestionSet(join(folder, file)) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Returns an asker trained without the practice files for whose name `leaveOut` returns true. */
export function askerWithout(
  leaveOut: (practiceFile: string) => boolean,
  channelTexts: TextDeclarations,
): Asker {
  const { files, slugs } = readFiles(SHIPPED_KNOWLEDGE);
  const prefix = `${GUIDANCE}/praktijkvragen/`;
  const remaining = [...files].filter(
    ([path]) => !path.startsWith(prefix) || !leaveOut(path.slice(prefix.length)),
  );
  return createAsker(buildKnowledge(new Map(remaining), slugs, channelTexts).knowledge);
}

/** The number of the round that a practice file comes from; `undefined` for the editors' own files. */
export function roundOf(practiceFile: string): number | undefined {
  const number = /^ronde-(\d+)\.yaml$/.exec(practiceFile)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The first round by the authors of today; earlier ones shaped the entries themselves. */
const FIRST_ROUND = 13;
/** The first round of plain questions of 1 to 10 words; those before it are rich ones. */
export const FIRST_PLAIN_ROUND = 28;
const FOLDS = 4;

/** A fold of the rounds, with an asker that did not learn from them. */
export interface Fold {
  readonly asker: Asker;
  readonly rounds: readonly Round[];
}

/** Trains an asker for each fold of the rounds from `FIRST_ROUND` on, when the fold is asked for. */
export function* foldsOfRounds(channelTexts: TextDeclarations): Generator<Fold> {
  const rounds = readRounds().filter(({ number }) => number >= FIRST_ROUND);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isInFold = (number: number) => number >= FIRST_ROUND && number % FOLDS === fold;
    const asker = askerWithout((file) => isInFold(roundOf(file) ?? 0), channelTexts);
    yield { asker, rounds: rounds.filter(({ number }) => isInFold(number)) };
  }
}
