/** The core's front door: everything that other folders may use of it. */
export { createAsker } from './ask.ts';
export { buttonsIn, isButton, offeredIn } from './buttons.ts';
export type { Asker, Explained } from './ask.ts';
export { buildKnowledge, loadKnowledge, readFiles, SHIPPED_KNOWLEDGE } from './knowledge.ts';
export type { Files, LoadedKnowledge } from './knowledge.ts';
export { tellsWhatIsKept } from './knowledge/kept.ts';
export type { Knowledge } from './knowledge/model.ts';
export type { TextKey } from './knowledge/texts.ts';
export { describe, KnowledgeError } from './knowledge/problems.ts';
export type { Problem } from './knowledge/problems.ts';
export type { ModelCache } from './match/snapshot.ts';
export { plainText } from './plain-text.ts';
export { shortened } from './shorten.ts';
export type { Room } from './shorten.ts';
export type * from './types.ts';
