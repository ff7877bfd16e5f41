import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { nearCopies } from '../../src/evaluation/near-copy.ts';
import { readQuestionSet } from '../../src/evaluation/question-set.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

describe('the shipped knowledge', () => {
  // The set is for measuring: what the knowledge has learned of it would be measured as understanding.
  it('holds no question of the development set, nor a near copy', () => {
    const file = join(import.meta.dirname, '../questions/ontwikkelset.yaml');
    const questions = readQuestionSet(file).filter(
      ({ expect: expected, style }) => expected !== 'social' && style !== 'command',
    );
    expect(
      nearCopies(
        questions.map(({ q }) => q),
        loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge,
      ),
    ).toEqual([]);
  }, 60_000);
});
