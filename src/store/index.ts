/** Everything that other folders may import from the store, which keeps conversations, claims and counts. */
export { createProcessStore } from './process.ts';
export { createStore } from './create-store.ts';
export { CLAIM_LIFETIME, CONVERSATION_LIFETIME } from './types.ts';
export type {
  BallotResult,
  CountedEvent,
  MissedQuestion,
  StoreLocation,
  Store,
  StoreHealth,
} from './types.ts';
