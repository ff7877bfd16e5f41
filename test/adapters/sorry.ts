import type { AssistantParts } from '../../src/assistant/index.ts';

/** A core that fails at every question, and can say so. */
export const sorryAsker: AssistantParts['asker'] = {
  entries: [],
  ask: () => {
    throw new Error('the core fails');
  },
  say: (key) => key,
  sorry: (reference) => ({
    kind: 'unknown',
    language: 'nl',
    blocks: [{ kind: 'paragraph', text: `Storing ${reference}` }],
  }),
};
