import { describe, expect, it } from '@jest/globals';
import { createAsker } from '../../src/core/index.ts';
import { knownConversations } from '../../src/evaluation/conversations.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

describe('the conversations that are watched', () => {
  const knowledge = smallKnowledge();
  const asker = createAsker(knowledge);
  const labelled = { q: 'en dat?', after: 'mag dit?', style: 'followup', expect: 'answer' } as const;
  const known = knownConversations(knowledge, asker, [{ ...labelled, sources: [], best: [] }]);
  const entries = knowledge.guidances.flatMap((guidance) => guidance.entries);

  it.each(['nl', 'en'] as const)('hold every question and variant in %s', (language) => {
    const written = entries.flatMap(({ wording }) => {
      const own = wording[language];
      return own === undefined ? [] : [own.question, ...own.variants];
    });
    expect(known).toEqual(expect.arrayContaining(written.map((text) => [text])));
  });

  it('hold every button that leads to an entry', () => {
    const listed = entries.filter(({ kind }) => kind !== 'social').map(({ id }) => [`entry:${id}`]);
    expect(known).toEqual(expect.arrayContaining(listed));
  });

  it('hold labelled questions behind the message before them, and follow-ups behind each entry', () => {
    expect(known).toContainEqual(['mag dit?', 'en dat?']);
    for (const { id } of entries) expect(known).toContainEqual([`entry:${id}`, 'waarom?']);
  });
});
