import { describe, expect, it } from '@jest/globals';
import { withRetentionNotice } from '../../src/knowledge/index.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';

describe('the retention notice', () => {
  const knowledge = smallKnowledge();
  const { guidances, hash } = withRetentionNotice(knowledge);

  it('replaces each text that has a twin, in both languages, and no other', () => {
    const texts = knowledge.guidances[0]?.texts;
    expect(guidances[0]?.texts).toEqual({
      nl: { ...texts?.nl, over_privacy: 'nl over_privacy_bewaart', web_gegevens: 'nl web_gegevens_bewaart' },
      en: { ...texts?.en, over_privacy: 'en over_privacy_bewaart', web_gegevens: 'en web_gegevens_bewaart' },
    });
  });

  it('leaves the rest of the knowledge as it is', () => {
    expect(hash).toBe(knowledge.hash);
    const texts = knowledge.guidances[0]?.texts;
    expect(guidances.map((guidance) => ({ ...guidance, texts }))).toEqual(knowledge.guidances);
  });
});
