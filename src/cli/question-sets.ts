import { basename, join } from 'node:path';
import type { Knowledge } from '../core/index.ts';
import { labelledTestQuestions, numbersOf, readQuestionSet } from '../evaluation/question-set.ts';
import type { Labelled, Sentences } from '../evaluation/question-set.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { StartError } from '../shared/start-error.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

/** The labelled questions of this repository. */
export const QUESTIONS = join(import.meta.dirname, '../../test/questions');

/**
 * The sets that were asked for; of another knowledge its own test questions. `gated`: the sets of the gate, when it is asked
 * for.
 * @throws {StartError} when a set cannot be read, or a knowledge has no test questions
 */
export function readSets(
  { set, knowledge }: { readonly set?: readonly string[]; readonly knowledge?: string },
  gated: readonly string[],
): { readonly name: string; readonly items: readonly Labelled[] }[] {
  if (knowledge !== undefined && set === undefined && gated.length === 0) {
    const { testQuestions } = loadKnowledge(knowledge, CHANNEL_TEXTS);
    if (testQuestions.length > 0)
      return [{ name: 'proefvragen', items: labelledTestQuestions(testQuestions) }];
    throw new StartError(
      `In ${knowledge} staan geen proefvragen. Zet ze in de map proefvragen/ van een handreiking, of geef --set.`,
    );
  }
  const files =
    set ?? (gated.length > 0 ? gated : ['ontwikkelset.yaml']).map((name) => join(QUESTIONS, name));
  return files.map((file) => ({ name: basename(file), items: readQuestionSet(file) }));
}

/** @throws {StartError} when labels point to sentences of another document: every right answer would count as wrong */
export function requireSentences(
  items: readonly Labelled[],
  sentences: Sentences,
  { guidances }: Knowledge,
): void {
  const quotes = guidances.flatMap(({ entries }) => entries.flatMap((entry) => entry.quotes));
  if (items.every(({ sources }) => sources.length === 0)) return;
  if (quotes.some(({ text }) => numbersOf(text, sentences).length > 0)) return;
  throw new StartError(
    'De labels wijzen naar zinnen die niet in deze kennis staan. Geef met --sentences de goede zinnen, of label met id’s (expect: entry, entries: [id]).',
  );
}
