import type { Problem, TrainedSubject } from '../knowledge/index.ts';
import { entryStates } from './entry-states.ts';
import type { EntryState } from './entry-states.ts';
import { countFound, leftOutProblems } from './left-out-problems.ts';
import { countTests, testQuestionProblems } from './test-question-problems.ts';
import type { TestCounts } from './test-question-problems.ts';
import { trainedResults } from './trained-results.ts';
import type { TrainingOptions } from './trained-results.ts';

/** What checks with trained models found. */
export interface TrainedCheck {
  readonly problems: readonly Problem[];
  readonly tests: TestCounts;
  /** Variants of which the bot finds the entry without having learned them. */
  readonly variants: { readonly found: number; readonly tried: number };
  /** How well each entry is found by such variants, by id. */
  readonly states: ReadonlyMap<string, EntryState>;
}

/** Checks with trained models what the matcher does: with variants that it did not learn, and with the test questions. */
export function checkTrained(subject: TrainedSubject, options: TrainingOptions): TrainedCheck {
  const { landings, tests } = trainedResults(subject, options);
  return {
    problems: [...testQuestionProblems(subject, tests), ...leftOutProblems(subject, landings)],
    tests: countTests(tests),
    variants: countFound(subject, landings),
    states: entryStates(subject.knowledge, landings),
  };
}
