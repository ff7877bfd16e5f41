/** The front door of the knowledge on disk: everything that other folders may use of it. */
export { loadChecked, checkedText } from './checked.ts';
export { buildKnowledge, loadKnowledge, readFiles, SHIPPED_KNOWLEDGE } from './load.ts';
export type { Files, LoadedKnowledge } from './load.ts';
export { createFileCache } from './model-cache.ts';
export { describe, KnowledgeError } from './problems.ts';
export type { Problem } from './problems.ts';
export { createLivingKnowledge } from './reload.ts';
export type { KnowledgeState } from './reload.ts';
export { tellsWhatIsKept } from './retention-notice.ts';
