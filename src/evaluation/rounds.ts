import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import { createAsker, wordKey } from '../core/index.ts';
import type { Asker, Knowledge, PracticeQuestion, TextDeclarations } from '../core/index.ts';
import { readQuestionSet } from './question-set.ts';
import type { Labelled } from './question-set.ts';

/**
 * A set of questions by an independent author. It was measured before its questions became practice questions; leaving
 * those out repeats the measurement with the code of today.
 */
export interface Round {
  readonly number: number;
  readonly items: readonly Labelled[];
}

const QUESTIONS = join(import.meta.dirname, '../../test/questions');

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

/** The questions of the rounds, for the knowledge that they are about: the shipped one; none for any other directory. */
export function roundQuestionsOn(directory: string): Labelled[] {
  return resolve(directory) === resolve(SHIPPED_KNOWLEDGE) ? readRounds().flatMap(({ items }) => items) : [];
}

/** The rounds that are only asked: none of their questions became practice questions. */
const UNLEARNED_ROUNDS: readonly number[] = [40, 41, 42, 43, 44, 45, 47, 50];

/** Whether the questions of a round became practice questions. */
export function isLearned({ number }: Pick<Round, 'number'>): boolean {
  return !UNLEARNED_ROUNDS.includes(number);
}

/** The shipped knowledge without the practice questions that these rounds brought. @throws {KnowledgeError} when it has problems */
export function knowledgeWithout(rounds: readonly number[], channelTexts: TextDeclarations): Knowledge {
  const brought = readRounds()
    .filter((round) => isLearned(round) && rounds.includes(round.number))
    .flatMap(({ items }) => items.map(({ q }) => q));
  return withoutPractice(loadKnowledge(SHIPPED_KNOWLEDGE, channelTexts).knowledge, brought);
}

/** An asker that did not learn from these rounds. @throws {KnowledgeError} when the shipped knowledge has problems */
export function askerWithout(rounds: readonly number[], channelTexts: TextDeclarations): Asker {
  return createAsker(knowledgeWithout(rounds, channelTexts));
}

/**
 * Removes one practice question for each of `texts`: the same text, or else one with the same words. So a question that
 * another round asked too stays, as many times as the others asked it.
 */
export function withoutPractice(knowledge: Knowledge, texts: readonly string[]): Knowledge {
  const practice = knowledge.guidances.flatMap((guidance) => guidance.practice);
  const same = take(practice, texts, (text) => text);
  const near = take(
    practice.filter((question) => !same.taken.has(question)),
    same.missed,
    wordKey,
  );
  const isKept = (question: PracticeQuestion) => !same.taken.has(question) && !near.taken.has(question);
  return {
    ...knowledge,
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      practice: guidance.practice.filter(isKept),
    })),
  };
}

/** Takes for each text the first question with the same key that is left. */
function take(
  practice: readonly PracticeQuestion[],
  texts: readonly string[],
  keyOf: (text: string) => string,
): { readonly taken: ReadonlySet<PracticeQuestion>; readonly missed: readonly string[] } {
  const left = Map.groupBy(practice, ({ text }) => keyOf(text));
  const taken = new Set<PracticeQuestion>();
  const missed = texts.filter((text) => {
    const question = left.get(keyOf(text))?.shift();
    if (question !== undefined) taken.add(question);
    return question === undefined;
  });
  return { taken, missed };
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
    const own = rounds.filter(({ number }) => number % FOLDS === fold);
    const numbers = own.map(({ number }) => number);
    yield { asker: askerWithout(numbers, channelTexts), rounds: own };
  }
}
