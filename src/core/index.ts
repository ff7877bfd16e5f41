/** The core's front door: everything that other folders may use of it. */
export { createAsker } from './ask.ts';
export { buttonsIn, isButton, offeredIn } from './reply/buttons.ts';
export type { Asker, Explained } from './ask.ts';
export { buildKnowledge, loadKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../knowledge/load.ts';
export type { Files, LoadedKnowledge } from '../knowledge/load.ts';
export { tellsWhatIsKept } from '../knowledge/retention-notice.ts';
export type { Knowledge } from './model.ts';
export type { TextKey } from './texts.ts';
export { describe, KnowledgeError } from '../knowledge/problems.ts';
export type { Problem } from '../knowledge/problems.ts';
export type { ModelCache } from './match/model-file.ts';
export { plainText } from './reply/plain-text.ts';
export { shortened } from './reply/shorten.ts';
export type { Room } from './reply/shorten.ts';
export type * from './types.ts';
