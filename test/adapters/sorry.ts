import type { Assistant, AssistantParts } from '../../src/assistant/index.ts';

/** A core that fails at every question, and can say so. */
export const sorryAsker: AssistantParts['asker'] = {
  suggest: () => {
    throw new Error('the core fails');
  },
  entries: [],
  ask: () => {
    throw new Error('the core fails');
  },
  language: 'nl',
  say: (key) => key,
  sorry: (reference) => ({
    kind: 'unknown',
    language: 'nl',
    blocks: [{ kind: 'paragraph', text: `Storing ${reference}` }],
  }),
};

/** A bot that can draw nothing, not even its apology, because it has no words around it. */
export const speechless = <Key extends string>(made: Assistant<Key>): Assistant<Key> => ({
  ...made,
  say: () => {
    throw new Error('no words');
  },
});
