/** Everything that the workbench may import from `evaluation`. */
export { converse } from './converse.ts';
export type { EntryState } from './entry-states.ts';
export { knownInEither, knownQuestions } from './known-questions.ts';
export type { KnownQuestion } from './known-questions.ts';
export { likelyChanged } from './likely-changed.ts';
export type { Labelled } from './question-set.ts';
export { reasonsOf } from './reasons.ts';
export type { Reasons } from './reasons.ts';
export { roundQuestionsOn } from './rounds.ts';
export { takeSnapshot } from './snapshot.ts';
export { checkTrained } from './trained-check.ts';
export { checkDigest } from './trained-results.ts';
export { changesBetween, splitChanges } from './verdicts.ts';
export type { Change, ChangedQuestion, Verdict } from './verdicts.ts';
