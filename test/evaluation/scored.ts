import type { Explained } from '../../src/core/index.ts';
import type { Labelled } from '../../src/evaluation/question-set.ts';
import type { Outcome, Scored } from '../../src/evaluation/score.ts';

/** A scored question, made by hand. */
export function scored(
  expected: Labelled['expect'],
  outcome: Outcome,
  {
    kind = 'answer',
    confidence = 0.5,
    decision = kind,
    q = 'vraag',
    style = 'casual',
  }: {
    readonly kind?: 'answer' | 'silent' | 'checklist' | 'social' | 'choices' | 'unknown';
    readonly confidence?: number;
    readonly decision?: Explained['decision'];
    readonly q?: string;
    readonly style?: string;
  } = {},
): Scored {
  return {
    item: { q, style, expect: expected, sources: [], best: [] },
    outcome,
    explained: {
      reply: { kind, language: 'nl', blocks: [] },
      decision,
      matches: [{ entry: 'rek', confidence, words: () => ['fiets', 'rek'] }],
    },
  };
}
