/** Everything that the workbench may import from `evaluation`. */
export { converse } from './converse.ts';
export type { EntryState } from './entry-states.ts';
export { reasonsOf } from './reasons.ts';
export type { Reasons } from './reasons.ts';
export { checkTrained } from './trained-check.ts';
export { checkDigest } from './trained-results.ts';
