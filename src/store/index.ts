/** The store's front door: where conversations, claims and counts are kept. */
export { createProcessStore } from './process.ts';
export { createStore } from './state.ts';
export { CLAIM_LIFETIME, CONVERSATION_LIFETIME } from './types.ts';
export type { Counted, MissedQuestion, Place, Store, StoreHealth } from './types.ts';
