import { describe, expect, it } from '@jest/globals';
import { loadKnowledge, withRetentionNotice } from '../../src/knowledge/index.ts';

describe('a bot that keeps questions without a good answer', () => {
  it('says so wherever it says what it keeps, and nowhere that it keeps no question', () => {
    const { knowledge } = loadKnowledge();
    const told = withRetentionNotice(knowledge);
    for (const { texts } of told.guidances) {
      expect(texts.nl.over_privacy).toContain('28 dagen');
      expect(texts.en.over_privacy).toContain('28 days');
      const said = Object.values(texts.nl).join('\n') + Object.values(texts.en).join('\n');
      expect(said).not.toMatch(/bewaart je vraag niet|not keep your question/);
    }
    expect(knowledge.guidances[0]?.texts.nl.over_privacy).toContain('bewaart je vraag niet');
    expect(told.hash).toBe(knowledge.hash);
  });
});
