import type { Entry } from '../../../src/core/model.ts';
import { decide } from '../../../src/core/reply/decide.ts';
import type { Decision } from '../../../src/core/reply/decide.ts';

/**
 * What is decided about entries of these kinds with these confidences, of guidance `a` unless it is told: the kind, and the
 * indexes of the entries.
 */
export function decided(
  matched: readonly (readonly [Entry['kind'], number, string?])[],
  isOneWord = false,
): readonly [Decision['kind'], ...number[]] {
  const decision = decide(
    matched.map(([kind, confidence, guidance = 'a'], index) => ({
      entry: { id: `${guidance}/${index}`, kind, quotes: [], related: [], wording: {} },
      match: { entry: String(index), confidence, words: () => [] },
    })),
    isOneWord,
  );
  switch (decision.kind) {
    case 'unknown':
    case 'phrase':
      return [decision.kind];
    case 'choices':
      return ['choices', ...decision.matches.map(({ entry }) => Number(entry))];
    case 'answer':
    case 'silent':
    case 'social':
    case 'checklist':
      return [decision.kind, Number(decision.match.entry)];
  }
}
