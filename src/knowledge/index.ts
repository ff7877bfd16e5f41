/** Everything that other folders may import from `knowledge`. */
export { checkedText, loadChecked } from './checked.ts';
export { digestOf } from './code-digest.ts';
export { phrasesOf } from './entry-texts.ts';
export { fileStats } from './file-stats.ts';
export { readFiles, SHIPPED_KNOWLEDGE } from './files.ts';
export type { Files } from './files.ts';
export { sha256 } from './fingerprint.ts';
export { severityOf, titleOf } from './kinds.ts';
export { buildKnowledge, checkFiles, checkKnowledge, loadKnowledge } from './load.ts';
export type { CheckedKnowledge, LoadedKnowledge, TrainedSubject } from './load.ts';
export { CHECKS, createFileCache } from './model-cache.ts';
export { formatProblem, KnowledgeError } from './problems.ts';
export type { Problem } from './problems.ts';
export { createHotReload } from './reload.ts';
export type { KnowledgeState } from './reload.ts';
export type { TestQuestion } from './test-questions.ts';
export { withRetentionNotice } from './retention-notice.ts';
