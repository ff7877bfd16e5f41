/** Everything that the workbench may import from `evaluation`. */
export { converse } from './converse.ts';
export type { EntryState, LostVariant } from './entry-states.ts';
export { reasonsOf } from './reasons.ts';
export type { Candidate, Reasons, Ruling } from './reasons.ts';
export { checkTrained } from './trained-check.ts';
export { checkDigest } from './trained-results.ts';
