import { describe, expect, it } from '@jest/globals';
import { ownId } from '../../../src/core/index.ts';
import { createLikely } from '../../../src/core/reply/likely.ts';
import { twoGuidances } from '../../fixtures/two-guidances.ts';
import { guidanceEntry, guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
const likely = createLikely(
  guidance.entries.map((entry) => ({ entry, guidance })),
  (id) => guidanceEntry(guidance, id),
);
/** The ids that are offered when entries matched with these confidences. */
const offered = (...matched: readonly (readonly [string, number])[]) =>
  likely(
    matched.map(([id, confidence]) => ({
      entry: guidanceEntry(guidance, id).entry,
      match: { entry: id, confidence, words: () => [] },
    })),
  ).map(({ entry }) => ownId(entry.id));

describe('the questions for somebody who was not understood', () => {
  it('are those that the message may be about, then those that most others refer to', () => {
    expect(offered(['kosten', 0.2], ['open', 0.1])).toEqual(['kosten', 'open', 'in-rek']);
  });

  it('are never more than three', () => {
    expect(offered(['kosten', 0.2], ['bakfiets', 0.1], ['buiten-rek', 0.1], ['open', 0.05])).toEqual([
      'kosten',
      'bakfiets',
      'buiten-rek',
    ]);
  });

  it('are not small talk, nor what the message is hardly about', () => {
    expect(offered(['dank', 0.4], ['kosten', 0.01])).toEqual(['in-rek', 'open', 'buiten-rek']);
  });

  it('are of several guidances in turn', () => {
    const all = twoGuidances().guidances.flatMap((own) =>
      own.entries.map((entry) => ({ entry, guidance: own })),
    );
    const guidances = createLikely(all, () => undefined)([]).map(({ guidance: { slug } }) => slug);
    expect(guidances).toEqual(['thuiswerken', 'op-kantoor', 'thuiswerken']);
  });
});
